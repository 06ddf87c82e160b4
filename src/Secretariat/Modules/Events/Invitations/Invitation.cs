using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>A partner is invited to an event, by a message to one person who speaks for it.</summary>
public sealed class Invitation : Entity
{
    public required Guid EventId { get; init; }
    public required Guid PartnerId { get; init; }

    /// <summary>In which role the invited person speaks: whoever follows in it is invited in their place.</summary>
    public required MandateRole Role { get; init; }

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";

    /// <summary>How often it was sent before: the revision of calendars (RFC 5545 section 3.8.7.4).</summary>
    public int Sequence { get; private set; } = -1;

    /// <summary>When the person was invited; what is told them later leaves it as it is.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>The last message to them.</summary>
    public Guid OutgoingMessageId { get; private set; }

    /// <summary>Null until somebody has answered.</summary>
    public Attendance? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the same person had answered before something changed that asks anew.</summary>
    public Attendance? AnswerBefore { get; private set; }

    /// <summary>The message by which it was answered.</summary>
    public Guid? AnswerMessageId { get; private set; }

    /// <summary>How an answer came that no calendar gave: by whom, by which way.</summary>
    public string? AnsweredHow { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>To one person; to another one before, whose answer is not theirs.</summary>
    public void Send(Mandate to, Guid outgoingMessageId, DateTimeOffset at)
    {
        if (IsWithdrawn)
            throw new InvalidOperationException("The invitation was withdrawn.");
        AnswerBefore = null;
        (PersonId, Name, Address) = (to.PersonId, to.Person.Name, to.Person.Email!);
        (Sequence, SentAt, OutgoingMessageId) = (Sequence + 1, at, outgoingMessageId);
        (Answer, AnsweredAt, AnswerMessageId, AnsweredHow) = (null, null, null, null);
    }

    /// <summary>Something has changed that the same person is told of.</summary>
    /// <param name="asksAnew">What was answered before was for something else.</param>
    public void Tell(string address, Guid outgoingMessageId, bool asksAnew)
    {
        (Address, Sequence, OutgoingMessageId) = (address, Sequence + 1, outgoingMessageId);
        if (!asksAnew)
            return;
        AnswerBefore = Answer ?? AnswerBefore;
        (Answer, AnsweredAt, AnswerMessageId, AnsweredHow) = (null, null, null, null);
    }

    /// <summary>Whether a calendar's answer is one to this sending, from this person, and the latest.</summary>
    public bool IsAnsweredBy(InvitationAnswered fact) =>
        !IsWithdrawn
        && Address.Equals(fact.Address, StringComparison.OrdinalIgnoreCase)
        && fact.Sequence >= Sequence
        && !(fact.At < AnsweredAt);

    public void Take(InvitationAnswered fact)
    {
        (Answer, AnsweredAt, AnswerMessageId) = (fact.Attendance, fact.At, fact.MessageId);
        AnsweredHow = null;
    }

    public string? WhyNotEnter(string? how) =>
        IsWithdrawn ? Text.Key("The invitation was withdrawn.")
        : string.IsNullOrWhiteSpace(how) ? Text.Key("Say who answered, and by which way.")
        : null;

    /// <param name="answer">Null takes a wrong entry back.</param>
    public void Enter(Attendance? answer, string how, DateTimeOffset at)
    {
        if (WhyNotEnter(how) is { } reason)
            throw new InvalidOperationException(reason);
        (Answer, AnsweredHow, AnswerMessageId) = (answer, answer is null ? null : how, null);
        AnsweredAt = answer is null ? null : at;
    }

    public string? WhyNotWithdraw(string? because) =>
        IsWithdrawn ? Text.Key("The invitation was withdrawn.")
        : string.IsNullOrWhiteSpace(because) ? Text.Key("Say why the invitation is withdrawn.")
        : null;

    public void Withdraw(string because, DateTimeOffset at)
    {
        if (WhyNotWithdraw(because) is { } reason)
            throw new InvalidOperationException(reason);
        (WithdrawnAt, WithdrawnBecause) = (at, because);
    }
}

public sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        // Of two who invite at the same moment one hears it.
        builder
            .HasIndex(i => new { i.EventId, i.PartnerId }, "IX_Invitations_Open")
            .IsUnique()
            .HasFilter("\"WithdrawnAt\" IS NULL");
        builder.HasIndex(i => new { i.PartnerId, i.SentAt });
        builder.HasIndex(i => new { i.PersonId, i.SentAt });
        builder.HasOne<Event>().WithMany().HasForeignKey(i => i.EventId);
        builder.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        builder.HasOne<OutgoingMessage>().WithMany().HasForeignKey(i => i.OutgoingMessageId);
        builder.HasOne<Message>().WithMany().HasForeignKey(i => i.AnswerMessageId);
    }
}
