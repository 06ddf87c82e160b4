namespace Secretariat.Modules.Letters.Documents;

/// <summary>A letter as plain text: for a mail, for comparing, for reading over.</summary>
public static class LetterText
{
    public static string Write(LetterDocument letter) => Join(Parts(letter));

    /// <summary>The letter as an e-mail says it: from the salutation to whoever signs, then the annexes.</summary>
    public static string WriteMail(LetterDocument letter) =>
        Join([
            [new(PlainText.Clean(letter.Salutation))],
            .. Body(letter),
            [new(PlainText.Clean(letter.Close))],
            Lines(letter, [.. Signatory(letter), .. LetterLines.Titles(letter)]),
            .. Annexes(letter),
        ]);

    /// <summary>Each with an empty line after it, with the language of words that are in another one.</summary>
    public static IReadOnlyList<IReadOnlyList<LetterRun>> Parts(LetterDocument letter)
    {
        IReadOnlyList<IReadOnlyList<LetterRun>> parts =
        [
            Lines(letter, [PlainText.Clean(letter.Sender.Name), .. LetterLines.Titles(letter)]),
            Lines(letter, LetterLines.Address(letter)),
            Lines(letter, LetterLines.Mark(letter)),
            .. letter.IsNoteVerbale
                ?
                [
                    [new(LetterLines.Language(letter).NoteVerbale)],
                ]
                : Nothing,
            [new(LetterLines.Subject(letter) ?? "")],
            [new(PlainText.Clean(letter.Salutation))],
            .. Body(letter),
            [new(PlainText.Clean(letter.Close))],
            .. letter.IsNoteVerbale
                ?
                [
                    [new(LetterLines.PlaceAndDay(letter))],
                    [new(LetterLines.Seal)],
                ]
                : (IReadOnlyList<IReadOnlyList<LetterRun>>)[Lines(letter, Signatory(letter))],
            Lines(letter, LetterLines.Addressee(letter)),
            [new(LetterLines.Check(letter) ?? "")],
            .. Annexes(letter),
        ];
        return [.. parts.Where(part => part.Any(run => run.Text.Length > 0))];
    }

    private static IReadOnlyList<IReadOnlyList<LetterRun>> Nothing => [];

    private static string Join(IEnumerable<IReadOnlyList<LetterRun>> parts) =>
        string.Join("\n\n", parts.Select(part => string.Concat(part.Select(run => run.Text)))) + "\n";

    private static IEnumerable<string> Signatory(LetterDocument letter) =>
        [PlainText.Clean(letter.SignatoryName), PlainText.Clean(letter.SignatoryFunction ?? "")];

    private static IEnumerable<IReadOnlyList<LetterRun>> Body(LetterDocument letter) =>
        LetterMarkdown.Read(letter.Body).Select(block => Write(block, ""));

    private static IReadOnlyList<LetterRun> Lines(LetterDocument letter, IEnumerable<string> lines) =>
        Joined([.. lines.Where(line => line.Length > 0).Select(line => Words(letter, line))], "\n");

    private static LetterRun Words(LetterDocument letter, string text) =>
        new(PlainText.Clean(text), Language: letter.OtherLanguageOf(text));

    private static IReadOnlyList<LetterRun> Write(LetterBlock block, string indent) =>
        block switch
        {
            LetterBlock.Paragraph paragraph => Write(paragraph.Runs),
            LetterBlock.Heading heading => Write(heading.Runs),
            LetterBlock.Bullets list => Write(list, indent),
            _ => throw new InvalidOperationException($"No text for {block}."),
        };

    private static List<LetterRun> Write(LetterBlock.Bullets list, string indent)
    {
        var text = new List<LetterRun>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var mark = list.Numbered ? $"{i + 1}. " : "– ";
            text.Add(new((i > 0 ? "\n" : "") + indent + mark));
            foreach (var (place, block) in list.Items[i].Index())
                text.AddRange([new(place > 0 ? "\n" : ""), .. Write(block, indent + "  ")]);
        }
        return text;
    }

    private static IReadOnlyList<LetterRun> Write(IEnumerable<LetterRun> runs) =>
        [
            .. runs.SelectMany(run =>
                run.Link is null || run.Link.EndsWith(run.Text, StringComparison.OrdinalIgnoreCase)
                    ? [run]
                    : new[] { run, new($" <{run.Link}>") }
            ),
        ];

    private static IEnumerable<IReadOnlyList<LetterRun>> Annexes(LetterDocument letter)
    {
        foreach (var (word, annex) in LetterLines.Annexes(letter))
        {
            yield return Lines(letter, [word, annex.Title, annex.Subtitle ?? ""]);
            var rows = annex.Rows.Prepend(annex.Columns);
            yield return [.. rows.SelectMany((row, i) => Cells(letter, row).Prepend(new(i > 0 ? "\n" : "")))];
        }
    }

    private static IReadOnlyList<LetterRun> Cells(LetterDocument letter, IEnumerable<string> cells) =>
        [.. cells.SelectMany((cell, i) => i > 0 ? Cell(letter, cell).Prepend(new(" | ")) : Cell(letter, cell))];

    /// <summary>Its lines one behind the other.</summary>
    private static IReadOnlyList<LetterRun> Cell(LetterDocument letter, string cell) =>
        Joined([.. cell.Split('\n').Select(line => Words(letter, line))], " – ");

    private static IReadOnlyList<LetterRun> Joined(IReadOnlyList<LetterRun> runs, string between) =>
        [.. runs.SelectMany((run, i) => i > 0 ? [new(between), run] : new[] { run })];
}
