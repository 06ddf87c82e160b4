using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Those who come to an event for one partner; its head, who was invited, registers the others by a link.</summary>
public sealed class Delegation : Entity
{
    public required Guid EventId { get; init; }
    public required Guid PartnerId { get; init; }
    public required Guid InvitationId { get; init; }
    public string HeadName { get; private set; } = "";
    public string HeadAddress { get; private set; } = "";

    /// <summary>In which its head and its people are written to.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>What its link says; another one whenever another head is written to, so that the former link opens nothing.</summary>
    public Guid LinkId { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public Guid OutgoingMessageId { get; private set; }

    /// <summary>Whether its link has gone to whoever is invited now.</summary>
    public bool IsLedBy(Invitation invitation) => (HeadName, HeadAddress) == (invitation.Name, invitation.Address);

    public bool IsOf(string address) => HeadAddress.Equals(address.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The link goes to whoever is invited.</summary>
    public void Write(Invitation invited, string language, Guid linkId, Guid outgoingMessageId, DateTimeOffset at)
    {
        (HeadName, HeadAddress, Language, LinkId) = (invited.Name, invited.Address, language, linkId);
        (OutgoingMessageId, SentAt) = (outgoingMessageId, at);
    }
}

public sealed class DelegationMapping : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.HasIndex(d => d.InvitationId).IsUnique();
        builder.HasIndex(d => d.EventId);
        builder.HasIndex(d => d.LinkId).IsUnique();
        builder.HasOne<Event>().WithMany().HasForeignKey(d => d.EventId);
        builder.HasOne<Partner>().WithMany().HasForeignKey(d => d.PartnerId);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(d => d.InvitationId);
        builder.HasOne<OutgoingMessage>().WithMany().HasForeignKey(d => d.OutgoingMessageId);
    }
}
