using System.Text.Json;
using System.Text.Json.Serialization;

namespace Secretariat.Platform.Domain;

/// <summary>
/// When offices in a country are open: what nobody has asked for comes in then, and neither at night nor on a free day.
/// Of a country without an entry in <c>data/office-hours</c>, and of what is no country, those of the Commission in Brussels.
/// </summary>
public sealed class OfficeHours
{
    public static readonly TimeOnly Opening = new(8, 0);
    public static readonly TimeOnly Closing = new(18, 0);

    /// <summary>Far beyond the longest run of free days: an entry that leaves no working day keeps nothing back for ever.</summary>
    private const int MostDays = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly bool areKept;
    private readonly Dictionary<string, OfficeDays> countries;

    /// <param name="areKept">Where they are not, every instant is one of them.</param>
    public OfficeHours(bool areKept = true)
        : this(areKept ? ReadCountries() : new Dictionary<string, OfficeCountry>()) => this.areKept = areKept;

    public OfficeHours(IReadOnlyDictionary<string, OfficeCountry> countries)
    {
        areKept = true;
        this.countries = countries.ToDictionary(
            c => c.Key,
            c => new OfficeDays(c.Key, c.Value),
            StringComparer.OrdinalIgnoreCase
        );
    }

    /// <summary>The countries that are known, by ISO 3166-1 alpha-2.</summary>
    public static IReadOnlyDictionary<string, OfficeCountry> ReadCountries()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "office-hours", "countries.json");
        return JsonSerializer.Deserialize<Dictionary<string, OfficeCountry>>(File.ReadAllBytes(path), Json)
            ?? throw new JsonException($"{path} holds nothing.");
    }

    /// <summary>The next of their hours as in <see cref="Next"/>, or the instant itself where that were no earlier than an end.</summary>
    public DateTimeOffset NextBefore(DateTimeOffset? end, string? isoAlpha2, DateTimeOffset at) =>
        Next(isoAlpha2, at) is var next && end <= next ? at : next;

    /// <summary>The instant itself when offices there are open, else their next opening.</summary>
    public DateTimeOffset Next(string? isoAlpha2, DateTimeOffset at)
    {
        if (!areKept)
            return at;
        var days = countries.GetValueOrDefault(isoAlpha2 ?? "");
        var zone = days?.Zone ?? Clock.Brussels;
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (IsWorked(day) && time >= Opening && time < Closing)
            return at;
        if (time >= Opening)
            day = day.AddDays(1);
        for (var last = day.AddDays(MostDays); day < last && !IsWorked(day); )
            day = day.AddDays(1);
        return Clock.InstantOf(day.ToDateTime(Opening), zone);

        bool IsWorked(DateOnly d) => days?.IsOne(d) ?? WorkingDays.IsOne(d);
    }
}
