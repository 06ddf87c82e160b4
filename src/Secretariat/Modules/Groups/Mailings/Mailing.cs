using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>What a group is told by one message to whoever holds a role of each partner; never twice to one partner.</summary>
public sealed class Mailing : Entity
{
    public required Guid GroupId { get; init; }
    public required MandateRole To { get; set; }
    public required LocalizedText Subject { get; set; }

    /// <summary>With the places of <see cref="MailingWords"/>.</summary>
    public required LocalizedText Words { get; set; }

    /// <summary>From which day on its news are told, where it tells any.</summary>
    public DateOnly? NewsSince { get; set; }

    /// <summary>When it was first sent; from then on its words stay, unless all of it is taken back before any of it leaves.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the messages of a mailing are for: the rest is the partner.</summary>
    public string Purpose => $"{OutgoingMessage.MailingPurpose}{Id}/";

    public string? WhyNotChange() =>
        SentAt is null ? null : Text.Key("A mailing that has left stays as it is. Write another one.");

    public void Change(MandateRole to, LocalizedText subject, LocalizedText words, DateOnly? newsSince)
    {
        if (WhyNotChange() is { } reason)
            throw new InvalidOperationException(reason);
        (To, Subject, Words, NewsSince) = (to, subject, words, newsSince);
    }

    /// <summary>It leaves, to the first of its readers or to those who have joined the group since.</summary>
    public void Leave(DateTimeOffset at) => SentAt ??= at;

    /// <summary>Nobody reads any of it.</summary>
    internal void TakeBack() => SentAt = null;
}

public sealed class MailingMapping : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> builder)
    {
        builder.HasOne<PartnerGroup>().WithMany().HasForeignKey(m => m.GroupId);
    }
}
