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
            {Annex(letter.Annex, language)}
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
            <footer class="addressee" style="--lines: {size}">{Lines(lines)}{Check(letter.Check, check)}</footer>
            """;
    }

    private static string Check(LetterCheck? check, string? line) =>
        check is null ? "" : $"<p class=\"check\"><a href=\"{Text(check.Link)}\"><bdi>{Text(line!)}</bdi></a></p>";

    private static string Head(LetterDocument letter) =>
        $"""
            <header>
            <div class="sender"><p class="name">{Text(letter.Sender.Name)}</p>
            <div class="titles">{Lines(LetterLines.Titles(letter))}</div>
            <div class="address">{Lines(LetterLines.Address(letter))}</div></div>
            <div class="mark">{Lines(LetterLines.Mark(letter))}</div>
            </header>
            """;

    private static string Letter(LetterDocument letter) =>
        $"""
            <main>
            {(
                LetterLines.Subject(letter) is { } subject
                    ? $"<h1 class=\"subject\">{Text(subject)}</h1>"
                    : ""
            )}
            <p class="salutation">{Text(letter.Salutation)}</p>
            {Blocks(LetterMarkdown.Read(letter.Body))}
            <div class="signature"><p class="close">{Text(letter.Close)}</p>
            <div class="signatory">{Lines([
                letter.SignatoryName,
                letter.SignatoryFunction ?? "",
            ])}</div></div>
            </main>
            """;

    private static string Annex(LetterAnnex? annex, LetterLanguage language) =>
        annex is null
            ? ""
            : $"""
                <section class="annex">
                <p class="annex-word">{Text(language.Annex)}</p>
                <h1>{Text(annex.Title)}</h1>
                {(
                    annex.Subtitle is null
                        ? ""
                        : $"<p class=\"subtitle\">{Text(annex.Subtitle)}</p>"
                )}
                <table>
                <thead><tr>{Cells(annex.Columns, "<th scope=\"col\">", "</th>")}</tr></thead>
                <tbody>
                {string.Join(
                    '\n',
                    annex.Rows.Select(row => $"<tr>{Cells(row, "<td>", "</td>")}</tr>")
                )}
                </tbody>
                </table>
                </section>
                """;

    private static string Cells(IEnumerable<string> cells, string before, string after) =>
        string.Concat(cells.Select(cell => before + Text(cell) + after));

    // bdi: a telephone number or an address keeps its own direction in a letter that runs the other way.
    private static string Lines(IEnumerable<string> lines) =>
        string.Concat(lines.Where(line => line.Length > 0).Select(line => $"<p><bdi>{Text(line)}</bdi></p>"));

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

    private static string Runs(IEnumerable<LetterRun> runs) => string.Concat(runs.Select(Run));

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
        return html.ToString();
    }

    private static string Text(string text) => Encoder.Encode(PlainText.Printable(text));
}
