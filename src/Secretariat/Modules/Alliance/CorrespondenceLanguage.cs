using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary>A language of correspondence.</summary>
public sealed class CorrespondenceLanguage : Entity
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string OwnName { get; init; }
    public required LocalizedText Name { get; set; }
    public required bool IsRightToLeft { get; init; }
    public required bool IsOfficial { get; init; }
}

public sealed class CorrespondenceLanguageMapping : IEntityTypeConfiguration<CorrespondenceLanguage>
{
    public void Configure(EntityTypeBuilder<CorrespondenceLanguage> builder) => builder.HasIndex(l => l.Code).IsUnique();
}
