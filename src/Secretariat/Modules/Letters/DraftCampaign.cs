using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>What a campaign is to be.</summary>
public sealed record CampaignPlan(
    string Title,
    string TemplateCode,
    IReadOnlyCollection<string> Kinds,
    DateOnly? AnnexAsOf,
    bool RegistrationFirst,
    CampaignContent Content
)
{
    /// <summary>Partners beside those of the kinds.</summary>
    public IReadOnlyCollection<Guid> Partners { get; init; } = [];

    public bool CheckFirst { get; init; }

    public Way Way { get; init; }
}

/// <summary>Makes a campaign with one letter per partner that has somebody to write to, in protocol order.</summary>
public sealed class DraftCampaign(SecretariatDb db, LetterMaker maker, TimeProvider time)
{
    /// <returns>The campaign, not yet saved, and the partners left out because nobody can be addressed there.</returns>
    public async Task<(Campaign Campaign, IReadOnlyList<Partner> LeftOut)> MakeAsync(
        CampaignPlan plan,
        CancellationToken cancellationToken
    )
    {
        var today = time.Today();
        var campaign = new Campaign
        {
            Title = plan.Title,
            TemplateCode = plan.TemplateCode,
            AnnexAsOf = plan.AnnexAsOf ?? today,
            HasAnnex = plan.AnnexAsOf is not null,
            Kinds = [.. plan.Kinds],
            PartnerIds = [.. plan.Partners],
            RegistrationFirst = plan.RegistrationFirst,
            CheckFirst = plan.CheckFirst,
            Way = plan.Way,
        };
        campaign.Take(plan.Content);
        await maker.PrepareAsync(campaign, cancellationToken);

        var partners = await PartnersAsync(campaign, cancellationToken);
        var principals = await PrincipalsAsync(today, cancellationToken);
        var leftOut = partners.Where(p => !principals.ContainsKey(p.Id)).ToList();
        // Each letter takes its partner's place among all of them: one that is added later finds its own free.
        foreach (var (place, partner) in partners.Index().Where(p => principals.ContainsKey(p.Item.Id)))
            Add(LetterTo(campaign, partner, principals[partner.Id], place + 1), partner);
        db.Campaigns.Add(campaign);
        return (campaign, leftOut);
    }

    /// <summary>Adds the letter to a partner that was left out, in its place; not yet saved.</summary>
    /// <returns>Whether there is somebody to write to by now.</returns>
    public async Task<bool> AddAsync(Campaign campaign, Guid partnerId, CancellationToken cancellationToken)
    {
        await maker.PrepareAsync(campaign, cancellationToken);
        var partners = await PartnersAsync(campaign, cancellationToken);
        var place = partners.FindIndex(p => p.Id == partnerId);
        var principals = await PrincipalsAsync(time.Today(), cancellationToken);
        if (place < 0 || !principals.TryGetValue(partnerId, out var principal))
            return false;
        Add(LetterTo(campaign, partners[place], principal, place + 1), partners[place]);
        // The campaign is another one with this letter: who submits it meanwhile has not seen it.
        db.Touch(campaign);
        return true;
    }

    /// <summary>Of two who write to a partner, or who merge it, at the same moment the second one hears it.</summary>
    private void Add(Letter letter, Partner partner)
    {
        db.Letters.Add(letter);
        db.Touch(partner);
    }

    /// <summary>Kinds in their order, Member States by the EU rule, others by name.</summary>
    private async Task<List<Partner>> PartnersAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var order = await db.PartnerKinds.ToDictionaryAsync(k => k.Code, k => k.Order, cancellationToken);
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var partners = await db.Partners.Where(campaign.GoesTo(entries)).ToListAsync(cancellationToken);
        return
        [
            .. partners
                .OrderBy(p => order[p.KindCode])
                .ThenBy(p => PartnerKind.PlaceIn(p.KindCode, p.ProtocolOrder) ?? int.MaxValue)
                .ThenBy(p => p.Name.In("en"), StringComparer.InvariantCulture),
        ];
    }

    private async Task<Dictionary<Guid, Mandate>> PrincipalsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => m.Role == MandateRole.Principal)
            .At(new AsOf(today))
            .ToListAsync(cancellationToken);
        return mandates.GroupBy(m => m.PartnerId).ToDictionary(g => g.Key, g => g.MaxBy(m => m.From)!);
    }

    /// <summary>The addressee's, else English, else the one that there is.</summary>
    private static string LanguageOf(IReadOnlyList<string> written, string addressee) =>
        new[] { addressee, "en" }.Concat(written).FirstOrDefault(written.Contains) ?? "en";

    /// <summary>In the form that its partner prefers, as far as the template is written in it.</summary>
    private Letter LetterTo(Campaign campaign, Partner partner, Mandate principal, int order)
    {
        var form = maker.Writings.Forms.Contains(partner.PreferredForm) ? partner.PreferredForm : CorrespondenceForm.Letter;
        var language = LanguageOf(maker.LanguagesFor(campaign, form), principal.Language);
        var letter = new Letter
        {
            CampaignId = campaign.Id,
            PartnerId = partner.Id,
            Order = order,
            Language = language,
            Rank = principal.Rank,
            Form = principal.Person.Form,
            WrittenAs = form,
            Way = campaign.Way,
        };
        var person = principal.Person;
        letter.Address(person.Name, principal.FunctionIn(language), person.Email, person.FamilyName);
        return letter;
    }
}
