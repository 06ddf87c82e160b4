using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>In what the letters of a campaign differ from those that were sent last by the same template.</summary>
public sealed record CampaignDifference(Campaign Earlier)
{
    /// <summary>Those who are written to now and were not then.</summary>
    public required IReadOnlyList<Partner> Added { get; init; }

    /// <summary>Those who were written to then and are not now.</summary>
    public required IReadOnlyList<Partner> Gone { get; init; }

    /// <summary>Those who are written to otherwise, and in what.</summary>
    public required IReadOnlyList<(Partner Partner, IReadOnlyList<Reason> What)> Changed { get; init; }
    public required IReadOnlyList<AnnexRow> AnnexAdded { get; init; }
    public required IReadOnlyList<AnnexRow> AnnexGone { get; init; }

    /// <summary>Partners on the list now and not then; all three empty where the letters do not list them.</summary>
    public required IReadOnlyList<PartnerContent> ListAdded { get; init; }
    public required IReadOnlyList<PartnerContent> ListGone { get; init; }

    /// <summary>Partners on both with another footnote or under another heading; as they are now.</summary>
    public required IReadOnlyList<PartnerContent> ListChanged { get; init; }

    /// <summary>What stands in the programme now and not then; both empty where the letters do not have it.</summary>
    public required IReadOnlyList<ProgrammeRow> ProgrammeAdded { get; init; }
    public required IReadOnlyList<ProgrammeRow> ProgrammeGone { get; init; }

    /// <summary>What the text of the letters takes from the record.</summary>
    public required ContentDifference Content { get; init; }

    /// <summary>The languages and forms in which the words of the template have changed since.</summary>
    public required IReadOnlyList<TemplateWording> Reworded { get; init; }

