using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>People who may stand in the register twice, with what speaks for it and against it.</summary>
public sealed class DuplicateListModel(SecretariatDb db) : PageModel
{
    public const int MostShown = 100;

    public IReadOnlyList<(PersonEntry One, PersonEntry Other, Likeness Likeness)> Pairs { get; private set; } = [];

    public int Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from mandate in db.Mandates
            join partner in db.Partners on mandate.PartnerId equals partner.Id
            orderby mandate.From descending, mandate.Id
            select new PersonEntry(
                mandate.PersonId,
                mandate.Person.Name,
                mandate.Person.Email,
                mandate.Person.Phone,
                mandate.Function,
                partner.Code,
                partner.IsoAlpha2
            )
        ).ToListAsync(cancellationToken);
        var people = rows.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var different = await db.NotTheSame.Select(n => new { n.OneId, n.OtherId }).ToListAsync(cancellationToken);
        var known = different.Select(n => (n.OneId, n.OtherId)).ToHashSet();
        var pairs = Partners
            .Duplicates.Pairs.Among(people.Values, cancellationToken: cancellationToken)
            .Pairs.Where(p => !known.Contains((p.One, p.Other)) && !known.Contains((p.Other, p.One)))
            .ToList();
        Found = pairs.Count;
        Pairs = [.. pairs.Take(MostShown).Select(p => (people[p.One], people[p.Other], p.Likeness))];
    }
}
