using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary>A main migration route, as a classification; routes overlap and are never merged silently.</summary>
public sealed class MigrationRoute : Entity
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Name { get; set; }
    public List<string> Aliases { get; init; } = [];
}

public sealed class MigrationRouteMapping : IEntityTypeConfiguration<MigrationRoute>
{
    public void Configure(EntityTypeBuilder<MigrationRoute> builder) => builder.HasIndex(r => r.Code).IsUnique();
}
