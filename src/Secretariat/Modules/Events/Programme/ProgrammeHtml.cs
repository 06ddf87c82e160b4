using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Modules.Events.Programme;

/// <summary>A programme as one HTML page for print in the look of a letter: Chromium turns it into a tagged PDF.</summary>
public static class ProgrammeHtml
{
    public static string Write(PrintedProgramme programme) =>
        $$"""
            <!DOCTYPE html>
            <html lang="{{LetterLanguage.For(programme.Language).Culture}}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{LetterHtml.Text(programme.FileTitle)}}</title>
            <style>
            {{LetterLook.Css}}
            @page { @bottom-center { content: "{{InCss(programme.Mark)}} – " counter(page); } }
            @page :first { @bottom-center { content: "{{InCss(programme.Mark)}}"; } }
            header { text-align: center; margin-block-end: 6mm; }
            header p { margin: 0 0 1mm; }
            h2 { margin-block-start: 6mm; }
            th:first-child:nth-last-child(3) { width: 17%; }
            td p { margin: 0; }
            </style>
            </head>
            <body>
            <header>
            <h1>{{LetterHtml.Runs([programme.Title])}}</h1>
            {{Lines(programme.Head)}}
            </header>
            <main>
            {{string.Join('\n', programme.Days.Select(day => Day(day, programme.Columns)))}}
            </main>
            </body>
            </html>

            """;

    private static string Day(PrintedDay day, IReadOnlyList<string> columns) =>
        $"""
            <section>
            <h2>{LetterHtml.Text(day.Day)}</h2>
            <table>
            <thead><tr>{string.Concat(
                columns.Select(column => $"<th scope=\"col\">{LetterHtml.Text(column)}</th>")
            )}</tr></thead>
            <tbody>
            {string.Join('\n', day.Items.Select(Item))}
            </tbody>
            </table>
            </section>
            """;

    private static string Item(PrintedItem item) =>
        $"<tr><td>{LetterHtml.Text(item.Time)}</td><td>{Lines(item.What)}</td><td>{LetterHtml.Text(item.Room)}</td></tr>";

    private static string Lines(IEnumerable<IReadOnlyList<LetterRun>> lines) =>
        string.Concat(lines.Select(line => $"<p>{LetterHtml.Runs(line)}</p>"));

    /// <summary>Within a string of CSS (CSS Syntax 3, section 4.3.5), which may not end its element either.</summary>
    private static string InCss(string text) =>
        string.Concat(PlainText.Printable(text).Select(c => c is '"' or '\\' or '<' or '\n' ? $@"\{(int)c:x} " : $"{c}"));
}
