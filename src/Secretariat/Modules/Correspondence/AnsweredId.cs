using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>A Message-ID that a message names as one it answers, kept so that whichever of the two arrives first finds the other.</summary>
public sealed class AnsweredId : Row
{
    public required Guid MessageId { get; init; }
    public required string InternetMessageId { get; init; }
}

public sealed class AnsweredIdMapping : IEntityTypeConfiguration<AnsweredId>
{
    public void Configure(EntityTypeBuilder<AnsweredId> builder)
    {
        builder.HasIndex(a => a.InternetMessageId);
        builder.HasIndex(a => a.MessageId);
        builder.HasOne<Message>().WithMany().HasForeignKey(a => a.MessageId);
    }
}
