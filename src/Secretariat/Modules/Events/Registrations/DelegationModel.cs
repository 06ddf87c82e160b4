using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>A page under the link of a delegation, open to whoever has the link.</summary>
public abstract class DelegationModel(SecretariatDb db, RegistrationLinks links, CurrentActor current, TimeProvider time)
    : PageModel
{
    private const int OpensForDaysAfter = 90;

    public EventRegistration Found { get; private set; } = null!;

    public Delegation Delegation { get; private set; } = null!;

    public LocalizedText Partner { get; private set; } = null!;

    /// <summary>What its messages need.</summary>
    protected RegistrationMail.Frame About { get; private set; } = null!;

    /// <summary>By the link that only the head was sent.</summary>
    public bool IsHead { get; private set; }

    public bool IsComing { get; private set; }

    /// <summary>Why nothing can be changed any more, or null while it can.</summary>
    public Reason? Closed { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The address that whoever has the page open gave as their own; kept until the browser is closed.</summary>
    protected string? Sender
    {
        get => TempData.Peek(nameof(Sender)) as string;
        set => TempData[nameof(Sender)] = value;
    }

    protected SecretariatDb Db => db;

    protected DateTimeOffset Now => time.Now();

    /// <returns>Why the link opens nothing, or null.</returns>
    protected async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await links.ReadAsync(Token, cancellationToken) is not ((LinkTo.Delegation or LinkTo.Head) and var kind, var id))
            return NotFound();
        var found = await (
            from row in db.RowsOf(db.Delegations.Where(d => d.LinkId == id))
            join invitation in db.Invitations on row.Delegation.InvitationId equals invitation.Id
            select new
            {
                row,
                invitation,
                Terms = db.RegistrationTerms.SingleOrDefault(t => t.EventId == row.Event.Id),
                Categories = db.RegistrationCategories.Where(c => c.EventId == row.Event.Id).OrderBy(c => c.Id).ToList(),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Gone(Text.Key("This link is no longer good: a newer one was sent to the head of delegation."));
        if (!found.row.Delegation.IsLedBy(found.invitation) || found.invitation.Answer is Attendance.Declined)
            return Gone(Text.Key("This link is no longer good: another person leads the delegation, or it does not take part."));
        if (found.invitation.IsWithdrawn)
            return Gone(Text.Key("The invitation of this delegation was withdrawn."));
        if (found.Terms is not { } terms || TimetableEntry.At(found.row.Event, AsOf.Today(time)) is not { } entry)
            return NotFound();
        if (entry.Days?.Last.AddDays(OpensForDaysAfter) < time.Today())
            return Gone(Text.Key("The event is over."));
        current.Actor = new(null, Text.Key("By the link of a delegation"));
        (Found, Delegation, Partner, IsHead) = (
            new(entry, terms, found.Categories),
            found.row.Delegation,
            found.row.Partner,
            kind is LinkTo.Head
        );
        About = RegistrationMail.Frame.Of(found.row, entry);
        IsComing = entry.Standing is Standing.Coming;
        Closed =
            entry.Standing is Standing.Cancelled ? Text.Key("The event was cancelled.")
            : !IsComing ? Text.Key("The event is over.")
            : terms.WhyClosed(time.Now(), entry.Event.Details.Zone);
        return null;
    }

    protected IQueryable<Registration> Own => db.Registrations.Where(r => r.DelegationId == Delegation.Id);

    private EmptyResult Gone(string why)
    {
        HttpContext.Refuse(StatusCodes.Status410Gone, why);
        return new EmptyResult();
    }
}
