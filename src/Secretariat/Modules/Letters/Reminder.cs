using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>An addressee who had not answered was written to again.</summary>
public sealed class Reminder : Entity
{
    public required Guid LetterId { get; init; }
    public required DateOnly On { get; init; }
    public required Guid OutgoingMessageId { get; init; }
}

public sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        // Two officers who remind at the same moment: one of them hears it.
        builder.HasIndex(r => new { r.LetterId, r.On }).IsUnique();
        builder.HasOne<Letter>().WithMany().HasForeignKey(r => r.LetterId);
        builder.HasOne<OutgoingMessage>().WithMany().HasForeignKey(r => r.OutgoingMessageId);
    }
}
