using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Figures;

/// <summary>A public figure with its scope, period, source and vintage; printed with its caveat.</summary>
public sealed class Figure : Entity
{
    public required string Code { get; init; }
    public required LocalizedText Summary { get; set; }

    /// <summary>The exact words of the source, where they are known.</summary>
    public string? Wording { get; init; }
    public decimal? Value { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public string? Comparator { get; init; }
    public required LocalizedText Unit { get; init; }
    public required LocalizedText Scope { get; init; }
    public required LocalizedText Period { get; init; }
    public required LocalizedText Publisher { get; init; }
    public string? Vintage { get; init; }
    public LocalizedText? Caveat { get; init; }
    public required string Confidence { get; init; }
    public List<string> Sources { get; init; } = [];

    /// <summary>Whether it had been published by a day. A vintage may be a year, a month or a day: compared as far as it goes.</summary>
    public bool IsKnownOn(AsOf asOf)
    {
        var day = asOf.ToString();
        return Vintage is { } vintage
            ? string.CompareOrdinal(vintage, day[..Math.Min(vintage.Length, day.Length)]) <= 0
            : asOf.IsToday;
    }
}

/// <summary>A count as officially quoted: a citation that stands beside the computed count and never replaces it.</summary>
public sealed class QuotedCount : Entity
{
    public required string Code { get; init; }
    public required string Definition { get; init; }
    public required LocalizedText DefinitionText { get; set; }

    /// <summary>Day, or first day of the month, that the count speaks of.</summary>
    public required DateOnly On { get; init; }
    public required bool IsMonthOnly { get; init; }
    public required LocalizedText OnInWords { get; init; }
    public string? Comparator { get; init; }
    public long? Value { get; init; }

    /// <summary>The number as it is said: “more than 70”.</summary>
    public required LocalizedText InWords { get; init; }
    public string? Scope { get; init; }
    public string? Quoted { get; init; }
    public List<CountPart> Parts { get; init; } = [];
    public List<string> Sources { get; init; } = [];
    public required string Confidence { get; init; }
}

public sealed record CountPart(string KindCode, string? Comparator, long Value, LocalizedText? Name);

public sealed class FigureMappings : IEntityTypeConfiguration<Figure>, IEntityTypeConfiguration<QuotedCount>
{
    public void Configure(EntityTypeBuilder<Figure> builder) => builder.HasIndex(f => f.Code).IsUnique();

    public void Configure(EntityTypeBuilder<QuotedCount> builder)
    {
        builder.HasIndex(c => c.Code).IsUnique();
        builder.OwnsMany(c => c.Parts, p => p.ToJson());
    }
}
