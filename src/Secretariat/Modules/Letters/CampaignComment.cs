using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>What drafter, checker and signatory say to each other of a campaign. It never leaves the secretariat.</summary>
public sealed class CampaignComment : Entity
{
    public const int Longest = 2000;

    public required Guid CampaignId { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Words { get; init; }
}

public sealed class CampaignCommentMapping : IEntityTypeConfiguration<CampaignComment>
{
    public void Configure(EntityTypeBuilder<CampaignComment> builder)
    {
        builder.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AuthorId);
    }
}