    /// <summary>Null where nothing has been sent by the template before.</summary>
    public static async Task<CampaignDifference?> ReadAsync(
        SecretariatDb db,
        CampaignView view,
        CancellationToken cancellationToken
    )
    {
        var now = view.Campaign;
        var earlier = await db
            .Campaigns.AsNoTracking()
            .Where(c => c.TemplateCode == now.TemplateCode && c.Id != now.Id && c.ReleasedAt != null)
            .Where(c => now.ReleasedAt == null || c.ReleasedAt < now.ReleasedAt)
            .Where(c => !db.Letters.Any(l => l.CampaignId == c.Id && l.CorrectsId != null))
            .OrderByDescending(c => c.ReleasedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (earlier is null)
            return null;
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var sent = await db
            .Letters.AsNoTracking()
            .Where(l => l.CampaignId == earlier.Id && l.Status != LetterStatus.Voided)
            .OrderBy(l => l.Order)
            .ToListAsync(cancellationToken);
        var then = sent.DistinctBy(l => entries.KeptOf(l.PartnerId)).ToDictionary(l => entries.KeptOf(l.PartnerId));
        var rows = view.Leaving;
        var ids = then.Keys.Except(rows.Select(r => r.Partner.Id)).ToList();
        var gone = await db
            .Partners.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return new(earlier)
        {
            Added = [.. rows.Where(r => !then.ContainsKey(r.Partner.Id)).Select(r => r.Partner)],
            Gone = [.. then.Keys.Where(gone.ContainsKey).Select(id => gone[id])],
            Changed =
            [
                .. from row in rows
                where then.ContainsKey(row.Partner.Id)
                let what = Changes(then[row.Partner.Id], row.Letter).ToList()
                where what.Count > 0
                select (row.Partner, (IReadOnlyList<Reason>)what),
            ],
            AnnexAdded = [.. now.Content.AnnexRows.Except(earlier.Content.AnnexRows)],
            AnnexGone = [.. earlier.Content.AnnexRows.Except(now.Content.AnnexRows)],
            ListAdded = view.ListsPartners
                ? [.. Listed(now).ExceptBy(NamesIn(earlier), r => r.Partner.Name).Select(r => r.Partner)]
                : [],
            ListGone = view.ListsPartners
                ? [.. Listed(earlier).ExceptBy(NamesIn(now), r => r.Partner.Name).Select(r => r.Partner)]
                : [],
            ListChanged = view.ListsPartners
                ?
                [
                    .. Listed(now)
                        .ExceptBy(Listed(earlier).Select(Shown), Shown)
                        .Select(r => r.Partner)
                        .IntersectBy(NamesIn(earlier), p => p.Name),
                ]
                : [],
            ProgrammeAdded = view.HasProgramme ? [.. RowsIn(now).Except(RowsIn(earlier))] : [],
            ProgrammeGone = view.HasProgramme ? [.. RowsIn(earlier).Except(RowsIn(now))] : [],
            Content = ContentDifference.Of(now.Content, earlier.Content),
            Reworded = [.. view.Wording.InAllForms().Where(w => !(earlier.Wording?.InAllForms().Contains(w) ?? false))],
        };
    }

    private static IEnumerable<(LocalizedText Heading, PartnerContent Partner)> Listed(Campaign campaign) =>
        campaign.Content.Partners.SelectMany(k => k.Partners.Select(p => (k.Heading, p)));

    /// <summary>What is read of it; its place changes with every Member State that joins before it.</summary>
    private static (LocalizedText, LocalizedText, LocalizedText?) Shown((LocalizedText Heading, PartnerContent Partner) row) =>
        (row.Heading, row.Partner.Name, row.Partner.Footnote);

    private static IEnumerable<ProgrammeRow> RowsIn(Campaign campaign) => campaign.Content.Programme?.Rows ?? [];

    private static IEnumerable<LocalizedText> NamesIn(Campaign campaign) => Listed(campaign).Select(r => r.Partner.Name);

    private static IEnumerable<Reason> Changes(Letter then, Letter now)
    {
        if (then.AddresseeName != now.AddresseeName)
            yield return Text.Key("addressed to {0}, then to {1}", now.AddresseeName, then.AddresseeName);
        if (then.AddresseeFunction != now.AddresseeFunction)
            yield return Text.Key("as {0}, then as {1}", now.AddresseeFunction, then.AddresseeFunction);
        if (!string.Equals(then.AddresseeEmail, now.AddresseeEmail, StringComparison.OrdinalIgnoreCase))
            yield return Text.Key("sent to {0}, then to {1}", now.AddresseeEmail, then.AddresseeEmail);
        if (then.Language != now.Language)
            yield return Text.Key("in {0}, then in {1}", Words.Language(now.Language), Words.Language(then.Language));
        if (then.WrittenAs != now.WrittenAs)
            yield return Text.Key("written to {0}, then {1}", (Reason)now.WrittenAs.Name(), (Reason)then.WrittenAs.Name());
        if (then.Way != now.Way)
            yield return Text.Key("leaving: {0}, previously: {1}", (Reason)Words.Of(now.Way), (Reason)Words.Of(then.Way));
        foreach (var what in ChangesOfAddress(then, now))
            yield return what;
    }

    /// <summary>How the addressee is addressed; by rank and form of address only a person is.</summary>
    private static IEnumerable<Reason> ChangesOfAddress(Letter then, Letter now)
    {
        if (then.Rank != now.Rank && !now.IsNoteVerbale)
            yield return Text.Key(
                "rank: {0}, previously: {1}",
                (Reason)Ranks.InWords(now.Rank),
                (Reason)Ranks.InWords(then.Rank)
            );
        if (then.Form != now.Form && !now.IsNoteVerbale)
            yield return Text.Key(
                "form of address: {0}, previously: {1}",
                (Reason)Words.Of(now.Form),
                (Reason)Words.Of(then.Form)
            );
        if (then.SalutationOverride != now.SalutationOverride)
            yield return Text.Key("salutation: {0}, previously: {1}", Own(now.SalutationOverride), Own(then.SalutationOverride));
        if (then.AddressLineOverride != now.AddressLineOverride)
            yield return Text.Key("address: {0}, previously: {1}", Own(now.AddressLineOverride), Own(then.AddressLineOverride));
    }

    private static Reason Own(string? words) =>
        words is null ? Text.Key("by the table of forms of address") : Reason.Quoted($"“{words.ReplaceLineEndings(", ")}”");
}
