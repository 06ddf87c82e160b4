using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Alliance;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners.Endorsements;

public enum EndorsementStatus
{
    /// <summary>The secretariat asked it to endorse.</summary>
    Invited,

    /// <summary>It said that it means to, and has not yet.</summary>
    Interested,
    Endorsed,

    /// <summary>It took its endorsement, or its interest, back.</summary>
    Withdrawn,
}

/// <summary>In which form it was said.</summary>
public enum EndorsementMode
{
    Letter,
    NoteVerbale,
    Mail,
    Form,

    /// <summary>Declared or signed at a meeting.</summary>
    Meeting,

    /// <summary>Reported by a public source.</summary>
    Announcement,
}

/// <summary>How a partner stands towards a wording of an instrument, from a day until its next word on that.</summary>
public sealed class Endorsement : Entity, IDated
{
    public required Guid PartnerId { get; init; }
    public required string InstrumentCode { get; init; }

    /// <summary>The wording it speaks of; null where that is not known.</summary>
    public int? TextVersion { get; init; }
    public required EndorsementStatus Status { get; init; }
    public required EndorsementMode Mode { get; init; }

    /// <summary>Who said it for the partner, with function; for the secretariat only.</summary>
    public string? Signatory { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The message that it rests on.</summary>
    public Guid? EvidenceMessageId { get; init; }

    /// <summary>The letter of ours that it rests on, for an invitation.</summary>
    public Guid? EvidenceLetterId { get; init; }

    /// <summary>The document that it rests on, by the name it came under.</summary>
    public string? DocumentName { get; init; }
    public string? DocumentSha256 { get; init; }

    /// <summary>Where it can be read in public.</summary>
    public List<string> Sources { get; init; } = [];
    public required string Confidence { get; init; }

    public bool HasEvidence =>
        EvidenceMessageId is not null || EvidenceLetterId is not null || DocumentSha256 is not null || Sources.Count > 0;

    internal void LastUntil(DateOnly? to) => To = to;
}

public sealed class EndorsementMapping : IEntityTypeConfiguration<Endorsement>
{
    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.HasOne<Partner>().WithMany(p => p.Endorsements).HasForeignKey(e => e.PartnerId);
        builder
            .HasOne<Instrument>()
            .WithMany()
            .HasForeignKey(e => e.InstrumentCode)
            .HasPrincipalKey(i => i.Code)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new
        {
            e.InstrumentCode,
            e.Status,
            e.From,
        });
        builder.HasIndex(e => new { e.PartnerId, e.From });
        builder
            .HasIndex(
                e => new
                {
                    e.PartnerId,
                    e.InstrumentCode,
                    e.TextVersion,
                },
                "IX_Endorsements_Open"
            )
            .IsUnique()
            .HasFilter("\"To\" IS NULL");
        // For an index no version is like another one, not even like itself.
        builder
            .HasIndex(e => new { e.PartnerId, e.InstrumentCode }, "IX_Endorsements_OpenOfNoVersion")
            .IsUnique()
            .HasFilter("\"To\" IS NULL AND \"TextVersion\" IS NULL");
    }
}
