using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Legislation;

/// <summary>A legislative procedure with its references and dated, sourced steps.</summary>
public sealed class LegislativeFile : Entity
{
    /// <summary>The page's address: <c>2023-0438-cod</c>.</summary>
    public required string Code { get; init; }
    public required string Procedure { get; init; }
    public required LocalizedText Name { get; set; }
    public required LocalizedText Title { get; set; }
    public required LocalizedText State { get; set; }
    public required LocalizedText Later { get; set; }
    public required DateOnly ProposedOn { get; init; }
    public required DateOnly StateOn { get; set; }
    public required DateOnly CheckedOn { get; set; }
    public List<FileReference> References { get; init; } = [];
    public List<LegislativeStep> Steps { get; init; } = [];
}

public sealed record FileReference(string Scheme, string Value);

public sealed class LegislativeStep : Entity
{
    public required Guid FileId { get; init; }
    public required int Order { get; init; }
    public required Timing When { get; init; }
    public required LocalizedText Step { get; init; }
    public LocalizedText? Actor { get; init; }
    public string? Document { get; init; }
    public LocalizedText? Result { get; init; }
    public bool IsAnnouncedOnly { get; init; }
    public bool IsDisputed { get; init; }
    public required string Confidence { get; init; }
    public List<string> Sources { get; init; } = [];
}

public sealed class LegislationMappings : IEntityTypeConfiguration<LegislativeFile>, IEntityTypeConfiguration<LegislativeStep>
{
    public void Configure(EntityTypeBuilder<LegislativeFile> builder)
    {
        builder.HasIndex(f => f.Code).IsUnique();
        builder.OwnsMany(f => f.References, r => r.ToJson());
        builder.HasMany(f => f.Steps).WithOne().HasForeignKey(s => s.FileId);
    }

    public void Configure(EntityTypeBuilder<LegislativeStep> builder) =>
        builder.Property(s => s.When).HasConversion<TimingAsJson>();
}
