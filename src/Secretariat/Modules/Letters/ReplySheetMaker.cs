using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>Makes the sheet that goes with a letter which asks for a contact person or for strands of interest.</summary>
public sealed class ReplySheetMaker(SecretariatDb db, LetterMaker maker, CoverMail cover, AllianceWords alliance)
{
    private List<Strand> strands = [];

    /// <summary>Reads once what all letters of the campaign and their sheets share.</summary>
    public async Task PrepareAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        await cover.PrepareAsync(campaign, cancellationToken);
        strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
    }

    /// <summary>The file, or null where the letter asks for nothing that stands on a sheet.</summary>
    public byte[]? Make(Letter letter)
    {
        if (!maker.AsksForReply(letter))
            return null;
        var language = ReplySheetWords.For(letter.Language).Language;
        return ReplySheetDocx.Write(
            new ReplySheet
            {
                Language = language,
                Secretariat = alliance.Secretariat.In(language),
                Reference = letter.Reference ?? "…",
                SignedOn = letter.SignedOn,
                Partner = new(maker.Wording.PartnerOf(letter).Name, letter.Language),
                Mailbox = cover.Mailbox,
                AnswerAt = cover.AnswerAt(letter),
                Strands = [.. strands.Select(s => (s.Code, NameOf(s, language)))],
            }
        );
    }

    private static SheetText NameOf(Strand strand, string language)
    {
        var (words, used) = strand.Name.Get(language);
        return new(words, used);
    }
}
