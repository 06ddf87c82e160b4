using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>What whoever holds a letter may know of it. It names no person.</summary>
public sealed record IssuedLetter(
    string Reference,
    DateOnly SignedOn,
    string Language,
    LetterStatus Status,
    LocalizedText Partner,
    LocalizedText? Footnote,
    string? PdfSha256,
    string DocxSha256,
    NamedLetter? Replaces,
    NamedLetter? ReplacedBy
)
{
    /// <summary>Of the sender, on the day of signature.</summary>
    public LocalizedText? Institution { get; init; }

    public bool HasLeft => Status is not (LetterStatus.Frozen or LetterStatus.ToPrint or LetterStatus.Voided);

    /// <summary>Which of the files that were issued has that SHA-256; null where none has.</summary>
    public string? FileOf(string sha256) =>
        sha256 == PdfSha256 ? "PDF"
        : sha256 == DocxSha256 ? "DOCX"
        : null;
}

/// <summary>A letter as another one names it.</summary>
public sealed record NamedLetter(Guid Id, Guid CampaignId, string? Reference, DateOnly? SignedOn)
{
    /// <summary>The letter that one replaces, and the one that replaces it, drafted or gone.</summary>
    public static async Task<(NamedLetter? Replaces, NamedLetter? ReplacedBy)> BesideAsync(
        SecretariatDb db,
        Letter letter,
        CancellationToken cancellationToken
    )
    {
        var beside = await db
            .Letters.Where(l => l.Id == letter.CorrectsId || (l.CorrectsId == letter.Id && l.Status != LetterStatus.Voided))
            .Select(l => new NamedLetter(l.Id, l.CampaignId, l.Reference, l.SignedOn))
            .ToListAsync(cancellationToken);
        return (beside.Find(l => l.Id == letter.CorrectsId), beside.Find(l => l.Id != letter.CorrectsId));
    }
}

/// <summary>Finds a frozen letter for whoever has its code or one of its files.</summary>
public sealed class FindIssued(SecretariatDb db)
{
    public Task<IssuedLetter?> ByCodeAsync(string code, CancellationToken cancellationToken) =>
        FindAsync(l => l.CheckCode == code, cancellationToken);

    public Task<IssuedLetter?> ByFileAsync(string sha256, CancellationToken cancellationToken) =>
        FindAsync(l => l.PdfSha256 == sha256 || l.DocxSha256 == sha256, cancellationToken);

    private async Task<IssuedLetter?> FindAsync(Expression<Func<Letter, bool>> isMeant, CancellationToken cancellationToken)
    {
        var found = await (
            from letter in db.Letters.AsNoTracking().Where(isMeant)
            where letter.DocxSha256 != null
            join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
            join partner in db.Partners on letter.MadeForId ?? letter.PartnerId equals partner.Id
            select new
            {
                campaign.Wording,
                Issued = new IssuedLetter(
                    letter.Reference!,
                    letter.SignedOn!.Value,
                    letter.Language,
                    letter.Status,
                    partner.Name,
                    partner.Footnote,
                    letter.PdfSha256,
                    letter.DocxSha256!,
                    db.Letters.Where(l => l.Id == letter.CorrectsId)
                        .Select(l => new NamedLetter(l.Id, l.CampaignId, l.Reference, l.SignedOn))
                        .FirstOrDefault(),
                    db.Letters.Where(l => l.CorrectsId == letter.Id && l.ThreadId != null)
                        .Select(l => new NamedLetter(l.Id, l.CampaignId, l.Reference, l.SignedOn))
                        .FirstOrDefault()
                ),
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var sender = await db
            .Senders.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == found.Wording!.SenderId, cancellationToken);
        return found.Issued with { Institution = sender?.Institution };
    }
}
