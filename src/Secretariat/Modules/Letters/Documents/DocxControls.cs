using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Correspondence;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Writes the places of a form: each a paragraph with its label, its tag, and a title that screen readers say.</summary>
/// <param name="invitation">What a place shows as long as nobody has filled it in.</param>
internal sealed class DocxControls(DocxWriter writer, string invitation)
{
    private const int LongestTitle = 64;
    private const string Checked = "2612";
    private const string Unchecked = "2610";
    private const string BoxFont = "MS Gothic";

    // Dark enough on white to be read (WCAG 2.2, 1.4.3).
    private const string InvitationColour = "595959";

    private int last;

    /// <param name="lines">Whether it takes several.</param>
    public Paragraph Text(string label, string tag, string title, bool lines = false)
    {
        var shown = new Run(
            new RunProperties(new Color { Val = InvitationColour }),
            new Text(invitation) { Space = SpaceProcessingModeValues.Preserve }
        );
        return With(
            label,
            tag,
            Control(
                Properties(
                    tag,
                    title,
                    LockingValues.SdtLocked,
                    new ShowingPlaceholder(),
                    new SdtContentText { MultiLine = lines ? true : null }
                ),
                shown
            )
        );
    }

    /// <summary>What nobody changes.</summary>
    public Paragraph Fixed(string label, string tag, string text) =>
        With(
            label,
            tag,
            Control(Properties(tag, label, LockingValues.SdtContentLocked, new SdtContentText()), new Run(new Text(text)))
        );

    public Paragraph Box(string tag, string title, LetterRun label)
    {
        var box = new W14.SdtContentCheckBox(
            new W14.Checked { Val = W14.OnOffValues.Zero },
            new W14.CheckedState { Val = Checked, Font = BoxFont },
            new W14.UncheckedState { Val = Unchecked, Font = BoxFont }
        );
        var shown = new Run(
            new RunProperties(
                new RunFonts
                {
                    Ascii = BoxFont,
                    HighAnsi = BoxFont,
                    EastAsia = BoxFont,
                }
            ),
            new Text("☐")
        );
        var paragraph = writer.Paragraph("BodyText", [new LetterRun(" "), label]);
        paragraph.InsertAfter(
            Control(Properties(tag, title, LockingValues.SdtLocked, box), shown),
            paragraph.ParagraphProperties
        );
        return Marked(paragraph, tag);
    }

    private Paragraph With(string label, string tag, SdtRun control)
    {
        var paragraph = writer.Paragraph("BodyText", [new LetterRun(label)]);
        paragraph.Append(control);
        return Marked(paragraph, tag);
    }

    /// <summary>Programs that lose tags keep bookmarks.</summary>
    private Paragraph Marked(Paragraph paragraph, string tag)
    {
        var (control, id) = (paragraph.GetFirstChild<SdtRun>()!, last.ToString(CultureInfo.InvariantCulture));
        paragraph.InsertBefore(new BookmarkStart { Id = id, Name = ReplySheetTags.BookmarkOf(tag) }, control);
        paragraph.InsertBefore(new BookmarkEnd { Id = id }, control);
        return paragraph;
    }

    private static SdtRun Control(SdtProperties properties, Run shown) => new(properties, new SdtContentRun(shown));

    private SdtProperties Properties(string tag, string title, LockingValues locked, params OpenXmlElement[] kind) =>
        new([
            new SdtAlias { Val = TitleOf(title) },
            new Tag { Val = tag },
            new SdtId { Val = ++last },
            new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = locked },
            .. kind,
        ]);

    private static string TitleOf(string title)
    {
        var clean = PlainText.Clean(title).TrimEnd(':', ' ', '\u00A0');
        return clean.Length <= LongestTitle ? clean : clean[..(LongestTitle - 1)] + "…";
    }
}
