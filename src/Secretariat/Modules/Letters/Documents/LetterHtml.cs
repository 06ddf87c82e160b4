using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>A letter as one HTML page for print, with nothing outside it: Chromium turns it into a tagged PDF.</summary>
public static class LetterHtml
{
    private const int CharactersInLine = 90;

    // Smaller letters.
    private const int CharactersInCheck = 110;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(LetterDocument letter)
    {
        var language = LetterLines.Language(letter);
        var direction = language.IsRightToLeft ? "rtl" : "ltr";
        return $"""
            <!DOCTYPE html>
            <html lang="{Text(language.Culture)}" dir="{direction}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(letter.Title)}</title>
            <style>
            {LetterLook.Css}
            </style>
            </head>
            <body>
            {Addressee(letter)}
            {Head(letter)}
            {Letter(letter)}
            {string.Join('\n', LetterLines.Annexes(letter).Select(each => Annex(letter, each.Word, each.Annex)))}
            </body>
            </html>

            """;
    }

    // First in the page: two floats fill page one down to its foot, so that the text flows above and goes on overleaf.
    private static string Addressee(LetterDocument letter)
    {
        var lines = LetterLines.Addressee(letter);
        var check = LetterLines.Check(letter);
        var height =
            lines.Sum(line => 1 + (line.Length / CharactersInLine))
            + (check is null ? 0 : 1 + (check.Length / CharactersInCheck));
        var size = height.ToString(CultureInfo.InvariantCulture);
        return $"""
            <div class="foot-spacer" style="--lines: {size}"></div>
            <footer class="addressee" style="--lines: {size}">{Lines(letter, lines)}{Check(letter.Check, check)}</footer>
            """;
    }

    private static string Check(LetterCheck? check, string? line) =>
        check is null ? "" : $"<p class=\"check\"><a href=\"{Text(check.Link)}\"><bdi>{Text(line!)}</bdi></a></p>";

    private static string Head(LetterDocument letter) =>
        $"""
            <header>
            <div class="sender"><p class="name"{Language(letter, letter.Sender.Name)}>{Text(letter.Sender.Name)}</p>
            <div class="titles">{Lines(letter, LetterLines.Titles(letter))}</div>
            <div class="address">{Lines(letter, LetterLines.Address(letter))}</div></div>
            <div class="mark">{Lines(letter, LetterLines.Mark(letter))}</div>
            </header>
            """;

    private static string Letter(LetterDocument letter) =>
        $"""
            <main>
            {(
                letter.IsNoteVerbale
                    ? $"<h1 class=\"note\">{Text(LetterLines.Language(letter).NoteVerbale)}</h1>"
                    : ""
            )}
            {(
                LetterLines.Subject(letter) is { } subject
                    ? Subject(subject, letter.IsNoteVerbale ? "h2" : "h1")
                    : ""
            )}
            <p class="salutation">{Text(letter.Salutation)}</p>
            {Blocks(LetterMarkdown.Read(letter.Body))}
            <div class="signature"><p class="close">{Text(letter.Close)}</p>
            {(
                letter.IsNoteVerbale ? Seal(letter) : Signatory(letter)
            )}</div>
            </main>
            """;

    private static string Subject(string subject, string tag) => $"<{tag} class=\"subject\">{Text(subject)}</{tag}>";

    private static string Signatory(LetterDocument letter) =>
        $"""<div class="signatory">{Lines(letter, [letter.SignatoryName, letter.SignatoryFunction ?? ""])}</div>""";

    private static string Seal(LetterDocument letter) =>
        $"""<p class="place">{Text(LetterLines.PlaceAndDay(letter))}</p><p class="seal">{LetterLines.Seal}</p>""";

    private static string Annex(LetterDocument letter, string word, LetterAnnex annex) =>
        $"""
                <section class="annex">
                <p class="annex-word">{Text(word)}</p>
                <h1{Language(letter, annex.Title)}>{Text(annex.Title)}</h1>
                {(
                    annex.Subtitle is null
                        ? ""
                        : $"<p class=\"subtitle\">{Text(annex.Subtitle)}</p>"
                )}
                <table>
                <thead><tr>{string.Concat(annex.Columns.Select(column => $"<th scope=\"col\">{Text(column)}</th>"))}</tr></thead>
                <tbody>
                {string.Join(
                    '\n',
                    annex.Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => Cell(letter, cell)))}</tr>")
                )}
                </tbody>
                </table>
                </section>
                """;

    private static string Cell(LetterDocument letter, string cell) =>
        cell.Contains('\n', StringComparison.Ordinal)
            ? $"<td>{string.Join("<br>", cell.Split('\n').Select(line => $"<span{Language(letter, line)}>{Text(line)}</span>"))}</td>"
            : $"<td{Language(letter, cell)}>{Text(cell)}</td>";

    private static string Language(LetterDocument letter, string text) => Language(letter.OtherLanguageOf(text));

    private static string Language(string? other) => other is null ? "" : $" lang=\"{Text(LetterLanguage.For(other).Culture)}\"";

    // bdi: a telephone number or an address keeps its own direction in a letter that runs the other way.
    private static string Lines(LetterDocument letter, IEnumerable<string> lines) =>
        string.Concat(
            lines.Where(line => line.Length > 0).Select(line => $"<p><bdi{Language(letter, line)}>{Text(line)}</bdi></p>")
        );

    private static string Blocks(IEnumerable<LetterBlock> blocks) => string.Join('\n', blocks.Select(Block));

    private static string Block(LetterBlock block) =>
        block switch
        {
            LetterBlock.Paragraph paragraph => $"<p>{Runs(paragraph.Runs)}</p>",
            LetterBlock.Heading heading => $"<h2>{Runs(heading.Runs)}</h2>",
            LetterBlock.Bullets list => List(list, list.Numbered ? "ol" : "ul"),
            _ => throw new InvalidOperationException($"No HTML for {block}."),
        };

    private static string List(LetterBlock.Bullets list, string tag) =>
        $"<{tag}>{string.Concat(list.Items.Select(item => $"<li>{Blocks(item)}</li>"))}</{tag}>";

    internal static string Runs(IEnumerable<LetterRun> runs) => string.Concat(runs.Select(Run));

    private static string Run(LetterRun run)
    {
        if (run.Text == "\n")
            return "<br>";

        // Not strong and em: Chromium tags them with names of PDF 2.0, unknown to readers of PDF 1.7.
        var html = new StringBuilder(Text(run.Text));
        if (run.Italic)
            html.Insert(0, "<i>").Append("</i>");
        if (run.Bold)
            html.Insert(0, "<b>").Append("</b>");
        if (run.Link is not null)
            html.Insert(0, $"<a href=\"{Text(run.Link)}\">").Append("</a>");
        if (run.Language is not null)
            html.Insert(0, $"<span{Language(run.Language)}>").Append("</span>");
        return html.ToString();
    }

    internal static string Text(string text) => Encoder.Encode(PlainText.Printable(text));
}
