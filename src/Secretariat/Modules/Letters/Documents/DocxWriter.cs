using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Writes paragraphs in a language's direction and remembers the links and lists they need.</summary>
internal sealed class DocxWriter(LetterLanguage language)
{
    public const int BulletsId = 1;

    private readonly List<string> links = [];

    public LetterLanguage Language => language;

    /// <summary>Targets of the links; the relationship of the first is <c>link1</c>.</summary>
    public IReadOnlyList<string> Links => links;

    /// <summary>Numbered lists so far; each counts from one and has the number after the one before.</summary>
    public int NumberedLists { get; private set; }

    /// <param name="other">The language of the text, where it is not that of the letter.</param>
    public Paragraph Paragraph(string style, string text, string? other = null) =>
        Paragraph(style, [new LetterRun(PlainText.Clean(text), Language: other)]);

    /// <param name="list">The number of the list that it is an item of.</param>
    public Paragraph Paragraph(string style, IReadOnlyList<LetterRun> runs, int level = 0, int? list = null)
    {
        var properties = Properties(style);
        if (list is { } id)
            properties.NumberingProperties = new(
                new NumberingLevelReference { Val = Math.Min(level, DocxParts.DeepestLevel) },
                new NumberingId { Val = id }
            );
        return new([properties, .. runs.Where(run => run.Text.Length > 0).Select(Linked)]);
    }

    public IEnumerable<Paragraph> Lines(string style, IEnumerable<string> lines) =>
        lines.Where(line => line.Length > 0).Select(line => Paragraph(style, line));

    public Paragraph PageNumber() =>
        new(Properties("PageNumber"), new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" });

    public IEnumerable<OpenXmlElement> Block(LetterBlock block, int level = 0, int? list = null) =>
        block switch
        {
            LetterBlock.Paragraph paragraph =>
            [
                Paragraph(list is null ? "BodyText" : "ListParagraph", paragraph.Runs, level, list),
            ],
            LetterBlock.Heading heading => [Paragraph("Heading2", heading.Runs)],
            LetterBlock.Bullets bullets => Bullets(bullets, list is null ? 0 : level + 1),
            _ => throw new InvalidOperationException($"No Word text for {block}."),
        };

    private List<OpenXmlElement> Bullets(LetterBlock.Bullets bullets, int level)
    {
        var id = bullets.Numbered ? BulletsId + ++NumberedLists : BulletsId;
        return bullets.Items.SelectMany(item => item.SelectMany(block => Block(block, level, id))).ToList();
    }

    private ParagraphProperties Properties(string style) =>
        new()
        {
            ParagraphStyleId = new() { Val = style },
            BiDi = language.IsRightToLeft ? new() : null,
        };

    private OpenXmlElement Linked(LetterRun run)
    {
        if (run.Link is null)
            return Run(run);
        links.Add(run.Link);
        return new Hyperlink(Run(run)) { Id = $"link{links.Count}" };
    }

    private static Languages LanguagesOf(LetterLanguage other) =>
        other.IsRightToLeft ? new() { Bidi = other.Culture } : new() { Val = other.Culture };

    private static Run Run(LetterRun run)
    {
        if (run.Text == "\n")
            return new(new Break());
        var properties = new RunProperties
        {
            Bold = run.Bold ? new() : null,
            BoldComplexScript = run.Bold ? new() : null,
            Italic = run.Italic ? new() : null,
            ItalicComplexScript = run.Italic ? new() : null,
            RightToLeftText = run.Text.Any(LetterLanguage.IsRightToLeftLetter) ? new() : null,
            Languages = run.Language is null ? null : LanguagesOf(LetterLanguage.For(run.Language)),
        };
        return new(properties, new Text(run.Text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
