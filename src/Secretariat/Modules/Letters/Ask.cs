using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Something a letter asks for; put to all addressees, or to partners of some kinds only.</summary>
public sealed class Ask : Entity
{
    /// <summary>What a reply sheet has places for: strands of interest, a contact person.</summary>
    public static readonly IReadOnlyList<string> OnReplySheet = ["interest", "nomination"];

    public required string Code { get; init; }
    public required int Order { get; init; }
    public List<string> Kinds { get; init; } = [];
    public required LocalizedText Text { get; set; }

    public AskWording ToWording() => new(Kinds, Text) { Code = Code };
}

public sealed class AskMapping : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder) => builder.HasIndex(a => a.Code).IsUnique();
}
