using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A sort of facts of which a partner has one a day: where both entries have one, one of the two holds.</summary>
public sealed record OneADay<T>
    where T : Entity, IDated
{
    /// <summary>What facts of the sort are called.</summary>
    public required string Heading { get; init; }

    /// <summary>Whether two of them cannot hold on one day.</summary>
    public required Func<T, T, bool> AreRivals { get; init; }

    /// <summary>Whether the first, of the entry that goes, holds on the days that it shares with the second; else the second does.</summary>
    public Func<T, T, bool> Prevails { get; init; } = (_, _) => false;

    /// <summary>Why the two cannot be facts of one partner, or null when they can.</summary>
    public Func<T, T, Reason?> WhyNotOfOne { get; init; } = (_, _) => null;

    public required Func<T, Reason> Name { get; init; }

    /// <summary>The one of the kept entry that holds on some of its days.</summary>
    internal T? RivalOf(T theirs, IEnumerable<T> own) => own.FirstOrDefault(k => Meet(theirs, k));

    internal bool PrevailsOverAny(T theirs, IEnumerable<T> own) => own.Any(k => Meet(theirs, k) && Prevails(theirs, k));

    /// <summary>The days for which one of the entry that goes holds beside those of the kept entry.</summary>
    internal IReadOnlyList<Days> LeftOf(T theirs, IEnumerable<T> own) =>
        Days.Of(theirs).Without(own.Where(k => Meet(theirs, k) && !Prevails(theirs, k)));

    /// <summary>The days for which one of the kept entry still holds.</summary>
    internal IReadOnlyList<Days> LeftOfOwn(T own, IEnumerable<T> theirs) =>
        Days.Of(own).Without(theirs.Where(g => Meet(g, own) && Prevails(g, own)));

    private bool Meet(T theirs, T own) => theirs.MeetsOn(own) && AreRivals(theirs, own);
}
