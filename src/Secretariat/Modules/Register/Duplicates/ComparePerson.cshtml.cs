using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>Finds the entry with which a person is compared, where an officer sees that two are one and the platform does not.</summary>
public sealed class ComparePersonModel(SecretariatDb db, Disclose disclose) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Person Person { get; private set; } = null!;

    public bool HasAsked => !string.IsNullOrWhiteSpace(Q);

    public PeopleFound Found { get; private set; } = PeopleFound.None;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var current = db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null);
        if (await current.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return NotFound();
        Person = person;
        if (HasAsked)
            Found = await PeopleFound.OfAsync(db, current.Where(p => p.Id != id), Q!, cancellationToken);
        var seen = Found.People.Select(p => p.Id).Prepend(id);
        await disclose.SeenAsync($"/office/people/{id}/merge", seen, cancellationToken);
        return Page();
    }
}
