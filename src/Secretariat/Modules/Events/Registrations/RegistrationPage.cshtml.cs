using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The registration for an event: until when, in which categories, and how far each delegation is.</summary>
public sealed class RegistrationPageModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public sealed record Row(
        Guid Id,
        PartnerLine Partner,
        string HeadName,
        string HeadAddress,
        DateOnly SentOn,
        Guid OutgoingMessageId,
        int Registered,
        int Waiting
    );

    private IReadOnlyDictionary<(Guid Category, RegistrationStatus Status), int> counts = null!;

    public EventRegistration Found { get; private set; } = null!;

    public IReadOnlyList<Row> Delegations { get; private set; } = [];

    [BindProperty, Required, MeantDay, Display(Name = "Last day of registration")]
    public DateOnly? Day { get; set; }

    [BindProperty, Required, Display(Name = "Ends at")]
    public TimeOnly? At { get; set; }

    [BindProperty, Display(Name = "Who takes part does so on official duty")]
    public bool IsOfficialDuty { get; set; }

    /// <summary>The terms that the officer saw; none yet is the first.</summary>
    [BindProperty]
    public int Version { get; set; }

    public bool MayWriteToHeads =>
        Found is { Terms: { } terms, Categories.Count: > 0, Entry.Standing: Standing.Coming }
        && terms.WhyClosed(time.Now(), Found.Entry.Event.Details.Zone) is null;

    public int Count(RegistrationCategory category, params IEnumerable<RegistrationStatus> statuses) =>
        statuses.Sum(s => counts.GetValueOrDefault((category.Id, s)));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (Found.Terms is { } terms)
        {
            var zone = Found.Entry.Event.Details.Zone;
            (Day, At, IsOfficialDuty, Version) = (terms.DayIn(zone), terms.TimeIn(zone), terms.IsOfficialDuty, terms.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var zone = Found.Entry.Event.Details.Zone;
        if (Day is { } day && At is { } at && ProgrammeItem.WhyNotAt(day, at, zone) is { } reason)
            ModelState.AddModelError(nameof(At), t.Of(reason));
        if (Day is { } last && Found.Entry.Days?.Last < last)
            ModelState.AddModelError(
                nameof(Day),
                t.Of("Registration ends before the event does, on {0}.", Found.Entry.Days.Value.Last)
            );
        if (!ModelState.IsValid)
            return Page();
        var closes = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(Day!.Value.ToDateTime(At!.Value), zone), TimeSpan.Zero);
        if (Found.Terms is { } terms)
        {
            db.Expect(terms, Version);
            (terms.ClosesAt, terms.IsOfficialDuty) = (closes, IsOfficialDuty);
        }
        else
            db.RegistrationTerms.Add(
                new RegistrationTerms
                {
                    EventId = Found.Entry.Event.Id,
                    ClosesAt = closes,
                    IsOfficialDuty = IsOfficialDuty,
                }
            );
        await db.SaveAsync(Text.Key("Set the terms of a registration"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The terms have been saved.");
        return Redirect($"/office/events/{code}/registration");
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { } found)
            return false;
        Found = found;
        var registered = db.Registrations.Where(r => r.EventId == found.Entry.Event.Id);
        counts = await registered
            .GroupBy(r => new { r.CategoryId, r.Status })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.CategoryId, g.Key.Status), g => g.Count, cancellationToken);
        await ReadDelegationsAsync(registered, cancellationToken);
        return true;
    }

    private async Task ReadDelegationsAsync(IQueryable<Registration> registered, CancellationToken cancellationToken)
    {
        var delegations = await db
            .Delegations.AsNoTracking()
            .Where(d => d.EventId == Found.Entry.Event.Id)
            .ToListAsync(cancellationToken);
        var each = await registered
            .GroupBy(r => new { r.DelegationId, r.Status })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.DelegationId, g.Key.Status), g => g.Count, cancellationToken);
        var known = delegations.Select(d => d.PartnerId).ToHashSet();
        var partners = await db
            .Partners.Where(p => known.Contains(p.Id))
            .LinesAsync(db, t.Language.Code, AsOf.Today(time), cancellationToken);
        Delegations =
        [
            .. partners.Join(
                delegations,
                p => p.Id,
                d => d.PartnerId,
                (p, d) =>
                    new Row(
                        d.Id,
                        p,
                        d.HeadName,
                        d.HeadAddress,
                        Clock.DayOf(d.SentAt),
                        d.OutgoingMessageId,
                        each.GetValueOrDefault((d.Id, RegistrationStatus.Registered)),
                        each.GetValueOrDefault((d.Id, RegistrationStatus.Waiting))
                    )
            ),
        ];
    }
}
