using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>What an officer writes for the others beside a message. It never leaves the secretariat.</summary>
public sealed class Note : Entity
{
    public required Guid MessageId { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}

public sealed class NoteMapping : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.HasOne<Message>().WithMany().HasForeignKey(n => n.MessageId);
        builder.HasIndex(n => n.MessageId);
    }
}
