using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// One message of the server as the platform has seen it. Server = ledger, always: what cannot be stored as a message of
/// its own (an exact copy) stands here too, pointing at the first.
/// </summary>
public sealed class LedgerEntry : Row
{
    /// <summary>Host, user and folder: <c>imap://user@host/INBOX</c>, or <c>folder:in</c>.</summary>
    public required string Mailbox { get; init; }

    /// <summary>RFC 3501 §2.3.1.1; 0 for a folder.</summary>
    public required long UidValidity { get; init; }

    /// <summary>The UID, or the file's name in a folder.</summary>
    public required string Uid { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
    public required Guid MessageId { get; init; }
}

public sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder
            .HasIndex(e => new
            {
                e.Mailbox,
                e.UidValidity,
                e.Uid,
            })
            .IsUnique();
        builder.HasOne<Message>().WithMany().HasForeignKey(e => e.MessageId);
    }
}
