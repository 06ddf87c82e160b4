using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Correspondence;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// A reply sheet as WordprocessingML: labels with content controls (ECMA-376 part 1, section 17.5.2) whose tags are the same in every
/// language. The same sheet gives the same bytes.
/// </summary>
public static class ReplySheetDocx
{
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    public static byte[] Write(ReplySheet sheet)
    {
        var (words, writer) = (ReplySheetWords.For(sheet.Language), new DocxWriter(LetterLanguage.For(sheet.Language)));
        var controls = new DocxControls(writer, ReplySheetTags.InvitationIn(words.Language));
        var document = new Document(new Body([.. Parts(sheet, words, writer, controls), LetterDocx.Section(writer)]))
        {
            MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14" },
        };
        document.AddNamespaceDeclaration("w14", Word2010);
        var title = $"{words.Title} {sheet.Reference}";
        return DocxPackage.Write(
            new DocxProperties(title, sheet.Secretariat, sheet.SignedOn),
            writer,
            document,
            new Footer(writer.Paragraph("PageNumber", title)),
            new Footer(writer.PageNumber())
        );
    }

    private static IEnumerable<OpenXmlElement> Parts(
        ReplySheet sheet,
        ReplySheetWords words,
        DocxWriter writer,
        DocxControls controls
    ) =>
        [
            writer.Paragraph("Heading1", words.Title),
            controls.Fixed(writer.Language.Reference, ReplySheetTags.Reference, sheet.Reference),
            writer.Paragraph("BodyText", words.DateOfLetter + (sheet.SignedOn is { } on ? writer.Language.Write(on) : "…")),
            writer.Paragraph("BodyText", [new(words.Partner), In(sheet.Partner, sheet)]),
            writer.Paragraph(
                "BodyText",
                string.Format(CultureInfo.InvariantCulture, words.HowTo, sheet.Mailbox, sheet.Reference)
            ),
            writer.Paragraph("BodyText", [new(words.Online), new(sheet.AnswerAt, Link: sheet.AnswerAt)]),
            writer.Paragraph("Heading2", words.ContactPerson),
            .. Person(ReplySheetTags.Nominee, words.ContactPerson, words, controls),
            controls.Box(ReplySheetTags.Replaces, words.Replaces, new(words.Replaces)),
            writer.Paragraph("Heading2", words.SpeaksOn),
            writer.Paragraph("BodyText", words.AllWhenNone),
            .. Strands(sheet, words.SpeaksOn, ReplySheetTags.SpeaksOn, controls),
            writer.Paragraph("Heading2", words.Interest),
            .. Strands(sheet, words.Interest, ReplySheetTags.InterestIn, controls),
            writer.Paragraph("Heading2", words.Alternate),
            .. Person(ReplySheetTags.Alternate, words.Alternate, words, controls),
            writer.Paragraph("Heading2", words.Remark),
            controls.Text("", ReplySheetTags.Remark, words.Remark, lines: true),
            writer.Paragraph("Heading2", words.Signature),
            controls.Text(words.Date, ReplySheetTags.Date, words.Date),
            controls.Text(words.SignedBy, ReplySheetTags.SignedBy, words.SignedBy),
        ];

    private static IEnumerable<OpenXmlElement> Person(string role, string who, ReplySheetWords words, DocxControls controls)
    {
        (string Label, string Tag)[] places =
        [
            (words.Name, ReplySheetTags.NameOf(role)),
            (words.Function, ReplySheetTags.FunctionOf(role)),
            (words.Organisation, ReplySheetTags.OrganisationOf(role)),
            (words.Email, ReplySheetTags.EmailOf(role)),
            (words.Phone, ReplySheetTags.PhoneOf(role)),
        ];
        return places.Select(place => controls.Text(place.Label, place.Tag, $"{who} – {place.Label}"));
    }

    private static IEnumerable<OpenXmlElement> Strands(
        ReplySheet sheet,
        string asked,
        Func<string, string> tag,
        DocxControls controls
    ) => sheet.Strands.Select(s => controls.Box(tag(s.Code), $"{asked} – {s.Name.Words}", In(s.Name, sheet)));

    private static LetterRun In(SheetText text, ReplySheet sheet) =>
        new(PlainText.Clean(text.Words), Language: text.Language == sheet.Language ? null : text.Language);
}
