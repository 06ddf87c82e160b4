using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

public enum RelationKind
{
    /// <summary>Convened or co-organised an event of the Alliance.</summary>
    Convenor,

    /// <summary>A source says that it took part in an event that was held.</summary>
    TookPart,

    /// <summary>In the list of EU Member States on that date.</summary>
    Member,

    /// <summary>Named beforehand: never enough to be listed.</summary>
    Announced,
}

/// <summary>What ties a partner to the Alliance: dated and sourced, and printed with both.</summary>
public sealed class PartnerRelation : Entity
{
    public required Guid PartnerId { get; init; }
    public required RelationKind Kind { get; init; }

    /// <summary>Code of the event; null for membership of the EU.</summary>
    public string? Of { get; init; }

    /// <summary>The day, or the first day of the month where only that is known.</summary>
    public required DateOnly On { get; init; }
    public required bool IsMonthOnly { get; init; }
    public List<string> Sources { get; init; } = [];
    public required string Confidence { get; init; }
}

public sealed class PartnerRelationMapping : IEntityTypeConfiguration<PartnerRelation>
{
    public void Configure(EntityTypeBuilder<PartnerRelation> builder) => builder.HasIndex(r => new { r.Of, r.Kind });
}
