using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>Takes an entry back that was recorded by mistake; the audit keeps it.</summary>
[WritersOnly]
public sealed class TakeBackModel(SecretariatDb db, EnterEndorsement endorsing, Text t) : PageModel
{
    [BindProperty]
    public Guid? EndorsementId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The record that the officer saw.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Options { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        Version = Partner.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var mistaken = await db.Endorsements.SingleOrDefaultAsync(
            e => e.Id == EndorsementId && e.PartnerId == Partner.Id,
            cancellationToken
        );
        if (mistaken is null)
            ModelState.AddModelError(nameof(EndorsementId), t.Of("Choose an entry."));
        else if (await endorsing.WhyNotTakeBackAsync(mistaken, cancellationToken) is { } reason)
            ModelState.AddModelError(nameof(EndorsementId), t.Of(reason));
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), t.Of("Say in a reason why."));
        if (!ModelState.IsValid)
            return Page();
        await endorsing.TakeBackAsync(mistaken!, cancellationToken);
        db.Expect(Partner, Version ?? 0);
        await db.SaveAsync(Text.Key("Take an endorsement entry back"), Why, cancellationToken);
        TempData["Done"] = t.Of("The entry is taken back; the audit keeps it.");
        return Redirect($"/office/partners/{code}#endorsements");
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.CurrentPartners.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } partner)
            return false;
        Partner = partner;
        var rows = await (
            from endorsement in db.Endorsements
            where endorsement.PartnerId == partner.Id
            join instrument in db.Instruments on endorsement.InstrumentCode equals instrument.Code
            orderby instrument.On, endorsement.From, endorsement.Id
            select new
            {
                endorsement.Id,
                endorsement.Status,
                endorsement.From,
                endorsement.TextVersion,
                instrument.Title,
            }
        ).ToListAsync(cancellationToken);
        Options =
        [
            .. rows.Select(r => new SelectListItem(
                $"{EndorsementWords.Of(r.Title, r.TextVersion, t)}: {t.Of("{0} since {1}", t.Of(r.Status.Name()), r.From)}",
                $"{r.Id}"
            )),
        ];
        return true;
    }
}
