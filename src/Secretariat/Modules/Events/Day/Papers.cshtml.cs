using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Events.Day;

/// <summary>Badges and lists for the day of an event, as PDF.</summary>
[WritersOnly]
public sealed class PapersModel(SecretariatDb db, RegistrationLinks links, IPdfRenderer pdf, TimeProvider time, Text t)
    : PageModel
{
    /// <summary>Characters: the browser that prints takes no longer page.</summary>
    private const int MostPhotos = 80_000_000;

    private static readonly Dictionary<Paper, string> Names = new()
    {
        [Paper.Badges] = Text.Key("Badges"),
        [Paper.Signatures] = Text.Key("List for signature"),
        [Paper.Decisions] = Text.Key("Who asked to come, and what was decided"),
        [Paper.Protocol] = Text.Key("Delegations in protocol order"),
        [Paper.Participants] = Text.Key("List of participants"),
    };

    public EventRegistration Found { get; private set; } = null!;

    [BindProperty, Display(Name = "What is printed")]
    public Paper Paper { get; set; }

    [BindProperty, Display(Name = "Category")]
    public Guid? Category { get; set; }

    [BindProperty, Display(Name = "Only those who are present")]
    public bool PresentOnly { get; set; }

    public Reason? WhyNoPdf => pdf.WhyUnavailable;

    public IEnumerable<SelectListItem> PaperOptions => Names.Select(n => new SelectListItem(t.Of(n.Value), n.Key.ToString()));

    public IEnumerable<SelectListItem> CategoryOptions =>
        Found.Categories.Select(c => new SelectListItem(c.Name.In(t.Language.Code), c.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) =>
        await FindAsync(code, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (WhyNoPdf is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        var people = await db.PrintedAsync(
            Found.Entry.Event.Id,
            Paper,
            (Category, PresentOnly),
            links,
            t.Language.Code,
            cancellationToken
        );
        if (people.Count == 0)
        {
            ModelState.AddModelError(nameof(Paper), t.Of("Nobody would stand on it: choose another category, or everybody."));
            return Page();
        }

        if (people.Sum(p => (long)(p.Photo?.Length ?? 0)) > MostPhotos)
        {
            ModelState.AddModelError(
                nameof(Category),
                t.Of("That is more photographs than one file can hold: choose a category.")
            );
            return Page();
        }

        var title = Found.Entry.Event.Title.In(t.Language.Code);
        var said = Paper is Paper.Participants ? await SaidAsync(people.Count, cancellationToken) : [];
        var html = new PaperHtml(t).Write(title, Heading(), Paper, people, said);
        var name = $"{code}-{Paper.ToString().ToLowerInvariant()}-{time.Today():yyyy-MM-dd}.pdf";
        return File(await pdf.RenderAsync(html, cancellationToken), "application/pdf", name);
    }

    /// <summary>Why those on the list of participants stand there, and how many do not.</summary>
    private async Task<IReadOnlyList<string>> SaidAsync(int named, CancellationToken cancellationToken)
    {
        var all = await db.On(Paper.Signatures, Found.Entry.Event.Id, (Category, PresentOnly)).CountAsync(cancellationToken);
        var basis = Found.Terms!.IsOfficialDuty
            ? t.Of("Those on this list take part on official duty.")
            : t.Of("Those on this list have agreed to be shown to the others who take part.");
        return named == all ? [basis] : [basis, t.Of("Others who take part and are not named: {0}.", t.Number(all - named))];
    }

    private string Heading()
    {
        var category = Found.Category(Category)?.Name.In(t.Language.Code);
        var parts = new[] { t.Of(Names[Paper]), category, PresentOnly ? t.Of("only those who are present") : null };
        return $"{string.Join(", ", parts.OfType<string>())} · {t.Of("As of {0}", time.Today())}";
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { Terms: not null } found)
            return false;
        Found = found;
        return true;
    }
}
