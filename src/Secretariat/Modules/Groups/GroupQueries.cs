using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Groups;

public static class GroupQueries
{
    /// <summary>All groups by name, as it is read and not as a database sorts it.</summary>
    public static async Task<IReadOnlyList<PartnerGroup>> AllAsync(SecretariatDb db, CancellationToken cancellationToken)
    {
        var groups = await db.Groups.AsNoTracking().ToListAsync(cancellationToken);
        return [.. groups.OrderBy(g => Fold.Of(g.Name), StringComparer.Ordinal)];
    }

    /// <summary>Whether another group has that name, whatever its case and accents.</summary>
    public static async Task<bool> IsTakenAsync(SecretariatDb db, string name, Guid? but, CancellationToken cancellationToken) =>
        (await AllAsync(db, cancellationToken)).Any(g => g.Id != but && Fold.Of(g.Name) == Fold.Of(name.Trim()));

    /// <summary>Who belongs to a group on a day.</summary>
    public static async Task<IQueryable<Partner>> MembersOfAsync(
        this SecretariatDb db,
        PartnerGroup group,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        if (group.Rule is { } rule)
            return await db.FoundAsync(rule, asOf, cancellationToken);
        var held = db.GroupMembers.Where(m => m.GroupId == group.Id).At(asOf);
        return db.CurrentPartners.Where(p => held.Any(m => m.PartnerId == p.Id));
    }

    /// <summary>Of whom a rule holds on a day.</summary>
    public static async Task<IQueryable<Partner>> FoundAsync(
        this SecretariatDb db,
        GroupRule rule,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var found = db.OfThose(rule, asOf);
        if (rule.Campaign is not { } campaign)
            return found;
        // As the board and the reminders tell it, of letters to merged entries too.
        var answers = await ReadAnswers.OfCampaignAsync(db, campaign, asOf, cancellationToken);
        var asked = answers.Where(rule.Means).Select(a => a.PartnerId).Distinct().ToList();
        return found.Where(p => asked.Contains(p.Id));
    }

    /// <summary>Of whom all holds that a rule says, apart from a campaign.</summary>
    private static IQueryable<Partner> OfThose(this SecretariatDb db, GroupRule rule, AsOf asOf)
    {
        var kinds = db.KindsAt(asOf).Where(k => rule.Kinds.Contains(k.KindCode));
        var interests = db.Interests.At(asOf).Where(i => i.StrandCode == rule.Strand && i.Stance == Stance.Interested);
        var words = db.Interests.At(asOf).Where(i => i.StrandCode == rule.SilentOn);
        var standings = db.Endorsements.At(asOf).Where(e => e.InstrumentCode == rule.Instrument && e.Status == rule.Standing);
        var routes = db.PartnerRoutes.At(asOf).Where(r => r.RouteCode == rule.Route);
        // Of a strand, those who speak on it.
        var contacts = db
            .Mandates.At(asOf)
            .Where(m => m.Role == MandateRole.ContactPoint)
            .Where(m => rule.Strand == null || m.Strands.Count == 0 || m.Strands.Contains(rule.Strand));
        IQueryable<Partner> found = db.CurrentPartners;
        if (rule.Kinds.Count > 0)
            found = found.Where(p => kinds.Any(k => k.PartnerId == p.Id));
        if (rule.Strand is not null)
            found = found.Where(p => interests.Any(i => i.PartnerId == p.Id));
        if (rule.SilentOn is not null)
            found = found.Where(p => !words.Any(i => i.PartnerId == p.Id));
        if (rule.Instrument is not null)
            found = found.Where(p => standings.Any(e => e.PartnerId == p.Id));
        if (rule.Route is not null)
            found = found.Where(p => routes.Any(r => r.PartnerId == p.Id));
        return rule.WithoutContactPoint ? found.Where(p => !contacts.Any(m => m.PartnerId == p.Id)) : found;
    }
}
