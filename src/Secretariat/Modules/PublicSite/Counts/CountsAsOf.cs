using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Figures;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.PublicSite.Counts;

/// <summary>Every count on a day, each beside what has been officially quoted: neither replaces the other.</summary>
public sealed record CountsAsOf(AsOf AsOf, IReadOnlyList<CountBesideQuotes> Counts, IReadOnlyList<QuotedCount> OtherQuotes)
{
    public CountBesideQuotes Of<TCount>()
        where TCount : ICount => Counts.First(c => c.Count is TCount);

    public static async Task<CountsAsOf> ReadAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var quotes = await db
            .QuotedCounts.AsNoTracking()
            .Where(q => q.On <= asOf.Day)
            .OrderBy(q => q.On)
            .ThenBy(q => q.Code)
            .ToListAsync(cancellationToken);
        var counts = new List<CountBesideQuotes>();
        foreach (var count in await AllAsync(db, asOf, cancellationToken))
        {
            var lines = await count.AtAsync(db, asOf, cancellationToken);
            counts.Add(new CountBesideQuotes(count, lines, quotes.FindAll(count.IsBeside)));
        }

        return new CountsAsOf(asOf, counts, quotes.FindAll(q => !counts.Exists(c => c.Quotes.Contains(q))));
    }

    private static async Task<IEnumerable<ICount>> AllAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var conferences = await db
            .Events.AsNoTracking()
            .Where(e => e.IsOwn && e.Kind == "conference")
            .ToListAsync(cancellationToken);
        var instruments = await db
            .Instruments.AsNoTracking()
            .Where(i => i.On <= asOf.Day)
            .OrderBy(i => i.On)
            .ToListAsync(cancellationToken);
        return
        [
            new PartnersListed(),
            new ContactPoints(),
            new InterestByStrand(),
            .. conferences
                .Where(e => e.Actual is not null && e.Actual.SortKey <= asOf.Day)
                .OrderBy(e => e.Actual!.SortKey)
                .Select(e => new ConferenceParticipants(e.Code, e.Actual!.Text)),
            .. instruments.Select(i => new Endorsements(i)),
        ];
    }
}

/// <summary>What the records give, and the citations beside it.</summary>
public sealed record CountBesideQuotes(ICount Count, IReadOnlyList<Counted> Lines, IReadOnlyList<QuotedCount> Quotes)
{
    public int Total => Lines.Sum(l => l.Number);

    /// <summary>The lines with something to say: a number of our own, or one that is quoted.</summary>
    public IEnumerable<Counted> Shown => Lines.Where(l => l.Number > 0 || QuotedFor(l) is not null);

    public CountPart? QuotedFor(Counted line) => Quotes.SelectMany(q => q.Parts).FirstOrDefault(p => p.KindCode == line.Code);
}
