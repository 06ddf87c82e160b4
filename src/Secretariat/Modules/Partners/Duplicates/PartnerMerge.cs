using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A record that moved, and by which it is told whether it was changed since; null where work on it goes on all the same.</summary>
public sealed record MovedRecord(Guid Id, string? Content);

/// <summary>All records of one sort that moved.</summary>
public sealed record MovedRecords(string Sort, IReadOnlyList<MovedRecord> Records);

/// <summary>Two entries were found to be one partner: what moved, and what stood before, so that it can be undone.</summary>
public sealed class PartnerMerge : Entity
{
    public required Guid KeptId { get; init; }
    public required Guid GoneId { get; init; }

    /// <summary>What the kept entry was called before, and what it is called since.</summary>
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
    public string? WhyNotUndo(Partner kept) =>
        UndoneAt is not null ? Text.Key("The merge has been undone already.")
        : kept.MergedIntoId is not null ? Text.Key("The entry was merged into another one since. Undo that first.")
        : PartnerNames.Of(kept) != After
            ? Text.Key("The entry was changed since the merge. Put its values back first, or correct both entries by hand.")
        : null;

    /// <summary>The records of a sort that moved.</summary>
    public IReadOnlyList<MovedRecord> Of(string sort) => Moved.FirstOrDefault(m => m.Sort == sort)?.Records ?? [];

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
