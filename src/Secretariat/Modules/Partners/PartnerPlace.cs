using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Formats;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>
/// Where a partner stands in the lists of one language, while it is of one kind: by kind, then in protocol order, then by the
/// alphabet. It is one text, so that a list goes on by key.
/// </summary>
public sealed class PartnerPlace
{
    /// <summary>Before every letter: “Niger” stands before “Nigeria”.</summary>
    private const string Then = "\t";
    private const string AfterThen = "\n";

    /// <summary>An index of PostgreSQL takes no long texts; the code makes it the only one.</summary>
    private const int LongestName = 200;
    private const int WithoutOrder = 9999;

    public required Guid PartnerId { get; init; }
    public required string Language { get; init; }

    [InByteOrder]
    public required string Sort { get; set; }

    /// <summary>The first day on which it stands here: the least of all days, where it never was of another kind before.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day on which it stands elsewhere: the last of all days, where it still stands here.</summary>
    public required DateOnly Until { get; set; }

    public static string SortOf(Partner partner, PartnerKind kind, string language)
    {
        var name = Fold.Plain(partner.Name.In(language)).Where(c => !char.IsControl(c));
        var order = PartnerKind.PlaceIn(kind.Code, partner.ProtocolOrder) ?? WithoutOrder;
        return Invariant(
            $"{Begin(kind)}{Then}{order:D4}{Then}{WellFormed.Cut(string.Concat(name), LongestName)}{Then}{partner.Code}"
        );
    }

    /// <summary>All partners of the kind stand from the first text on, and before the second.</summary>
    public static (string From, string Until) Of(PartnerKind kind) => ($"{Begin(kind)}{Then}", $"{Begin(kind)}{AfterThen}");

    private static string Begin(PartnerKind kind) => Invariant($"{kind.Order:D4}{Then}{kind.Code}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

public static class Places
{
    /// <summary>Where the partners stood on that day: each in one place.</summary>
    public static IQueryable<PartnerPlace> PlacesIn(this SecretariatDb db, string language, AsOf asOf)
    {
        // What lasts for ever lasts until the last of all days, which may be asked for too.
        var day = asOf.Day == DateOnly.MaxValue ? asOf.Day.AddDays(-1) : asOf.Day;
        return db.PartnerPlaces.Where(p => p.Language == language && p.From <= day && p.Until > day);
    }
}

public sealed class PartnerPlaceMapping : IEntityTypeConfiguration<PartnerPlace>
{
    public void Configure(EntityTypeBuilder<PartnerPlace> builder)
    {
        builder.HasKey(p => new
        {
            p.PartnerId,
            p.Language,
            p.From,
        });
        builder
            .HasIndex(p => new
            {
                p.Language,
                p.Sort,
                p.From,
            })
            .IsUnique();
    }
}
