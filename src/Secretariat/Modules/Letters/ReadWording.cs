using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>What a campaign's letters would be made with, as the tables stand now.</summary>
public sealed class ReadWording(SecretariatDb db, CorrectionText correction, Settings settings)
{
    public async Task<CampaignWording> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var sources = await db
            .TemplateSources.AsNoTracking()
            .Where(t => t.Code == campaign.TemplateCode)
            .ToListAsync(cancellationToken);
        var forms = await db.FormsOfAddress.AsNoTracking().ToListAsync(cancellationToken);
        var asks = await db.Asks.AsNoTracking().OrderBy(a => a.Order).ToListAsync(cancellationToken);
        var partners =
            from letter in db.Letters
            where letter.CampaignId == campaign.Id
            join partner in db.Partners on letter.PartnerId equals partner.Id
            select new
            {
                partner.Id,
                partner.Name,
                partner.KindCode,
                partner.IsoAlpha2,
                letter.Language,
                Replaces = db
                    .Letters.Where(l => l.Id == letter.CorrectsId)
                    .Select(l => new NamedLetter(l.Id, l.CampaignId, l.Reference, l.SignedOn))
                    .FirstOrDefault(),
            };
        return new CampaignWording
        {
            Templates = sources.Where(IsPlainLetter).ToDictionary(t => t.Language, t => t.Markdown),
            OtherForms = [.. sources.Where(t => !IsPlainLetter(t)).Select(t => t.ToWording())],
            FormsOfAddress = forms.ConvertAll(f => f.ToRule()),
            Asks = asks.ConvertAll(a => a.ToWording()),
            SenderId = await db
                .Senders.OrderByDescending(s => s.Id)
                .Select(s => (Guid?)s.Id)
                .FirstOrDefaultAsync(cancellationToken),
            ReplyTo = settings.Mail.Mailbox,
            Correction = correction.Text,
            Partners = await partners.ToDictionaryAsync(
                p => p.Id,
                p =>
                {
                    var (name, used) = p.Name.Get(p.Language);
                    return new PartnerWording(name, p.KindCode)
                    {
                        Language = used == p.Language ? null : used,
                        Country = p.IsoAlpha2,
                        Replaces = p.Replaces,
                    };
                },
                cancellationToken
            ),
        };
    }

    private static bool IsPlainLetter(TemplateSource source) => source is { Form: CorrespondenceForm.Letter, IsWord: false };
}
