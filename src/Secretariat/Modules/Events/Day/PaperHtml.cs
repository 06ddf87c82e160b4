using System.Text.Encodings.Web;
using System.Text.Unicode;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>Badges and lists as one HTML page for print, with nothing outside it.</summary>
public sealed class PaperHtml(Text t)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Css = """
        @page { size: A4; margin: 12mm 15mm; }
        * { box-sizing: border-box; }
        html { font: 10pt/1.3 "Liberation Sans", Arial, sans-serif; color: #000; }
        body { margin: 0; }
        h1 { font-size: 1.5em; margin: 0; }
        header p { margin: 0 0 3mm; }
        h2 { font-size: 1.15em; margin: 4mm 0 1mm; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border-block-end: .5pt solid #777; padding: 1.6mm 1.5mm; text-align: start; vertical-align: top; }
        td.sign { width: 45mm; height: 10mm; }
        .badges { display: grid; grid-template-columns: 90mm 90mm; }
        .badge { width: 90mm; height: 54mm; border: .3pt dashed #999; padding: 4mm; break-inside: avoid; display: grid;
          grid-template: auto 1fr auto / 1fr 24mm; column-gap: 2mm; overflow: hidden; }
        .badge .event { font-size: 8pt; grid-column: 1 / 3; }
        .badge .who { align-self: center; overflow-wrap: anywhere; }
        .badge .name { font-size: 16pt; font-weight: bold; line-height: 1.1; }
        .badge .name.long { font-size: 12pt; }
        .badge .function { font-size: 9pt; }
        .badge .delegation { font-size: 10pt; font-weight: bold; }
        .badge .category { align-self: end; border-block-start: 2pt solid #000; font-size: 10pt; font-weight: bold; grid-column: 1 / 3;
          padding-block-start: 1mm; text-transform: uppercase; }
        .badge svg { width: 24mm; align-self: center; }
        .badge.pictured { grid-template-columns: 20mm 1fr 24mm; }
        .badge.pictured .event, .badge.pictured .category { grid-column: 1 / 4; }
        .badge img { width: 20mm; height: 26mm; object-fit: cover; align-self: center; }
        .foot { font-size: 8pt; }
        .badge .foot { font-size: 5.5pt; line-height: 1.1; margin: 0; }
        """;

    /// <summary>A longer name would leave the badge at the size of the others.</summary>
    private const int LongName = 24;

    /// <param name="heading">What the paper is, and of which day.</param>
    /// <param name="said">What is to be known of it, a paragraph each.</param>
    public string Write(
        string title,
        string heading,
        Paper paper,
        IReadOnlyList<PrintedPerson> people,
        IEnumerable<string> said
    ) =>
        $"""
            <!DOCTYPE html>
            <html lang="{t.Language.Code}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>{Text(heading)}</title>
            <style>
            {Css}
            {(paper is Paper.Badges ? "@page { margin: 13mm 15mm; }" : "")}
            </style>
            </head>
            <body>
            {(paper is Paper.Badges ? "" : $"<header><h1>{Text(title)}</h1><p>{Text(heading)}</p></header>")}
            <main>{Body(title, paper, people)}{string.Concat(said.Select(s => $"<p>{Text(s)}</p>"))}</main>
            </body>
            </html>

            """;

    private string Body(string title, Paper paper, IReadOnlyList<PrintedPerson> people) =>
        paper switch
        {
            Paper.Badges => $"<div class=\"badges\">{string.Concat(people.Select(p => Badge(title, p)))}</div>",
            _ when paper.IsByDelegation() => string.Concat(people.GroupBy(p => p.Delegation).Select(d => Delegation(paper, d)))
                + Footnotes(people),
            _ => Table(paper, people) + Footnotes(people),
        };

    private string Badge(string title, PrintedPerson p) =>
        $"""
            <section class="badge{(p.Photo is null ? "" : " pictured")}">
            <div class="event">{Text(title)}</div>
            {(p.Photo is { } photo ? $"<img src=\"{photo}\" alt=\"{Text(t.Of("Photograph of {0}", p.Name))}\">" : "")}
            <div class="who">
            <div class="name{(p.Name.Length > LongName ? " long" : "")}">{Text(p.Name)}</div>
            <div class="function">{Text(p.Function)}</div>
            <div class="delegation">{Text(p.Delegation)}{Mark(p)}</div>
            {Footnotes([p])}
            </div>
            {QrCode.Svg(p.Code, t.Of("Code of the badge"))}
            <div class="category">{Text(p.Category)}</div>
            </section>
            """;

    private string Delegation(Paper paper, IGrouping<string, PrintedPerson> delegation) =>
        $"<h2>{Text(delegation.Key)}{Mark(delegation.First())}</h2>{Table(paper, [.. delegation])}";

    private string Table(Paper paper, IReadOnlyList<PrintedPerson> people)
    {
        var last = paper switch
        {
            Paper.Signatures => t.Of("Signature"),
            Paper.Decisions => t.Of("State"),
            Paper.Participants => null,
            _ => t.Of("Category"),
        };
        string?[] heads = [t.Of("Name"), t.Of("Function"), paper.IsByDelegation() ? null : t.Of("Delegation"), last];
        var head = string.Concat(heads.OfType<string>().Select(h => $"<th scope=\"col\">{Text(h)}</th>"));
        return $"<table><thead><tr>{head}</tr></thead><tbody>{string.Concat(people.Select(p => Row(paper, p)))}</tbody></table>";
    }

    private string Row(Paper paper, PrintedPerson p)
    {
        var function = string.Join(", ", new[] { p.Function, p.Organisation }.OfType<string>());
        var last = paper switch
        {
            Paper.Signatures => "<td class=\"sign\"></td>",
            Paper.Decisions => $"<td>{Text(t.Of(RegistrationWords.NameOf(p.Status)))}</td>",
            Paper.Participants => "",
            _ => $"<td>{Text(p.Category)}</td>",
        };
        var delegation = paper.IsByDelegation() ? "" : $"<td>{Text(p.Delegation)}{Mark(p)}</td>";
        return $"<tr><th scope=\"row\">{Text(p.Name)}</th><td>{Text(function)}</td>{delegation}{last}</tr>";
    }

    private static string Mark(PrintedPerson p) => p.Footnote is null ? "" : "*";

    /// <summary>What has to stand beside the names of some partners.</summary>
    private string Footnotes(IReadOnlyList<PrintedPerson> people) =>
        string.Concat(
            people
                .Select(p => p.Footnote?.In(t.Language.Code))
                .OfType<string>()
                .Distinct()
                .Select(f => $"<p class=\"foot\">{Text(f.StartsWith('*') ? f : "* " + f)}</p>")
        );

    private static string Text(string text) => Encoder.Encode(PlainText.Clean(text));
}
