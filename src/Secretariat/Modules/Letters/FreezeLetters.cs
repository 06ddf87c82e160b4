using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Makes the files of each numbered letter, once; from then on they are the evidence.</summary>
public sealed class FreezeLetters(
    SecretariatDb db,
    LetterMaker maker,
    ReplySheetMaker sheets,
    WriteLetterFiles files,
    TimeProvider time
) : IWork
{
    public static TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var frozen = 0;
        var campaigns = await db
            .Letters.Where(l => l.Status == LetterStatus.Numbered && l.NotMadeBecause == null)
            .Select(l => l.CampaignId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var id in campaigns)
            frozen += await FreezeAsync(id, cancellationToken);
        return frozen;
    }

    private async Task<int> FreezeAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaignId, cancellationToken);
        await sheets.PrepareAsync(campaign, cancellationToken);
        var numbered = await db
            .Letters.Where(l => l.CampaignId == campaignId && l.Status == LetterStatus.Numbered && l.NotMadeBecause == null)
            .OrderBy(l => l.Order)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in numbered)
            await FreezeOneAsync(campaign, id, cancellationToken);
        return numbered.Count;
    }

    /// <summary>A letter that cannot be made says why and holds up no other.</summary>
    private async Task FreezeOneAsync(Campaign campaign, Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var letter = await db.Letters.SingleAsync(l => l.Id == id, cancellationToken);
        if (letter.Status is not LetterStatus.Numbered)
            return;
        try
        {
            await MakeAsync(campaign, letter, cancellationToken);
        }
        catch (Exception failure)
            when (failure is InvalidOperationException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            letter.CouldNotBeMade(Text.Key("The files could not be made: {0}", failure.Message));
        }

        try
        {
            await db.SaveAsync(Text.Key("Freeze a letter"), cancellationToken: cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was faster: its files are the evidence.
            db.ChangeTracker.Clear();
        }
    }

    private async Task MakeAsync(Campaign campaign, Letter letter, CancellationToken cancellationToken)
    {
        letter.TakeCheckCode();
        var made = maker.Make(campaign, letter);
        if (made.Document is not { } document)
        {
            letter.CouldNotBeMade(Reason.Of(made.Problems));
            return;
        }

        var (docx, pdf) = await files.RunAsync(document, cancellationToken);
        letter.Freeze(docx, pdf, time.Now(), await files.PutAsync(sheets.Make(letter), cancellationToken));
    }
}
