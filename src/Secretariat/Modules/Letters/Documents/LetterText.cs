using System.Text;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>A letter as plain text: for the text part of a mail, for comparing, for reading over.</summary>
public static class LetterText
{
    public static string Write(LetterDocument letter)
    {
        var parts = new List<string?>
        {
            Lines([PlainText.Clean(letter.Sender.Name), .. LetterLines.Titles(letter)]),
            Lines(LetterLines.Address(letter)),
            Lines(LetterLines.Mark(letter)),
            LetterLines.Subject(letter),
            PlainText.Clean(letter.Salutation),
        };
        parts.AddRange(LetterMarkdown.Read(letter.Body).Select(block => Write(block, "")));
        parts.Add(PlainText.Clean(letter.Close));
        parts.Add(Lines([PlainText.Clean(letter.SignatoryName), PlainText.Clean(letter.SignatoryFunction ?? "")]));
        parts.Add(Lines(LetterLines.Addressee(letter)));
        parts.Add(LetterLines.Check(letter));
        if (letter.Annex is { } annex)
            parts.AddRange(Write(annex, LetterLines.Language(letter).Annex));
        return string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))) + "\n";
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static string Write(LetterBlock block, string indent) =>
        block switch
        {
            LetterBlock.Paragraph paragraph => Write(paragraph.Runs),
            LetterBlock.Heading heading => Write(heading.Runs),
            LetterBlock.Bullets list => Write(list, indent),
            _ => throw new InvalidOperationException($"No text for {block}."),
        };

    private static string Write(LetterBlock.Bullets list, string indent)
    {
        var text = new StringBuilder();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var mark = list.Numbered ? $"{i + 1}. " : "– ";
            var item = string.Join('\n', list.Items[i].Select(block => Write(block, indent + "  ")));
            text.Append(i > 0 ? "\n" : "").Append(indent).Append(mark).Append(item);
        }
        return text.ToString();
    }

    private static string Write(IEnumerable<LetterRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run.Text);
            if (run.Link is not null && !run.Link.EndsWith(run.Text, StringComparison.OrdinalIgnoreCase))
                text.Append(" <").Append(run.Link).Append('>');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Write(LetterAnnex annex, string word)
    {
        yield return Lines([word, PlainText.Clean(annex.Title), PlainText.Clean(annex.Subtitle ?? "")]);
        yield return Lines(annex.Rows.Prepend(annex.Columns).Select(row => string.Join(" | ", row.Select(PlainText.Clean))));
    }
}
