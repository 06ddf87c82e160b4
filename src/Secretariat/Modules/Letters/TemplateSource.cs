using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The text of a letter in one language and form: as Markdown with placeholders, or as a Word file of the house with the same ones.</summary>
public sealed class TemplateSource : Entity
{
    private string markdown = "";

    public required string Code { get; init; }
    public required string Language { get; init; }
    public CorrespondenceForm Form { get; init; }
    public required string Markdown
    {
        get => markdown;
        init => markdown = value;
    }

    /// <summary>The Word file of which letters are made; null for one in Markdown.</summary>
    public string? WordSha256 { get; private set; }

    /// <summary>The name under which it came.</summary>
    public string? WordName { get; private set; }

    public bool IsWord => WordSha256 is not null;

    public static TemplateSource InWord(string code, CorrespondenceForm form, string language) =>
        new()
        {
            Code = code,
            Form = form,
            Language = language,
            Markdown = "",
        };

    /// <summary>From now on letters are made of this file; campaigns that were submitted hold theirs.</summary>
    public void TakeWord(string sha256, string name)
    {
        if (markdown.Length > 0)
            throw new InvalidOperationException("The template is written as text.");
        (WordSha256, WordName) = (sha256, name);
    }

    /// <summary>What must be corrected in a text before a template can have it, each with its place.</summary>
    public static IReadOnlyList<Reason> WhyNotWrite(string markdown)
    {
        var parsed = LetterTemplate.Parse(markdown);
        return [.. parsed.Problems, .. LetterFields.WhyNotWrite(parsed.Fields)];
    }

    /// <summary>From now on it has this text; campaigns that were submitted hold theirs.</summary>
    public void Write(string text)
    {
        if (WhyNotWrite(text) is { Count: > 0 } problems)
            throw new InvalidOperationException($"{problems[0]}");
        markdown = text;
    }

    public TemplateWording ToWording() => new(Form, Language, Markdown) { WordSha256 = WordSha256 };
}

/// <summary>A form of address by rank, language, and country or kind of partner; the secretariat edits the table.</summary>
public sealed class FormOfAddress : Entity
{
    public required string Rank { get; init; }
    public required string Language { get; init; }

    /// <summary>A country by its two letters (ISO 3166-1), a kind of partner, or <c>any</c>.</summary>
    public required string Scope { get; init; }
    public required AddressForms Salutation { get; set; }
    public required AddressForms AddressLine { get; set; }
    public required string Close { get; set; }

    public SalutationRule ToRule() => new($"{Rank}-{Language}-{Scope}", Rank, Language, Scope, Salutation, AddressLine, Close);
}

public sealed class TemplateSourceMappings : IEntityTypeConfiguration<TemplateSource>, IEntityTypeConfiguration<FormOfAddress>
{
    public void Configure(EntityTypeBuilder<TemplateSource> builder) =>
        builder
            .HasIndex(t => new
            {
                t.Code,
                t.Language,
                t.Form,
            })
            .IsUnique();

    public void Configure(EntityTypeBuilder<FormOfAddress> builder)
    {
        builder.Property(f => f.Salutation).HasJson();
        builder.Property(f => f.AddressLine).HasJson();
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
