using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Drafts the letter that takes the place of one that is frozen: in a campaign of its own, with the same words and the same way to the partner.</summary>
public sealed class DraftCorrection(SecretariatDb db)
{
    /// <summary>Why the letter cannot be corrected now, or null.</summary>
    public async Task<Reason?> WhyNotAsync(Letter letter, string? because, CancellationToken cancellationToken)
    {
        if (letter.WhyNotCorrect(because) is { } reason)
            return reason;
        return await db
                .Letters.AsNoTracking()
                .FirstOrDefaultAsync(l => l.CorrectsId == letter.Id && l.Status != LetterStatus.Voided, cancellationToken)
                is not { } correction
                ? null
            : correction.Reference is { } reference
                ? Text.Key("Letter {0} replaces this one: correct that one, or void it while it has not left.", reference)
            : Text.Key("A correction of this letter is being drafted already.");
    }

    /// <returns>The new letter, not yet saved.</returns>
    public async Task<Letter> MakeAsync(Campaign campaign, Letter letter, string title, CancellationToken cancellationToken)
    {
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var partner = await db.Partners.SingleAsync(p => p.Id == entries.KeptOf(letter.PartnerId), cancellationToken);
        var draft = campaign.ForCorrection(title, partner.Id);
        var correction = letter.Corrected(draft.Id, partner.Id);
        db.AddRange(draft, correction);
        // Of two who correct a letter at the same moment the second one hears it, and so does who merges the partner.
        db.Touch(letter);
        db.Touch(partner);
        return correction;
    }
}
