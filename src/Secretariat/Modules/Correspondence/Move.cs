using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

public enum MoveKind
{
    /// <summary>One message, and what followed it, under another thread.</summary>
    Filed,

    /// <summary>A message and the answers to it, into a thread of their own.</summary>
    Split,

    /// <summary>A whole thread into another.</summary>
    Merged,
}

/// <summary>What a message was filed under before a move.</summary>
public sealed record MovedMessage(Guid Id, Guid? FromId, FiledBy By)
{
    public static MovedMessage Of(Message message) => new(message.Id, message.ThreadId, message.FiledBy);
}

/// <summary>An officer's step that put messages under another thread. It remembers where each was, so that it can be taken back.</summary>
public sealed class Move : Entity
{
    public required MoveKind Kind { get; init; }

    /// <summary>Null when nothing was filed before.</summary>
    public required Guid? FromId { get; init; }
    public required Guid ToId { get; init; }
    public required IReadOnlyList<MovedMessage> Messages { get; init; }

    /// <summary>Our own messages that moved with them.</summary>
    public IReadOnlyList<Guid> Sent { get; init; } = [];

    /// <summary>The threads that became a part of the other.</summary>
    public IReadOnlyList<Guid> Threads { get; init; } = [];
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <param name="messages">Its messages as they are now.</param>
    public string? WhyNotUndo(IEnumerable<Message> messages)
    {
        if (UndoneAt is not null)
            return Text.Key("This has been taken back already.");
        return messages.Any(m => m.ThreadId != ToId)
            ? Text.Key("Some of these messages have been filed elsewhere since. Take that back first.")
            : null;
    }

    public void MarkUndone(DateTimeOffset now) => UndoneAt = now;
}

public sealed class MoveMapping : IEntityTypeConfiguration<Move>
{
    public void Configure(EntityTypeBuilder<Move> builder)
    {
        builder.Property(m => m.Messages).HasJson();
        builder.Property(m => m.Sent).HasJson();
        builder.Property(m => m.Threads).HasJson();
        builder.HasOne<Thread>().WithMany().HasForeignKey(m => m.FromId);
        builder.HasOne<Thread>().WithMany().HasForeignKey(m => m.ToId);
    }
}
