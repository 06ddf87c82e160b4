using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Audit;

/// <summary>What happened to one record, by whom, in which process and why. Append-only.</summary>
public sealed class AuditEntry : Row, IPlaced<Guid>
{
    public Guid Place => Id;

    public required DateTimeOffset At { get; init; }
    public required Guid? ActorId { get; init; }
    public required string Process { get; init; }
    public required string SubjectType { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Actor's name, reason and changed values as JSON; a retention rule may erase it together with the salt.</summary>
    public required string? Payload { get; set; }
    public required string? Salt { get; set; }
    public required string PayloadHash { get; init; }

    /// <summary>Place in the chain, from 1; null until sealed.</summary>
    public long? Sequence { get; private set; }
    public string? ChainHash { get; private set; }

    public static AuditEntry Of(
        DateTimeOffset at,
        Guid? actorId,
        string process,
        (string Type, Guid Id) subject,
        AuditPayload said
    )
    {
        var (salt, payload) = (Chain.NewSalt(), said.ToJson());
        return new AuditEntry
        {
            At = at,
            ActorId = actorId,
            Process = process,
            SubjectType = subject.Type,
            SubjectId = subject.Id,
            Payload = payload,
            Salt = salt,
            PayloadHash = Chain.HashOf(salt, payload),
        };
    }

    public void Seal(long sequence, string previousHash)
    {
        Sequence = sequence;
        ChainHash = Chain.Link(previousHash, sequence, this);
    }
}

public sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasIndex(e => e.Sequence).IsUnique();
        builder.HasIndex(e => new { e.SubjectId, e.At });
    }
}
