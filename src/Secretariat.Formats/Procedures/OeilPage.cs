using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Secretariat.Formats.Html;

namespace Secretariat.Formats.Procedures;

/// <summary>
/// The page of a procedure in the Legislative Observatory: its title is the last heading before the sections, and the rows below the heading
/// “Key events” are date, event, references and summary. Tables and headings are real ones or, in older pages, made of divisions.
/// </summary>
internal sealed class OeilPage
{
    private static readonly HashSet<string> KeyEvents = new(StringComparer.OrdinalIgnoreCase)
    {
        "Key events",
        "Événements clés",
        "Evénements clés",
    };

    private static readonly HashSet<string> Sections = new(KeyEvents, StringComparer.OrdinalIgnoreCase)
    {
        "Basic information",
        "Key players",
        "Technical information",
        "Documentation gateway",
        "Informations de base",
        "Acteurs principaux",
        "Informations techniques",
        "Portail de documentation",
    };

    private readonly ProcedureBuilder procedure = new();
    private readonly OeilRow row = new();
    private OpenElement? heading;
    private string? title;
    private string language = "en";
    private bool hasSections;
    private bool isInEvents;
    private int rows;

    public Procedure Read(string html)
    {
        foreach (var token in HtmlTokens.Read(html, withTitle: true))
        {
            if (token.Type is HtmlTokenType.Character)
                Text(token.Data);
            else if (token.Type is HtmlTokenType.StartTag)
                Start(token.AsTag());
            else if (token.Type is HtmlTokenType.EndTag)
                End(token.Name);
        }
        EndRow();
        if (!hasSections)
            throw new InvalidDataException(
                "It is no page of a procedure in the Legislative Observatory (no heading “Key events” or “Basic information”) and no JSON: fetch the procedure file again."
            );
        if (title is not null)
            procedure.Title(language, title);
        return procedure.Finish();
    }

    private void Text(string text)
    {
        if (heading is not null)
            heading.Text.Append(text);
        else
            row.Text(text);
    }

    private void Start(HtmlTagToken tag)
    {
        if (tag.Name is "html" && tag.GetAttribute("lang") is { Length: > 0 } said)
            language = said.Split('-')[0].ToLowerInvariant();
        else if (heading is not null)
            heading.Start(tag.Name);
        else if (tag.Name is "title" or "h1" or "h2" or "h3" or "h4" || HasClass(tag, "ep_title"))
            StartHeading(tag.Name);
        else if (isInEvents && (tag.Name is "tr" || HasClass(tag, "ep-table-row")))
            EndRow();
        else if (isInEvents && (tag.Name is "td" or "th" || HasClass(tag, "ep-table-cell")))
            row.StartCell(tag.Name);
        else
            row.Start(tag.Name);
    }

    private void End(string name)
    {
        if (heading is null)
            row.End(name);
        else if (heading.End(name))
            EndHeading(Words.OnOneLine(heading.Text.ToString()));
    }

    private void StartHeading(string name)
    {
        EndRow();
        isInEvents = false;
        heading = new OpenElement(name);
    }

    private void EndHeading(string text)
    {
        var isPageTitle = heading!.Name is "title";
        heading = null;
        procedure.Reference ??= ProcedureBuilder.ReferenceIn(text);
        if (isPageTitle || text.Length is 0)
            return;
        isInEvents = KeyEvents.Contains(text);
        if (Sections.Contains(text))
            hasSections = true;
        else if (!hasSections && ProcedureBuilder.ReferenceIn(text) != text)
            title = text;
    }

    private void EndRow()
    {
        var cells = row.Take();
        if (cells.Count < 2 || cells.All(c => c.Count is 0) || cells[0] is ["Date"])
            return;
        rows++;
        var (written, type) = (string.Join(' ', cells[0]), string.Join(' ', cells[1]));
        if (ProcedureBuilder.Day(written) is { } day && type.Length > 0)
            procedure.Add(new ProcedureEvent(day, type, null, cells.Count > 2 ? cells[2] : []));
        else
            procedure.LeaveOut(
                $"Row {rows} of the key events has no date and event but “{written}” and “{type}”; it is left out."
            );
    }

    private static bool HasClass(HtmlTagToken tag, string name) =>
        tag.Name is "div" && tag.GetAttribute("class")?.Split(' ').Contains(name, StringComparer.Ordinal) is true;
}
