using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Groups;

public sealed class GroupListModel(SecretariatDb db, TimeProvider time) : PageModel
{
    public IReadOnlyList<(PartnerGroup Group, int Members)> Groups { get; private set; } = [];

    public RuleWords Words { get; private set; } = null!;

    public AsOf Day { get; private set; }

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        Words = await RuleWords.ReadAsync(db, cancellationToken);
        var groups = await GroupQueries.AllAsync(db, cancellationToken);
        var members = await db
            .GroupMembers.At(Day)
            .GroupBy(m => m.GroupId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        Groups = [.. groups.Select(g => (g, members.GetValueOrDefault(g.Id)))];
        return Page();
    }
}
