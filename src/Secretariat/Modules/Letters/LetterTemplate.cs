using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>The text of a letter in one language, as Markdown with placeholders.</summary>
public sealed class LetterTemplate : Entity
{
    public required string Code { get; init; }
    public required string Language { get; init; }
    public required string Markdown { get; set; }
}

/// <summary>A form of address by rank, language and kind of partner; the secretariat edits the table.</summary>
public sealed class FormOfAddress : Entity
{
    public required string Rank { get; init; }
    public required string Language { get; init; }

    /// <summary>A kind of partner, or <c>any</c>.</summary>
    public required string Scope { get; init; }
    public required FormTexts Salutation { get; set; }
    public required FormTexts AddressLine { get; set; }
    public required string Close { get; set; }
}

/// <summary>One text for each form of address; without a recorded form <c>Unknown</c> is used.</summary>
public sealed record FormTexts(string Female, string Male, string Unknown);

public sealed class LetterTemplateMappings : IEntityTypeConfiguration<LetterTemplate>, IEntityTypeConfiguration<FormOfAddress>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> builder) =>
        builder.HasIndex(t => new { t.Code, t.Language }).IsUnique();

    public void Configure(EntityTypeBuilder<FormOfAddress> builder)
    {
        builder.OwnsOne(f => f.Salutation, s => s.ToJson());
        builder.OwnsOne(f => f.AddressLine, s => s.ToJson());
        builder
            .HasIndex(f => new
            {
                f.Rank,
                f.Language,
                f.Scope,
            })
            .IsUnique();
    }
}
