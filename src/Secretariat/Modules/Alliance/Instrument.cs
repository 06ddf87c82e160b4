using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary>A political text that partners can endorse.</summary>
public sealed class Instrument : Entity
{
    public required string Code { get; init; }
    public required DateOnly On { get; init; }
    public required LocalizedText Title { get; set; }
    public required LocalizedText Nature { get; set; }
    public required LocalizedText TextStatus { get; set; }
    public List<string> Sources { get; init; } = [];
}

public sealed class InstrumentMapping : IEntityTypeConfiguration<Instrument>
{
    public void Configure(EntityTypeBuilder<Instrument> builder) => builder.HasIndex(i => i.Code).IsUnique();
}
