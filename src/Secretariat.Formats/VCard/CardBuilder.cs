using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.VCard;

/// <summary>Collects the lines of one card and makes sense of them.</summary>
/// <param name="isOld">Whether it is of version 2.1, where only a semicolon is ever escaped.</param>
internal sealed class CardBuilder(bool isOld)
{
    /// <summary>Where the structured name keeps what, and in which order it is spoken: prefix, given, additional, family, suffix.</summary>
    private const int FamilyPlace = 0,
        GivenPlace = 1;
    private static readonly int[] Spoken = [3, GivenPlace, 2, FamilyPlace, 4];

    private static readonly HashSet<string> Read =
    [
        "FN",
        "N",
        "EMAIL",
        "TEL",
        "ORG",
        "TITLE",
        "ROLE",
        "URL",
        "KIND",
        "LANG",
        "UID",
        "REV",
        "NOTE",
        "CATEGORIES",
    ];

    /// <summary>A timestamp (RFC 6350 section 4.3.5), and the longer form of 3.0.</summary>
    private static readonly string[] Timestamps = ["yyyyMMdd'T'HHmmssK", "yyyy-MM-dd'T'HH:mm:ssK"];

    private readonly List<Property> properties = [];

    public int Count => properties.Count;

    public void Take(ContentLine line)
    {
        if (!Read.Contains(line.Name))
            return;
        var parameters = line.ReadParameters();
        properties.Add(new Property(line.Name, line.ReadText(parameters), Rank(parameters), parameters["ALTID"]));
    }

    public Card Build()
    {
        var kept = properties.OrderBy(p => p.Rank).ToLookup(p => p.Name);
        var name = kept["N"].Select(p => Components(p.Value)).FirstOrDefault(c => c.Exists(x => x is not null)) ?? [];
        return new Card
        {
            Name = First(kept["FN"]) ?? Joined(" ", Spoken.Select(name.ElementAtOrDefault)),
            Given = name.ElementAtOrDefault(GivenPlace),
            Family = name.ElementAtOrDefault(FamilyPlace),
            Emails = All(kept["EMAIL"], ContactUri.Email),
            Phones = All(kept["TEL"], ContactUri.Phone),
            Organisation = kept["ORG"].Select(p => Joined(", ", Components(p.Value))).FirstOrDefault(o => o is not null),
            Title = First(kept["TITLE"]),
            Role = First(kept["ROLE"]),
            Url = First(kept["URL"]),
            Kind = First(kept["KIND"])?.ToLowerInvariant(),
            Languages = All(kept["LANG"], tag => tag),
            Uid = First(kept["UID"]),
            Revised = kept["REV"].Select(p => Instant(p.Value)).FirstOrDefault(i => i is not null),
            Note = kept["NOTE"].Select(p => EscapedText.OnItsLines(Unescaped(p.Value))).FirstOrDefault(n => n is not null),
            Categories = [.. kept["CATEGORIES"].SelectMany(p => EscapedText.Split(p.Value, ',')).Select(Text).OfType<string>()],
        };
    }

    /// <summary>From 1, the most preferred: PREF in 4.0 (RFC 6350 section 5.3), the type "pref" before it (RFC 2426 section 3.3.1).</summary>
    private static int Rank(ContentParameters parameters) =>
        int.TryParse(parameters["PREF"], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? Math.Clamp(rank, 1, 100)
        : parameters.Has("TYPE", "PREF") ? 1
        : 101;

    private string? First(IEnumerable<Property> values) => values.Select(p => Text(p.Value)).FirstOrDefault(t => t is not null);

    /// <summary>Values that share an ALTID are one value in several languages or scripts (RFC 6350 section 5.4): the first stands for all.</summary>
    private List<string> All(IEnumerable<Property> values, Func<string, string> strip)
    {
        var alternatives = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. values
                .Where(p => p.Alternative is null || alternatives.Add(p.Alternative))
                .Select(p => EscapedText.OnOneLine(strip(Unescaped(p.Value).Trim())))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Between semicolons; several words of one component are apart by commas (RFC 6350 section 3.3), which 2.1 does not know.</summary>
    private List<string?> Components(string value) =>
        [.. EscapedText.Split(value, ';').Select(c => isOld ? Text(c) : Joined(" ", EscapedText.Split(c, ',').Select(Text)))];

    private string? Text(string value) => EscapedText.OnOneLine(Unescaped(value));

    private static DateTimeOffset? Instant(string value) =>
        DateTimeOffset.TryParseExact(
            value.Trim(),
            Timestamps,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;

    private string Unescaped(string value) =>
        isOld ? value.Replace("\\;", ";", StringComparison.Ordinal) : EscapedText.Unescape(value);

    private static string? Joined(string separator, IEnumerable<string?> pieces) =>
        string.Join(separator, pieces.OfType<string>()) is { Length: > 0 } text ? text : null;

    private sealed record Property(string Name, string Value, int Rank, string? Alternative);
}
