using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Programme;

/// <summary>
/// Speakers in protocol order, as the list of partners has it. For whom somebody speaks is read from the text: the partner’s name
/// stands after a comma, as in “Ada Sample, Minister of the Interior, France”. The others stay at their places.
/// </summary>
/// <param name="places">Of each partner by its folded names.</param>
public sealed class SpeakingOrder(IReadOnlyDictionary<string, int> places)
{
    public static async Task<SpeakingOrder> ReadAsync(
        SecretariatDb db,
        string language,
        AsOf today,
        CancellationToken cancellationToken
    )
    {
        var lines = await db.CurrentPartners.LinesAsync(db, language, today, cancellationToken);
        var placeOf = lines.Select((line, place) => (line.Id, place)).ToDictionary(l => l.Id, l => l.place);
        var partners = await db.CurrentPartners.AsNoTracking().ToListAsync(cancellationToken);
        var named =
            from partner in partners
            where placeOf.ContainsKey(partner.Id)
            from name in NamesOf(partner).Select(Fold.Plain).Distinct()
            group placeOf[partner.Id] by name;
        // A name that two partners have tells of neither.
        return new(named.Where(n => n.Count() == 1).ToDictionary(n => n.Key, n => n.Single()));
    }

    /// <summary>The same speakers in both languages; who is known in one of them is known in the other by name.</summary>
    /// <returns>Of how many the partner is known, beside the texts in their order.</returns>
    public (string? English, string? French, int Known) Of(string? english, string? french)
    {
        var (first, second) = (Speakers(english), Speakers(french));
        var known = first
            .Concat(second)
            .Select(s => (Name: NameOf(s), Place: PlaceOf(s)))
            .Where(s => s.Place is not null)
            .DistinctBy(s => s.Name)
            .ToDictionary(s => s.Name, s => s.Place!.Value);
        return (InOrder(first, known) ?? english, InOrder(second, known) ?? french, known.Count);
    }

    private static IEnumerable<string> NamesOf(Partner partner) =>
        new[] { partner.Name, partner.ShortName, partner.OfficialName }
            .SelectMany(text => text?.Languages.Select(text.In) ?? [])
            .Append(partner.OwnName)
            .OfType<string>()
            .Where(name => name.Length > 0);

    private static List<string> Speakers(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string NameOf(string speaker) => Fold.Plain(speaker.Split(',')[0].Trim());

    private int? PlaceOf(string speaker)
    {
        foreach (var part in speaker.Split(',').Skip(1).Reverse())
            if (places.TryGetValue(Fold.Plain(part.Trim()), out var place))
                return place;
        return null;
    }

    private static string? InOrder(List<string> speakers, Dictionary<string, int> known)
    {
        if (speakers.Count == 0)
            return null;
        var ordered = new Queue<string>(speakers.Where(s => known.ContainsKey(NameOf(s))).OrderBy(s => known[NameOf(s)]));
        return string.Join("; ", speakers.Select(s => known.ContainsKey(NameOf(s)) ? ordered.Dequeue() : s));
    }
}
