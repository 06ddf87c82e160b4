using System.Text.Encodings.Web;
using System.Text.Unicode;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>A briefing as one HTML page for print, with nothing outside it: Chromium turns it into a tagged PDF.</summary>
public static class BriefingHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Css = """
        @page { size: A4; margin: 12mm 15mm; }
        * { box-sizing: border-box; }
        html { font: 9pt/1.25 "Liberation Serif", "Times New Roman", serif; color: #000; }
        html.short { font-size: 10.5pt; }
        body { margin: 0; }
        h1 { font-size: 1.6em; line-height: 1.2; margin: 0; }
        header { border-block-end: .75pt solid #555; padding-block-end: 1.5mm; margin-block-end: 2mm; }
        header p { margin: 0; }
        header .day { font-weight: bold; }
        h2 { font-size: 1.1em; margin: 2.2mm 0 .6mm; break-after: avoid; }
        ul { margin: 0; padding-inline-start: 4mm; }
        li { margin: 0; }
        a { color: inherit; text-decoration: none; }
        @media screen { body { max-width: 180mm; margin: 12mm auto; padding: 0 5mm; } }
        """;

    /// <param name="site">Where the links lead, such as https://secretariat.example.</param>
    public static string Write(Briefing briefing, string site) =>
        $"""
            <!DOCTYPE html>
            <html lang="{Text(LetterLanguage.For(briefing.Language).Culture)}"{(IsShort(briefing) ? " class=\"short\"" : "")}>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(briefing.FileTitle)}</title>
            <style>
            {Css}
            </style>
            </head>
            <body>
            <header>
            <h1>{Text(briefing.Title)}</h1>
            <p class="day">{Text(briefing.Subtitle)}</p>
            {string.Concat(briefing.Head.Select(line => $"<p>{Text(line)}</p>"))}
            </header>
            <main>
            {string.Join('\n', briefing.Sections.Select(section => Section(section, site)))}
            </main>
            </body>
            </html>

            """;

    /// <summary>With so few lines a larger print fits on the sheet, even if each of them takes two.</summary>
    private static bool IsShort(Briefing briefing) => briefing.Head.Count + briefing.Sections.Sum(s => s.Lines.Count) <= 24;

    private static string Section(BriefingSection section, string site) =>
        $"<h2>{Text(section.Heading)}</h2>\n<ul>{string.Concat(section.Lines.Select(line => Line(line, site)))}</ul>";

    private static string Line(BriefingLine line, string site) =>
        line.Href is null
            ? $"<li>{Text(line.Words)}</li>"
            : $"<li><a href=\"{Text(site + line.Href)}\">{Text(line.Words)}</a></li>";

    private static string Text(string text) => Encoder.Encode(PlainText.Clean(text));
}
