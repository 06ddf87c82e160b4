using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Two entries become one: who keeps records of partners moves them, or says why they stay or why they forbid it.</summary>
public sealed record PartnersMerged(Moving Moving) : IFact;

/// <summary>What goes over from one entry to the other, what stays with the one that goes, and what forbids it.</summary>
public sealed class Moving(SecretariatDb db, Partner kept, Partner gone)
{
    private readonly List<MovedRecords> moved = [];
    private readonly List<(string Heading, int Number)> counts = [];
    private readonly List<Reason> staying = [];
    private readonly List<Reason> inPart = [];
    private readonly List<Reason> forbidding = [];

    public Guid KeptId => kept.Id;

    public Guid GoneId => gone.Id;

    public IReadOnlyList<MovedRecords> Moved => moved;

    /// <summary>How many records of each sort move.</summary>
    public IEnumerable<(string Heading, int Number)> Counts => counts.Where(c => c.Number > 0);

    /// <summary>What does not move, and why.</summary>
    public IReadOnlyList<Reason> Staying => staying;

    /// <summary>What moves for some of its days alone, and why.</summary>
    public IReadOnlyList<Reason> InPart => inPart;

    /// <summary>Why the two cannot be merged now.</summary>
    public IReadOnlyList<Reason> Forbidding => forbidding;

    public void Forbid(Reason reason) => forbidding.Add(reason);

    internal void Stay(Reason reason) => staying.Add(reason);

    internal void GoesInPart(Reason reason) => inPart.Add(reason);

    /// <summary>Moves what the entry that goes has, but for what would collide with something of the entry that stays.</summary>
    /// <param name="heading">What records of the sort are called.</param>
    /// <param name="theirs">The records of the entry that goes.</param>
    /// <param name="whyStays">Why one of them stays, or null when it moves.</param>
    public async Task TakeAsync<T>(
        string heading,
        IQueryable<T> theirs,
        Func<T, Reason?> whyStays,
        CancellationToken cancellationToken
    )
        where T : Entity => Take(heading, Moves(await theirs.ToListAsync(cancellationToken), whyStays), isFinal: true);

    /// <summary>Moves all that the entry that goes has of a sort of which there can be any number, and on which work goes on.</summary>
    public async Task TakeAllAsync<T>(string heading, IQueryable<T> theirs, CancellationToken cancellationToken)
        where T : Entity => Take(heading, await theirs.ToListAsync(cancellationToken), isFinal: false);

    /// <summary>Moves what holds from day to day, for the days on which it holds beside what the entry that stays has.</summary>
    /// <param name="theirs">The facts of the entry that goes.</param>
    /// <param name="own">Those of the entry that stays.</param>
    /// <param name="sort">Which of two holds.</param>
    public async Task TakeDaysAsync<T>(
        IQueryable<T> theirs,
        IQueryable<T> own,
        OneADay<T> sort,
        CancellationToken cancellationToken
    )
        where T : Entity, IDated
    {
        var taken = await theirs.OrderBy(t => t.From).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var there = await own.OrderBy(t => t.From).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        new MoveDays<T>(db, this, sort).Take(taken, there);
    }

    /// <summary>Says of records that they move; the caller moves them.</summary>
    public void Took(string heading, string sort, IReadOnlyList<MovedRecord> records)
    {
        counts.Add((heading, records.Count(r => r.As is MovedAs.Moved)));
        moved.Add(new(sort, records, heading));
    }

    /// <summary>Those that move; of the others it is said why not.</summary>
    public List<T> Moves<T>(IReadOnlyList<T> theirs, Func<T, Reason?> whyStays)
    {
        var moving = new List<T>();
        foreach (var record in theirs)
            if (whyStays(record) is { } reason)
                staying.Add(reason);
            else
                moving.Add(record);
        return moving;
    }

    private void Take<T>(string heading, IReadOnlyList<T> records, bool isFinal)
        where T : Entity
    {
        foreach (var record in records)
            db.PutUnder(record, kept.Id);
        Took(heading, typeof(T).Name, [.. records.Select(r => new MovedRecord(r.Id, isFinal ? db.ValuesOf(r) : null))]);
    }
}
