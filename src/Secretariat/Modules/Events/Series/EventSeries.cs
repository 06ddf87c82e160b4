using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Series;

/// <summary>Events of one kind that are added as they come, such as round tables with one partner country after another.</summary>
public sealed class EventSeries : Entity
{
    public required string Code { get; init; }
    public required LocalizedText Title { get; init; }
}

public sealed class EventSeriesMapping : IEntityTypeConfiguration<EventSeries>
{
    public void Configure(EntityTypeBuilder<EventSeries> builder) => builder.HasIndex(s => s.Code).IsUnique();
}
