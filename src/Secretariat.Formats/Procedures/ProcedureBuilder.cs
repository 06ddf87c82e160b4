using System.Globalization;
using System.Text.RegularExpressions;

namespace Secretariat.Formats.Procedures;

/// <summary>Gathers what a source says of a procedure.</summary>
internal sealed partial class ProcedureBuilder
{
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly List<ProcedureEvent> events = [];
    private readonly List<string> notices = [];
    private int moreNotices;
    private int count;

    public string? Reference { get; set; }

    public void Title(string language, string text)
    {
        if (Words.OnOneLine(language) is { Length: > 0 } code && Words.OnOneLine(text) is { Length: > 0 } title)
            titles[code] = title;
    }

    public void Add(ProcedureEvent happened)
    {
        CountEvent();
        events.Add(happened);
    }

    /// <summary>Says why an event is left out.</summary>
    public void LeaveOut(string why)
    {
        CountEvent();
        Notice(why);
    }

    private void CountEvent()
    {
        if (++count > ProcedureReader.MaxEvents)
            throw new InvalidDataException(
                $"It has more than {ProcedureReader.MaxEvents} events: no procedure has so many; fetch it again from its source."
            );
    }

    public void Notice(string text)
    {
        if (notices.Count < ProcedureReader.MaxNotices - 1)
            notices.Add(Words.OnOneLine(text));
        else
            moreNotices++;
    }

    public Procedure Finish()
    {
        if (Reference is null)
            Notice("It names no reference of a procedure.");
        if (moreNotices > 0)
            notices.Add($"And {moreNotices} more of this kind.");
        return new Procedure(Reference, titles, [.. events.OrderBy(e => e.Date)], notices);
    }

    /// <summary>A day as 2024-12-13, with a time behind it or without, or as 13/12/2024.</summary>
    public static DateOnly? Day(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length > 10 && text[10] is 'T' or ' ')
            text = text[..10];
        return DateOnly.TryParseExact(
            text,
            ["yyyy-MM-dd", "dd/MM/yyyy", "dd.MM.yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    /// <summary>The first inter-institutional reference in a text: year, number, sometimes a letter, and the kind of procedure.</summary>
    public static string? ReferenceIn(string text) => Written().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"[0-9]{4}/[0-9]{4}[A-Z]{0,2}\([A-Z]{3}\)", RegexOptions.None, 1000)]
    private static partial Regex Written();
}
