using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>What has become of a nomination: one line of states from the message that asks for it to its end.</summary>
public enum NominationStatus
{
    /// <summary>A message asks for it.</summary>
    Proposed,

    /// <summary>The partner was asked and stands by it.</summary>
    Verified,

    /// <summary>It stands in the record.</summary>
    Confirmed,

    /// <summary>Somebody else was nominated in the person's place.</summary>
    Replaced,

    /// <summary>The secretariat did not take it over.</summary>
    Declined,

    /// <summary>The partner took it back.</summary>
    Withdrawn,
}

/// <summary>A partner's choice of the person who speaks for it, as an officer confirmed it.</summary>
public sealed class Nomination : Entity
{
    private Guid mandateId;

    public required Guid PartnerId { get; init; }
    public required Guid ProposalId { get; init; }
    public required Guid MessageId { get; init; }
    public required Guid MandateId
    {
        get => mandateId;
        init => mandateId = value;
    }
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Confirmed, and later perhaps replaced or withdrawn.</summary>
    public NominationStatus Status { get; private set; } = NominationStatus.Confirmed;

    /// <summary>The first day on which it no longer held.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The nomination that took its place, if it was one.</summary>
    public Guid? ReplacedById { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Another mandate says what its own said: for some of its strands alone, or for all.</summary>
    internal void Follow(Guid mandate) => mandateId = mandate;

    /// <param name="successor">Null where an officer entered the successor without a nomination.</param>
    internal void Replace(Nomination? successor, DateOnly on) =>
        (Status, EndedOn, ReplacedById) = (NominationStatus.Replaced, on, successor?.Id);

    /// <summary>Why the partner cannot have taken it back by that day, or null when it can.</summary>
    public string? WhyNotWithdraw(Mandate mandate, DateOnly? on, string? because, DateOnly today)
    {
        if (Status is not NominationStatus.Confirmed)
            return Text.Key("Only a nomination that stands in the record can be withdrawn.");
        if (on is null)
            return Text.Key("Say on which day it was withdrawn.");
        if (on > today.AddDays(1))
            return Text.Key("This day is still to come.");
        if (mandate.To <= on)
            return Text.Key("The mandate had ended by then.");
        return mandate.WhyNotEnd(EndOf(mandate, on.Value, today))
            ?? (string.IsNullOrWhiteSpace(because) ? Text.Key("Say in a reason how the partner took it back, and when.") : null);
    }

    /// <summary>The partner takes it back: its mandate ends on that day.</summary>
    public void Withdraw(Mandate mandate, DateOnly on, string because, DateOnly today)
    {
        if (WhyNotWithdraw(mandate, on, because, today) is { } reason)
            throw new InvalidOperationException(reason);
        mandate.End(EndOf(mandate, on, today));
        (Status, EndedOn, WithdrawnBecause) = (NominationStatus.Withdrawn, on, because.Trim());
    }

    /// <summary>One that is still to begin never does.</summary>
    private static DateOnly EndOf(Mandate mandate, DateOnly on, DateOnly today) => mandate.From > today ? mandate.From : on;
}

public enum Stance
{
    Interested,
    Declined,
}

/// <summary>What a partner said about taking part in a strand of work, from a day on.</summary>
public sealed class Interest : Entity, IDated
{
    public required Guid PartnerId { get; init; }
    public required string StrandCode { get; init; }
    public required Stance Stance { get; init; }
    public required Guid MessageId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; private set; }

    /// <summary>Another word of the same day took its place: it held on no day.</summary>
    public bool IsOverruled => To == From;

    public string? WhyNotEnd(DateOnly on) => on < From ? Text.Key("An interest cannot end before it began.") : null;

    /// <summary>Ends on that day, or, where an end is recorded, earlier.</summary>
    public void End(DateOnly on)
    {
        if (WhyNotEnd(on) is { } reason)
            throw new InvalidOperationException(reason);
        To = on;
    }
}

public sealed class NominationMappings : IEntityTypeConfiguration<Nomination>, IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.HasIndex(n => n.ProposalId).IsUnique();
        builder.HasOne<Partner>().WithMany().HasForeignKey(n => n.PartnerId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(n => n.ProposalId);
        builder.HasOne<Message>().WithMany().HasForeignKey(n => n.MessageId);
        builder.HasOne<Mandate>().WithMany().HasForeignKey(n => n.MandateId);
    }

    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.HasIndex(i => new { i.PartnerId, i.StrandCode });
        builder.HasIndex(i => new { i.PartnerId, i.StrandCode }, "IX_Interests_Open").IsUnique().HasFilter("\"To\" IS NULL");
        builder.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId);
        builder.HasOne<Message>().WithMany().HasForeignKey(i => i.MessageId);
    }
}
