using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>An address at which mail of ours did not arrive, by the last report on it.</summary>
public sealed class FailedAddress : Entity
{
    /// <summary>In lower case.</summary>
    public required string Address { get; init; }

    /// <summary>No such mailbox or domain: whatever is sent there will come back.</summary>
    public bool IsHard { get; private set; }
    public FailureReason Reason { get; private set; }

    /// <summary>What the mail system said.</summary>
    public string Words { get; private set; } = "";
    public int Times { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>When the first report came since nothing was known against it; not kept of what failed before this was asked.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset Since => FailingSince ?? LastAt;

    /// <summary>The report.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>An officer says that it can be written to again.</summary>
    public bool IsCleared { get; private set; }

    public static string Key(string address) => address.Trim().ToLowerInvariant();

    /// <summary>A full mailbox after "no such mailbox" tells that there is one.</summary>
    public void Fail(ReportedRecipient reported, Message report)
    {
        // Reports overtake each other on their way; the last word counts.
        if (report.ReceivedAt < LastAt)
            return;
        FailingSince = IsCleared || Times == 0 ? report.ReceivedAt : Since;
        (IsHard, Reason, Words) = (reported.Class is FailureClass.Hard, reported.Reason, reported.Words);
        (Times, LastAt, MessageId, IsCleared) = (Times + 1, report.ReceivedAt, report.Id, false);
    }

    /// <summary>What stands beside the address.</summary>
    public Reason InWords() =>
        IsHard
            ? Text.Key("no mail arrives since {0}: of no use", Clock.DayOf(Since))
            : Text.Key("mail has not arrived since {0}, for this time", Clock.DayOf(Since));

    public string? WhyNotClear(string? because)
    {
        if (IsCleared)
            return Text.Key("This address can be written to already.");
        return string.IsNullOrWhiteSpace(because) ? Text.Key("Say why the address can be written to again.") : null;
    }

    public void Clear(string because)
    {
        if (WhyNotClear(because) is { } reason)
            throw new InvalidOperationException(reason);
        IsCleared = true;
    }
}

public sealed class FailedAddressMapping : IEntityTypeConfiguration<FailedAddress>
{
    public void Configure(EntityTypeBuilder<FailedAddress> builder)
    {
        builder.Ignore(a => a.Since).HasIndex(a => a.Address).IsUnique();
        builder.HasOne<Message>().WithMany().HasForeignKey(a => a.MessageId);
    }
}
