using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A partner's choice of the person who speaks for it, as an officer confirmed it.</summary>
public sealed class Nomination : Entity
{
    public required Guid PartnerId { get; init; }
    public required Guid ProposalId { get; init; }
    public required Guid MessageId { get; init; }
    public required Guid MandateId { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
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
