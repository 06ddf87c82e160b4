using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Letters;

/// <summary>The frozen letters, and the Word files of which letters are made.</summary>
public sealed class HoldLetterFiles(SecretariatDb db) : IHoldFiles
{
    public async IAsyncEnumerable<HeldFile> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frozen = db
            .Letters.Where(l => l.DocxSha256 != null)
            .OrderBy(l => l.Id)
            .Select(l => new
            {
                l.Reference,
                l.DocxSha256,
                l.PdfSha256,
                l.ReplySheetSha256,
            });
        await foreach (var l in frozen.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new HeldFile(l.DocxSha256!, $"letter {l.Reference} (DOCX)");
            if (l.PdfSha256 is { } pdf)
                yield return new HeldFile(pdf, $"letter {l.Reference} (PDF)");
            if (l.ReplySheetSha256 is { } sheet)
                yield return new HeldFile(sheet, $"letter {l.Reference} (reply sheet)");
        }

        var templates = db.TemplateSources.AsNoTracking().Where(t => t.WordSha256 != null).OrderBy(t => t.Id);
        await foreach (var t in templates.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new HeldFile(t.WordSha256!, $"template {t.Code} in {t.Language} ({t.WordName})");
        var submitted = db.Campaigns.AsNoTracking().Where(c => c.Status != CampaignStatus.Draft).OrderBy(c => c.Id);
        await foreach (var campaign in submitted.AsAsyncEnumerable().WithCancellation(cancellationToken))
        foreach (var held in campaign.Wording?.OtherForms.Where(t => t.WordSha256 is not null) ?? [])
            yield return new HeldFile(held.WordSha256!, $"campaign {campaign.Title}, template in {held.Language}");
    }
}
