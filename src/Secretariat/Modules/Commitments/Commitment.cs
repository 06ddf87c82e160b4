using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Commitments;

public enum CommitmentKind
{
    /// <summary>Law, policy, agreements.</summary>
    Policy,
    Financial,

    /// <summary>Staff, experts, training.</summary>
    Human,

    /// <summary>Procedures and ways of working together.</summary>
    Process,
}

public enum CommitmentStatus
{
    Planned,
    InProgress,
    Fulfilled,
    Discontinued,
}

/// <summary>What a partner has promised: one thing, with a target by which one sees whether it was done.</summary>
public sealed class Commitment : Entity
{
    public required Guid PartnerId { get; init; }
    public required CommitmentKind Kind { get; init; }
    public required LocalizedText Title { get; init; }

    /// <summary>By what one sees that it is fulfilled.</summary>
    public required LocalizedText Target { get; init; }

    /// <summary>The strand of work to which it belongs; null: to all of them.</summary>
    public string? StrandCode { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day by which it is to be fulfilled, where one was named.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The message by which it was made.</summary>
    public Guid? EvidenceMessageId { get; init; }

    /// <summary>What was said of it, one by one.</summary>
    public List<CommitmentProgress> Progress { get; init; } = [];

    public CommitmentProgress? LatestOn(DateOnly day) =>
        Progress.Where(p => p.On <= day).OrderBy(p => p.On).ThenBy(p => p.Id).LastOrDefault();

    public CommitmentStatus StatusOn(DateOnly day) => LatestOn(day)?.Status ?? CommitmentStatus.Planned;

    public bool IsOpenOn(DateOnly day) => StatusOn(day) is CommitmentStatus.Planned or CommitmentStatus.InProgress;

    public bool IsOverdueOn(DateOnly day) => Due < day && IsOpenOn(day);

    /// <summary>Why nothing can be said of it for that day, or null when something can.</summary>
    public string? WhyNotReport(DateOnly on, DateOnly today) =>
        on < On ? Text.Key("On that day the commitment had not been made yet.")
        : on > today ? Text.Key("This day is still to come.")
        : null;

    public void Report(CommitmentProgress progress, DateOnly today)
    {
        if (WhyNotReport(progress.On, today) is { } reason)
            throw new InvalidOperationException(reason);
        Progress.Add(progress);
    }
}

/// <summary>How it stands with a commitment from a day on, and who says so.</summary>
public sealed class CommitmentProgress : Entity
{
    public required Guid CommitmentId { get; init; }
    public required DateOnly On { get; init; }
    public required CommitmentStatus Status { get; init; }

    /// <summary>Whether the partner says so itself, or the secretariat notes it.</summary>
    public required bool IsOwnReport { get; init; }
    public required string Words { get; init; }
}

public sealed class CommitmentMappings : IEntityTypeConfiguration<Commitment>, IEntityTypeConfiguration<CommitmentProgress>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId);
        builder.HasOne<Message>().WithMany().HasForeignKey(c => c.EvidenceMessageId);
        builder.HasMany(c => c.Progress).WithOne().HasForeignKey(p => p.CommitmentId);
        builder.HasIndex(c => new { c.PartnerId, c.On });
    }

    public void Configure(EntityTypeBuilder<CommitmentProgress> builder) => builder.HasIndex(p => new { p.CommitmentId, p.On });
}
