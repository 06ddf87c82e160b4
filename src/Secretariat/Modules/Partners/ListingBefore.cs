using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>Whether a partner might be shown in public until a day; what holds now stands on the partner, so that only those who changed have any.</summary>
public sealed class ListingBefore : Entity
{
    public required Guid PartnerId { get; init; }
    public required bool IsListed { get; init; }

    /// <summary>The first day on which the next listing held.</summary>
    public required DateOnly Until { get; init; }
}

public static class Listings
{
    /// <summary>The partners that might be shown in public on that day.</summary>
    public static IQueryable<Partner> ListedAt(this SecretariatDb db, AsOf asOf)
    {
        var day = asOf.Day;
        return db.CurrentPartners.Where(p =>
            p.ListingsBefore.Where(l => l.Until > day).OrderBy(l => l.Until).Select(l => (bool?)l.IsListed).FirstOrDefault()
            ?? p.IsListed
        );
    }

    /// <summary>Whether it might be shown on that day; its listings before are read.</summary>
    public static bool IsListedOn(this Partner partner, DateOnly day) =>
        partner.ListingsBefore.Where(l => l.Until > day).MinBy(l => l.Until)?.IsListed ?? partner.IsListed;

    /// <summary>Why it cannot be listed, or be listed no longer, from that day on; null when it can.</summary>
    public static Reason? WhyNotList(this Partner partner, bool isListed, DateOnly from, DateOnly today)
    {
        if (MeantDayAttribute.WhyNotHappened(from, today) is { } day)
            return day;
        if (isListed == partner.IsListed)
            return isListed ? Text.Key("The partner is listed already.") : Text.Key("The partner is unlisted already.");
        return partner.LastListing() is { } last && from <= last.Until
            ? Text.Key("Its listing changed on {0}: choose a later day, or take that change back first.", last.Until)
            : null;
    }

    /// <summary>It is listed, or no longer, from that day on; what held before stays true of the days before.</summary>
    public static void List(this Partner partner, bool isListed, DateOnly from)
    {
        if (partner.WhyNotList(isListed, from, DateOnly.MaxValue) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        partner.ListingsBefore.Add(
            new ListingBefore
            {
                PartnerId = partner.Id,
                IsListed = partner.IsListed,
                Until = from,
            }
        );
        partner.IsListed = isListed;
    }

    /// <summary>The day since which it is listed or not, and what held before; null where it never changed.</summary>
    public static ListingBefore? LastListing(this Partner partner) => partner.ListingsBefore.MaxBy(l => l.Until);

    /// <summary>Why no change of listing can be taken back, or null when one can.</summary>
    public static Reason? WhyNotTakeListingBack(this Partner partner) =>
        partner.LastListing() is null ? Text.Key("The listing of the partner was never changed.") : null;

    /// <summary>Its last change of listing was entered by mistake: what held before holds on.</summary>
    public static void TakeListingBack(this Partner partner)
    {
        if (partner.WhyNotTakeListingBack() is { } reason)
            throw new InvalidOperationException(reason.ToString());
        var mistaken = partner.LastListing()!;
        partner.ListingsBefore.Remove(mistaken);
        partner.IsListed = mistaken.IsListed;
    }

    public static string Name(bool isListed) => isListed ? Text.Key("listed") : Text.Key("not listed");
}

public sealed class ListingBeforeMapping : IEntityTypeConfiguration<ListingBefore>
{
    public void Configure(EntityTypeBuilder<ListingBefore> builder) =>
        builder.HasIndex(l => new { l.PartnerId, l.Until }).IsUnique();
}
