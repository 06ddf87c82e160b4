using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>One nomination: the words it rests on and every step since; one that stands in the record can be withdrawn.</summary>
public sealed class NominationRecordModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    public sealed record Step(NominationStatus Status, DateOnly On, string? By, string? Why);

    public NominationLine Line { get; private set; } = null!;

    public Mandate? Mandate { get; private set; }

    public bool CanWithdraw =>
        Line.Nomination is { Status: NominationStatus.Confirmed } && Mandate is { } held && !(held.To <= time.Today());

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public IReadOnlyList<LocalizedText> Strands { get; private set; } = [];

    [BindProperty, MeantDay, Display(Name = "Last day of the mandate")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, StringLength(1000), Display(Name = "Reason")]
    public string? Why { get; set; }

    /// <summary>The record that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        (LastDay, Version) = (time.Today(), Line.Nomination?.Version ?? 0);
        if (Mandate is { } mandate)
            await disclose.SeenAsync($"/office/nominations/{id}", [mandate.PersonId], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Line.Nomination is not { } shown)
            return NotFound();
        var nomination = await db.Nominations.SingleAsync(n => n.Id == shown.Id, cancellationToken);
        var mandate = await db.Mandates.SingleAsync(m => m.Id == nomination.MandateId, cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        // A mandate ends with the day after its last one.
        var on = LastDay?.AddDays(1);
        if (nomination.WhyNotWithdraw(mandate, on, Why, time.Today()) is { } reason)
        {
            ModelState.AddModelError(string.IsNullOrWhiteSpace(Why) ? nameof(Why) : nameof(LastDay), t.Of(reason));
            return Page();
        }

        nomination.Withdraw(mandate, on!.Value, Why!, time.Today());
        db.Expect(nomination, Version);
        db.Touch(await db.Partners.SingleAsync(p => p.Id == nomination.PartnerId, cancellationToken));
        await db.SaveAsync(Text.Key("Withdraw a nomination"), Why, cancellationToken);
        TempData["Done"] = mandate.HeldOnNoDay()
            ? t.Of("The nomination is withdrawn before its mandate begins.")
            : t.Of("The nomination is withdrawn, and its mandate ends on {0}.", LastDay!.Value);
        return RedirectToPage();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = NominationLine.In(db, null).Where(p => p.Id == id);
        if (await NominationLine.Of(db, found).SingleOrDefaultAsync(cancellationToken) is not { } line)
            return false;
        Line = line;
        Mandate = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .SingleOrDefaultAsync(m => line.Nomination != null && m.Id == line.Nomination.MandateId, cancellationToken);
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Strands = [.. strands.Where(s => line.Proposal.Strands.Contains(s.Code)).Select(s => s.Name)];
        Steps = await StepsAsync(cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<Step>> StepsAsync(CancellationToken cancellationToken)
    {
        var (proposal, nomination) = (Line.Proposal, Line.Nomination);
        var names = await db
            .Users.Where(a => a.Id == proposal.VerifiedById || a.Id == proposal.DecidedById)
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var steps = new List<Step>
        {
            new(NominationStatus.Proposed, Clock.DayOf(Line.Message.ReceivedAt), Line.Message.FromName, proposal.SaidInWords),
        };
        if (proposal.VerifiedAt is { } verified)
            steps.Add(new(NominationStatus.Verified, Clock.DayOf(verified), By(proposal.VerifiedById), proposal.VerifiedHow));
        if (proposal.DecidedAt is { } decided)
            steps.Add(new(Decided(proposal), Clock.DayOf(decided), By(proposal.DecidedById), proposal.Reason));
        if (nomination is { EndedOn: { } ended })
            steps.Add(new(nomination.Status, ended.AddDays(-1), null, nomination.WithdrawnBecause));
        return steps;

        string? By(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private static NominationStatus Decided(Correspondence.Proposal proposal) =>
        new NominationLine { Proposal = proposal, Message = null! }.Status;
}
