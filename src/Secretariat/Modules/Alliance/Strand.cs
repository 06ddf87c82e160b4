using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary>One of the strands of work; the first classification of everything.</summary>
public sealed class Strand : Entity
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Name { get; set; }
    public required LocalizedText Summary { get; set; }
}

public sealed class StrandMapping : IEntityTypeConfiguration<Strand>
{
    public void Configure(EntityTypeBuilder<Strand> builder) => builder.HasIndex(s => s.Code).IsUnique();
}
