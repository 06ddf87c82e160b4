using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What somebody answers to an invitation (RFC 5546 section 3.2.3).</summary>
public enum Attendance
{
    Accepted,
    Declined,
    Tentative,
}

/// <summary>What one invited person has answered last to one invitation, out of the calendar.</summary>
public sealed class InvitationAnswer : Entity
{
    /// <summary>Of the event that was sent (RFC 5545 section 3.8.4.7).</summary>
    public required string Uid { get; init; }

    /// <summary>Of a series, which one: its original beginning in UTC or its day; empty for all of it.</summary>
    public required string Instance { get; init; }

    /// <summary>In lower case.</summary>
    public required string Address { get; init; }

    public string? Name { get; private set; }
    public string? Summary { get; private set; }
    public Attendance Attendance { get; private set; }

    /// <summary>Of the invitation that was answered; a later one needs a new answer.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }
    public Guid MessageId { get; private set; }

    /// <summary>Whether an answer is later than this one: answers overtake each other on their way (RFC 5546 section 2.1.5).</summary>
    public bool IsOlderThan(int sequence, DateTimeOffset at) => Sequence < sequence || (Sequence == sequence && AnsweredAt <= at);

    public void Take(GivenAnswer answer, Guid messageId)
    {
        (Name, Summary, Attendance) = (answer.Name, answer.Summary, answer.Attendance);
        (Sequence, AnsweredAt, MessageId) = (answer.Sequence, answer.At, messageId);
        Report(new InvitationAnswered(Uid, Instance, Address, Attendance, Sequence, AnsweredAt, MessageId));
    }

    public static string InWords(Attendance attendance) =>
        attendance switch
        {
            Attendance.Accepted => Text.Key("{0} takes part in “{1}”."),
            Attendance.Declined => Text.Key("{0} does not take part in “{1}”."),
            _ => Text.Key("{0} perhaps takes part in “{1}”."),
        };
}

/// <summary>Somebody has answered an invitation by the calendar, as of <see cref="InvitationAnswer"/>.</summary>
public sealed record InvitationAnswered(
    string Uid,
    string Instance,
    string Address,
    Attendance Attendance,
    int Sequence,
    DateTimeOffset At,
    Guid MessageId
) : IFact;

/// <summary>An answer as a message gives it.</summary>
public sealed record GivenAnswer(
    string Uid,
    string Instance,
    string Address,
    string? Name,
    string? Summary,
    Attendance Attendance,
    int Sequence,
    DateTimeOffset At
);

public sealed class InvitationAnswerMapping : IEntityTypeConfiguration<InvitationAnswer>
{
    public void Configure(EntityTypeBuilder<InvitationAnswer> builder)
    {
        builder
            .HasIndex(a => new
            {
                a.Uid,
                a.Instance,
                a.Address,
            })
            .IsUnique();
        builder.HasOne<Message>().WithMany().HasForeignKey(a => a.MessageId);
    }
}
