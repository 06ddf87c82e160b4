using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Commitments;

/// <summary>A commitment, and what was said of its progress.</summary>
public sealed class CommitmentRecordModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public Commitment Commitment { get; private set; } = null!;

    public Partner Partner { get; private set; } = null!;

    public LocalizedText? Strand { get; private set; }

    public DateOnly Today => time.Today();

    [BindProperty, Display(Name = "How it stands")]
    public CommitmentStatus Status { get; set; }

    [BindProperty, Required, StringLength(1000), Display(Name = "Words")]
    public string Words { get; set; } = "";

    [BindProperty, Display(Name = "The partner says so itself")]
    public bool IsOwnReport { get; set; }

    [BindProperty, Required, MeantDay, Display(Name = "Day")]
    public DateOnly? On { get; set; }

    /// <summary>The commitment that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<SelectListItem> StatusOptions =>
        Enum.GetValues<CommitmentStatus>().Select(s => new SelectListItem(t.Of(s.Name()), s.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        (On, Status) = (Today, Commitment.StatusOn(Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (On is { } day && Commitment.WhyNotReport(day, Today) is { } reason)
            ModelState.AddModelError(nameof(On), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Commitment.Report(
            new CommitmentProgress
            {
                CommitmentId = id,
                On = On!.Value,
                Status = Status,
                IsOwnReport = IsOwnReport,
                Words = Words.Trim(),
            },
            Today
        );
        db.Touch(Commitment);
        db.Expect(Commitment, Version);
        await db.SaveAsync(Text.Key("Enter the progress of a commitment"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The progress is recorded.");
        return Redirect($"/office/commitments/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await db.Commitments.Include(c => c.Progress).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            is not { } commitment
        )
            return false;
        Commitment = commitment;
        Partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == commitment.PartnerId, cancellationToken);
        Strand = await db
            .Strands.Where(s => s.Code == commitment.StrandCode)
            .Select(s => s.Name)
            .SingleOrDefaultAsync(cancellationToken);
        return true;
    }
}
