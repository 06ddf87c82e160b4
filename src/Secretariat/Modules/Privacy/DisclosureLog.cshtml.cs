using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Privacy;

/// <summary>Who saw or took out personal data, newest first; of one person alone where that is asked.</summary>
public sealed class DisclosureLogModel(SecretariatDb db) : PageModel
{
    private const int PageSize = 50;

    public ListPage<Disclosure, Guid> Log { get; private set; } = null!;

    /// <summary>The entries of one person; those that were merged into one count as the same.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> Person { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var found = Person.Count > 0 ? db.Disclosures.Where(d => d.PersonIds.Any(p => Person.Contains(p))) : db.Disclosures;
        Log = await found.PageByKeyAsync(all => all, (Before, After), PageSize, cancellationToken);
        return Page();
    }

    public string? At(string side, Guid? place) =>
        place is null ? null : $"/office/audit/disclosures?{side}={place}{string.Concat(Person.Select(p => $"&person={p}"))}";
}
