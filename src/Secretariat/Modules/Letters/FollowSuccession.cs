using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Addresses letters that are not signed off yet to whoever has followed their addressee in the office.</summary>
public sealed class FollowSuccession(SecretariatDb db, LetterMaker maker, TimeProvider time) : IWork
{
    public static TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        var campaigns = await db
            .Letters.Where(l => l.Status == LetterStatus.Draft)
            .Select(l => l.CampaignId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var id in campaigns)
            moved += await FollowAsync(id, cancellationToken);
        return moved;
    }

    private async Task<int> FollowAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        var letters = await db
            .Letters.Where(l => l.CampaignId == campaignId && l.Status == LetterStatus.Draft)
            .ToListAsync(cancellationToken);
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var addressees = await Addressees.ReadAsync(db, letters, entries, cancellationToken);
        var moving = letters
            .Select(l => (Letter: l, Successor: addressees.SuccessorOf(l, time.Today())))
            .Where(m => m.Successor is not null)
            .ToList();
        if (moving.Count > 0)
            await MoveAsync(campaignId, moving!, cancellationToken);
        db.ChangeTracker.Clear();
        return moving.Count;
    }

    private async Task MoveAsync(
        Guid campaignId,
        List<(Letter Letter, Mandate Successor)> moving,
        CancellationToken cancellationToken
    )
    {
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == campaignId, cancellationToken);
        await maker.PrepareAsync(campaign, cancellationToken);
        foreach (var (letter, successor) in moving)
        {
            // What is submitted is held in the languages that its letters had then.
            var languages = campaign.IsDraft ? maker.LanguagesFor(campaign, letter.WrittenAs) : [];
            letter.GoOnTo(successor, languages.Contains(successor.Language) ? successor.Language : letter.Language);
        }

        // Who has checked it, and who submits it or signs it off at this moment, has read letters to others.
        campaign.TakeCheckBack();
        db.Touch(campaign);
        try
        {
            await db.SaveAsync(Text.Key("Address letters to the successor"), cancellationToken: cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody decided on the campaign meanwhile: the next round looks again.
        }
    }
}
