using Secretariat.Formats;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

public enum BriefingReader
{
    Office,

    /// <summary>The partner's own contact: what its desk may show, and nothing of the office.</summary>
    Desk,
}

/// <summary>One partner on one page, in the words of one language. Every form of it is written from this.</summary>
/// <param name="Head">Lines under the title.</param>
/// <param name="Persons">Whose names stand in it.</param>
public sealed record Briefing(
    string Code,
    string Title,
    string Subtitle,
    string Language,
    IReadOnlyList<string> Head,
    IReadOnlyList<BriefingSection> Sections,
    IReadOnlyList<Guid> Persons
)
{
    /// <summary>Title in the properties of a file.</summary>
    public string FileTitle => $"{Title} – {Subtitle}";

    /// <summary>Its name as a file.</summary>
    public static string FileName(string code, AsOf day, string ending) => $"briefing-{code}-{day}.{ending}";
}

public sealed record BriefingSection(string Heading, IReadOnlyList<BriefingLine> Lines);

/// <summary>A line, with the way to its record within the site; null where the reader may open none.</summary>
public sealed record BriefingLine
{
    /// <summary>More would not fit into one printed line, and the page not on one sheet.</summary>
    private const int Longest = 118;

    public BriefingLine(string words, string? href = null) =>
        (Words, Href) = (words.Length <= Longest ? words : $"{WellFormed.Cut(words, Longest - 1).TrimEnd()}…", href);

    public string Words { get; }

    public string? Href { get; }
}

internal static class BriefingLines
{
    /// <summary>As many as fit, and how many more there are.</summary>
    /// <param name="total">How many there are, where not all were read.</param>
    public static IReadOnlyList<BriefingLine> AtMost(
        this IEnumerable<BriefingLine> lines,
        int most,
        Text t,
        string? moreAt,
        int? total = null
    )
    {
        var all = lines.ToList();
        var more = Math.Max(total ?? 0, all.Count) - Math.Min(most, all.Count);
        return
        [
            .. all.Take(most),
            .. more > 0 ? [new BriefingLine(t.Of("and {0} more", more), moreAt)] : Array.Empty<BriefingLine>(),
        ];
    }

    public static IReadOnlyList<BriefingLine> Or(this IReadOnlyList<BriefingLine> lines, Text t, string nothing, string? href) =>
        lines.Count > 0 ? lines : [new BriefingLine(t.Of(nothing), href)];
}
