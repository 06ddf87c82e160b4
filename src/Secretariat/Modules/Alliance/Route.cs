using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary>A main migration route, as a classification; routes overlap and are never merged silently.</summary>
public sealed class Route : Entity
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Name { get; set; }
    public List<string> Aliases { get; init; } = [];
}

public sealed class RouteMapping : IEntityTypeConfiguration<Route>
{
    public void Configure(EntityTypeBuilder<Route> builder) => builder.HasIndex(r => r.Code).IsUnique();
}
