using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What a merge did with a record.</summary>
public enum MovedAs
{
    /// <summary>It went over to the kept entry.</summary>
    Moved,

    /// <summary>It was made, for days of a record that holds on some alone.</summary>
    Copied,

    /// <summary>It is of the kept entry and gave days away.</summary>
    Cut,
}

/// <summary>A record that a merge moved, made or cut.</summary>
/// <param name="Values">What it says since, by which it is told whether it was changed; null where work on it goes on all the same.</param>
/// <param name="Before">On which days it held before, where the merge changed them.</param>
public sealed record MovedRecord(
    Guid Id,
    IReadOnlyDictionary<string, string?>? Values,
    MovedAs As = MovedAs.Moved,
    Days? Before = null
);

/// <summary>All records of one sort that moved, and what they are called.</summary>
public sealed record MovedRecords(string Sort, IReadOnlyList<MovedRecord> Records, string? Heading = null);

/// <summary>Two entries were found to be one partner: what moved, and what stood before, so that it can be undone.</summary>
public sealed class PartnerMerge : Entity
{
    public required Guid KeptId { get; init; }
    public required Guid GoneId { get; init; }

    /// <summary>What the kept entry said of the partner before, and what it says since.</summary>
    public required PartnerNames Before { get; init; }
    public required PartnerNames After { get; init; }
    public IReadOnlyList<MovedRecords> Moved { get; private set; } = [];
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Why two entries cannot be merged, or null when they can.</summary>
    public static string? WhyNot(Partner kept, Partner gone) =>
        kept.Id == gone.Id ? Text.Key("An entry cannot be merged with itself.")
        : kept.MergedIntoId is not null || gone.MergedIntoId is not null
            ? Text.Key("One of the two has been merged already. Look at them as they are now.")
        : null;

    /// <summary>Why it cannot be undone as far as the entries themselves go, or null when it can.</summary>
    /// <param name="kept">The entry that was kept.</param>
    /// <param name="others">The merges into it that are not undone.</param>
    public Reason? WhyNotUndo(Partner kept, IEnumerable<PartnerMerge> others) =>
        UndoneAt is not null ? (Reason)Text.Key("The merge has been undone already.")
        : kept.MergedIntoId is not null ? (Reason)Text.Key("The entry was merged into another one since. Undo that first.")
        : others.Any(m => m.KeptId == KeptId && m.At > At)
            ? (Reason)Text.Key("Another entry was merged into it since. Undo that first.")
        : After.ChangedOn(kept) is { } changed
            ? Text.Key(
                "The entry was changed since the merge: {0}. Put this value back first, or correct both entries by hand.",
                changed
            )
        : null;

    /// <summary>The records of a sort that moved.</summary>
    public IReadOnlyList<MovedRecord> Of(string sort) => Moved.FirstOrDefault(m => m.Sort == sort)?.Records ?? [];

    internal Reason HeadingOf(string sort) => Moved.FirstOrDefault(m => m.Sort == sort)?.Heading ?? FieldNames.Of(sort);

    /// <summary>How many records of each sort go back when it is undone.</summary>
    public IEnumerable<(string Heading, int Number)> GoesBack =>
        Moved
            .Where(m => m.Heading is not null)
            .Select(m => (m.Heading!, m.Records.Count(r => r.As is MovedAs.Moved)))
            .Where(m => m.Item2 > 0);

    internal void Begin(Moving moving) => Report(new PartnersMerged(moving));

    internal void Remember(IReadOnlyList<MovedRecords> moved) => Moved = moved;

    internal void BeginUndo(Parting parting) => Report(new PartnersParted(parting));

    internal void Undo(DateTimeOffset at) => UndoneAt = at;
}

public sealed class PartnerMergeMapping : IEntityTypeConfiguration<PartnerMerge>
{
    public void Configure(EntityTypeBuilder<PartnerMerge> builder)
    {
        builder.Property(m => m.Before).HasJson();
        builder.Property(m => m.After).HasJson();
        builder.Property(m => m.Moved).HasJson();
        builder.HasIndex(m => m.KeptId);
        builder.HasIndex(m => m.GoneId);
    }
}
