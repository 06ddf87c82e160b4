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

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>The words of a mailing, until it leaves.</summary>
[WritersOnly]
public sealed class EditMailingModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private IReadOnlyList<PartnerGroup> groups = [];

    public Guid? Id { get; private set; }

    public string Title => Id is null ? Text.Key("New mailing") : Text.Key("Edit the mailing");

    [BindProperty(SupportsGet = true), Display(Name = "Group")]
    public Guid? Group { get; set; }

    [BindProperty, Display(Name = "Written to for each partner")]
    public MandateRole To { get; set; } = MandateRole.ContactPoint;

    [BindProperty, Required, StringLength(200), Display(Name = "Subject, in English")]
    public string SubjectEn { get; set; } = "";

    [BindProperty, Required, StringLength(20_000), Display(Name = "Text, in English")]
    public string WordsEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Subject, in French")]
    public string? SubjectFr { get; set; }

    [BindProperty, StringLength(20_000), Display(Name = "Text, in French")]
    public string? WordsFr { get; set; }

    [BindProperty, MeantDay, Display(Name = "News since")]
    public DateOnly? NewsSince { get; set; }

    /// <summary>The mailing that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<SelectListItem> GroupOptions => groups.Select(g => new SelectListItem(g.Name, g.Id.ToString()));

    public IEnumerable<SelectListItem> RoleOptions =>
        Recipients.Roles.Select(r => new SelectListItem(t.Of(PartnerWords.NameOf(r)), r.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        ModelState.Clear();
        var mailing = await KnownAsync(cancellationToken);
        if (mailing is { SentAt: not null })
            return Redirect($"/office/mailings/{mailing.Id}");
        if (mailing is null)
        {
            WordsEn = $"{{salutation}}\n\n\n\n{{secretariat}}\n{{mailbox}}\n";
            return Page();
        }

        (To, NewsSince, Version) = (mailing.To, mailing.NewsSince, mailing.Version);
        (SubjectEn, WordsEn) = (mailing.Subject.In("en"), mailing.Words.In("en"));
        if (mailing.Words.Languages.Contains("fr"))
            (SubjectFr, WordsFr) = (mailing.Subject.In("fr"), mailing.Words.In("fr"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var mailing = await KnownAsync(cancellationToken);
        Check(mailing);
        if (!ModelState.IsValid)
            return Page();
        var (subject, words) = (
            LocalizedText.InEnglishAnd("fr", SubjectEn, SubjectFr),
            LocalizedText.InEnglishAnd("fr", WordsEn.ReplaceLineEndings("\n"), WordsFr?.ReplaceLineEndings("\n"))
        );
        if (mailing is null)
        {
            mailing = new Mailing
            {
                GroupId = Group!.Value,
                To = To,
                Subject = subject,
                Words = words,
            };
            db.Mailings.Add(mailing);
        }
        else
        {
            db.Expect(mailing, Version);
        }

        mailing.Change(To, subject, words, NewsSince);
        await db.SaveAsync(Text.Key("Write a mailing"), cancellationToken: cancellationToken);
        return Redirect($"/office/mailings/{mailing.Id}");
    }

    private void Check(Mailing? mailing)
    {
        if (mailing?.WhyNotChange() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (mailing is null && !groups.Any(g => g.Id == Group))
            ModelState.AddModelError(nameof(Group), t.Of("Choose a group."));
        if (!Recipients.Roles.Contains(To))
            ModelState.AddModelError(nameof(To), t.Of("Choose a role."));
        if (string.IsNullOrWhiteSpace(SubjectFr) != string.IsNullOrWhiteSpace(WordsFr))
            ModelState.AddModelError(nameof(WordsFr), t.Of("Write subject and text in French, or neither."));
        if (NewsSince > time.Today())
            ModelState.AddModelError(nameof(NewsSince), t.Of("This day is still to come."));
        Tell(nameof(SubjectEn), SubjectEn, MailingWords.SubjectProblems);
        Tell(nameof(SubjectFr), SubjectFr, MailingWords.SubjectProblems);
        Tell(nameof(WordsEn), WordsEn, MailingWords.Problems);
        Tell(nameof(WordsFr), WordsFr, MailingWords.Problems);
    }

    private void Tell(string field, string? words, Func<string, DateOnly?, IEnumerable<Reason>> problems)
    {
        foreach (var problem in problems(words ?? "", NewsSince))
            ModelState.AddModelError(field, t.Of(problem));
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken cancellationToken)
    {
        Id = id;
        groups = await GroupQueries.AllAsync(db, cancellationToken);
        return id is null || await KnownAsync(cancellationToken) is not null;
    }

    private async Task<Mailing?> KnownAsync(CancellationToken cancellationToken) =>
        Id is null ? null : await db.Mailings.SingleOrDefaultAsync(m => m.Id == Id, cancellationToken);
}
