using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>An endorsement as the form asks for one.</summary>
public sealed class EndorsementEntry
{
    [Required, Display(Name = "Instrument")]
    public string Instrument { get; set; } = "";

    [Display(Name = "Version of the text")]
    public int? TextVersion { get; set; }

    [Display(Name = "How the partner stands")]
    public EndorsementStatus Status { get; set; } = EndorsementStatus.Endorsed;

    [MeantDay, Required, Display(Name = "Since")]
    public DateOnly? From { get; set; }

    [Display(Name = "How it was said")]
    public EndorsementMode Mode { get; set; }

    [StringLength(300), Display(Name = "Signatory")]
    public string? Signatory { get; set; }

    [Display(Name = "Message")]
    public Guid? Message { get; set; }

    [Display(Name = "Letter")]
    public Guid? Letter { get; set; }

    [Display(Name = "Document")]
    public IFormFile? Document { get; set; }

    [StringLength(500), Url, Display(Name = "Public source")]
    public string? Source { get; set; }

    /// <param name="sha256">Under which the document was stored.</param>
    public Endorsement ToEndorsement(Guid partnerId, string? sha256) =>
        new()
        {
            PartnerId = partnerId,
            InstrumentCode = Instrument,
            TextVersion = TextVersion,
            Status = Status,
            Mode = Mode,
            Signatory = string.IsNullOrWhiteSpace(Signatory) ? null : Signatory.Trim(),
            From = From!.Value,
            EvidenceMessageId = Message,
            EvidenceLetterId = Letter,
            DocumentName = sha256 is null ? null : Path.GetFileName(Document!.FileName),
            DocumentSha256 = sha256,
            Sources = string.IsNullOrWhiteSpace(Source) ? [] : [Source.Trim()],
            Confidence = "confirmed",
        };
}

/// <summary>What there is to choose from.</summary>
public sealed record EndorsementOptions(
    IReadOnlyList<SelectListItem> Instruments,
    IReadOnlyList<SelectListItem> Versions,
    IReadOnlyList<SelectListItem> Statuses,
    IReadOnlyList<SelectListItem> Modes,
    IReadOnlyList<SelectListItem> Messages,
    IReadOnlyList<SelectListItem> Letters
)
{
    public static readonly EndorsementOptions None = new([], [], [], [], [], []);

    public static async Task<EndorsementOptions> ReadAsync(
        SecretariatDb db,
        Partner partner,
        Text t,
        CancellationToken cancellationToken
    )
    {
        var instruments = await db.Instruments.AsNoTracking().OrderByDescending(i => i.On).ToListAsync(cancellationToken);
        var versions = await db.TextVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(cancellationToken);
        var messages = await PartnerMessages.OptionsAsync(db, partner.Id, t, cancellationToken);
        var letters = await db
            .Letters.Where(l => l.PartnerId == partner.Id && l.SentAt != null)
            .OrderByDescending(l => l.SentAt)
            .Take(PartnerMessages.MostShown)
            .Select(l => new
            {
                l.Id,
                l.Reference,
                l.SentAt,
            })
            .ToListAsync(cancellationToken);
        return new(
            [.. instruments.Select(i => new SelectListItem(i.Title.In(t.Language.Code), i.Code))],
            [.. versions.DistinctBy(v => v.Number).Select(v => new SelectListItem(t.Of("Version {0}", v.Number), $"{v.Number}"))],
            [.. Enum.GetValues<EndorsementStatus>().Select(s => new SelectListItem(t.Of(s.Name()), $"{s}"))],
            [.. Enum.GetValues<EndorsementMode>().Select(m => new SelectListItem(t.Of(m.Name()), $"{m}"))],
            messages,
            [.. letters.Select(l => new SelectListItem($"{t.Date(Clock.DayOf(l.SentAt!.Value))} · {l.Reference}", $"{l.Id}"))]
        );
    }
}
