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
    public static IQueryable<KindOnDay> KindsAt(this SecretariatDb db, AsOf asOf) => db.CurrentPartners.KindsAt(asOf);

    public static IQueryable<KindOnDay> KindsAt(this IQueryable<Partner> partners, AsOf asOf)
    {
        var day = asOf.Day;
        return partners.Select(p => new KindOnDay
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
    /// <param name="ownName">What it is called in its own language, where the record does not know it yet.</param>
    public static Reason? WhyNotBecome(
        this Partner partner,
        string kindCode,
        DateOnly from,
        DateOnly today,
        string? ownName = null
    )
    {
        if (MeantDayAttribute.WhyNotHappened(from, today) is { } day)
            return day;
        if (kindCode == partner.KindCode)
            return Text.Key("The partner is of this kind already.");
        if (partner.ProtocolOrder is null && WhyNotOf(kindCode, ownName ?? partner.OwnName) is { } unnamed)
            return unnamed;
        return partner.LastChange() is { } last && from <= last.Until
            ? Text.Key("Its kind changed on {0}: choose a later day, or take that change back first.", last.Until)
            : null;
    }

    /// <summary>Why a partner that is called so in its own language can be of no such kind, or null when it can.</summary>
    public static Reason? WhyNotOf(string kindCode, string? ownName) =>
        kindCode == PartnerKind.MemberState && string.IsNullOrWhiteSpace(ownName)
            ? Text.Key("Member States stand in the order of their names in their own languages: say what it is called there.")
            : null;

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

    /// <summary>The day since which it is what it is, and what it was before; null where it never changed.</summary>
    public static KindBefore? LastChange(this Partner partner) => partner.KindsBefore.MaxBy(k => k.Until);

    /// <summary>Why no change of kind can be taken back, or null when one can.</summary>
    public static Reason? WhyNotStay(this Partner partner) =>
        partner.LastChange() is null ? Text.Key("The partner has always been of this kind.") : null;

    /// <summary>Its last change of kind was entered by mistake: it stays what it was before.</summary>
    public static void Stay(this Partner partner)
    {
        if (partner.WhyNotStay() is { } reason)
            throw new InvalidOperationException(reason.ToString());
        var mistaken = partner.LastChange()!;
        partner.KindsBefore.Remove(mistaken);
        partner.KindCode = mistaken.KindCode;
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
