using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Moves the letters of an entry that is merged into another. One that has not left yet forbids the merge.</summary>
public sealed class MoveLetters(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    private sealed record InCampaign(Letter Letter, string Title, CampaignStatus Status);

    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var moving = fact.Moving;
        var theirs = await OfAsync(moving.GoneId, cancellationToken);
        foreach (var waiting in theirs.Where(t => t.Status is not CampaignStatus.Released && !t.Letter.IsVoided))
            moving.Forbid(
                Text.Key("A letter of the campaign “{0}” has not left yet: send it or void the letter first.", waiting.Title)
            );
        var own = await db
            .Letters.Where(l => l.PartnerId == moving.KeptId)
            .Select(l => l.CampaignId)
            .ToHashSetAsync(cancellationToken);
        var letters = moving.Moves(theirs, t => WhyStays(t, own)).ConvertAll(t => t.Letter);
        letters.ForEach(l => l.PutUnder(moving.KeptId));
        moving.Took(Text.Key("Letters"), nameof(Letter), [.. letters.Select(l => new MovedRecord(l.Id, null))]);
    }

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<Letter>((letter, partnerId) => letter.PutUnder(partnerId), cancellationToken);

    private static Reason? WhyStays(InCampaign theirs, HashSet<Guid> own)
    {
        if (theirs.Status is not CampaignStatus.Released)
            return Text.Key("Letter of the campaign “{0}”: it was voided, and the others have not left yet.", theirs.Title);
        return own.Contains(theirs.Letter.CampaignId)
            ? Text.Key("Letter of the campaign “{0}”: the kept entry has one of its own.", theirs.Title)
            : null;
    }

    private Task<List<InCampaign>> OfAsync(Guid partnerId, CancellationToken cancellationToken) =>
        (
            from letter in db.Letters
            where letter.PartnerId == partnerId
            join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
            orderby letter.Id
            select new InCampaign(letter, campaign.Title, campaign.Status)
        ).ToListAsync(cancellationToken);
}
