using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>What a partner was until a day; what it is now stands on the partner, so that only those who changed have any.</summary>
public sealed class KindBefore : Entity
{
    public required Guid PartnerId { get; init; }
    public required string KindCode { get; init; }

    /// <summary>The first day on which it was of the next kind.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>Of which kind a partner is on a day.</summary>
public sealed record KindOnDay
{
    public required Guid PartnerId { get; init; }
    public required string KindCode { get; init; }
}

public static class Kinds
{
    /// <summary>Every partner with its kind on that day.</summary>
    public static IQueryable<KindOnDay> KindsAt(this SecretariatDb db, AsOf asOf)
    {
        var day = asOf.Day;
        return db.CurrentPartners.Select(p => new KindOnDay
        {
            PartnerId = p.Id,
            KindCode =
                p.KindsBefore.Where(k => k.Until > day).OrderBy(k => k.Until).Select(k => k.KindCode).FirstOrDefault()
                ?? p.KindCode,
        });
    }

    /// <summary>Of which kind it is on that day; its kinds before are read.</summary>
    public static string KindOn(this Partner partner, DateOnly day) =>
        partner.KindsBefore.Where(k => k.Until > day).MinBy(k => k.Until)?.KindCode ?? partner.KindCode;

    /// <summary>Why the partner cannot be of that kind from that day on, or null when it can.</summary>
    public static Reason? WhyNotBecome(this Partner partner, string kindCode, DateOnly from, DateOnly today)
    {
        if (from > today)
            return Text.Key("This day is still to come.");
        if (kindCode == partner.KindCode)
            return Text.Key("The partner is of this kind already.");
        return partner.KindsBefore.MaxBy(k => k.Until) is { } last && from <= last.Until
            ? Text.Key("Its kind changed on {0}: choose a later day.", last.Until)
            : null;
    }

    /// <summary>It is of another kind from that day on; what it was before stays true of the days before.</summary>
    public static void Become(this Partner partner, string kindCode, DateOnly from)
    {
        if (partner.WhyNotBecome(kindCode, from, DateOnly.MaxValue) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        partner.KindsBefore.Add(
            new KindBefore
            {
                PartnerId = partner.Id,
                KindCode = partner.KindCode,
                Until = from,
            }
        );
        partner.KindCode = kindCode;
    }
}

public sealed class KindBeforeMapping : IEntityTypeConfiguration<KindBefore>
{
    public void Configure(EntityTypeBuilder<KindBefore> builder)
    {
        builder.HasIndex(k => new { k.PartnerId, k.Until }).IsUnique();
        builder.HasOne<PartnerKind>().WithMany().HasForeignKey(k => k.KindCode).HasPrincipalKey(k => k.Code);
    }
}
