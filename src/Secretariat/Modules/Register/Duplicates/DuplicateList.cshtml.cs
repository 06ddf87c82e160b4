using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>People and partners who may stand in the register twice, with what speaks for it and against it.</summary>
public sealed class DuplicateListModel(SecretariatDb db, Disclose disclose, TimeProvider time) : PageModel
{
    public const int MostShown = 100;

    public AsOf Day { get; private set; }

    private HashSet<(Guid One, Guid Other)> different = [];

    public IReadOnlyList<(PersonEntry One, PersonEntry Other, Likeness Likeness)> Pairs { get; private set; } = [];

    public int Found { get; private set; }

    public IReadOnlyList<(Partner One, Partner Other, Likeness Likeness)> PartnerPairs { get; private set; } = [];

    public int PartnersFound { get; private set; }

    /// <param name="asOf">The day up to which mandates had begun: whoever came later was not in the register.</param>
    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        var known = await db.NotTheSame.Select(n => new { n.OneId, n.OtherId }).ToListAsync(cancellationToken);
        different = known.Select(n => (n.OneId, n.OtherId)).ToHashSet();
        await FindPeopleAsync(asOf?.Day, cancellationToken);
        await FindPartnersAsync(cancellationToken);
        await disclose.SeenAsync("/office/duplicates", Pairs.SelectMany(p => new[] { p.One.Id, p.Other.Id }), cancellationToken);
        return Page();
    }

    private async Task FindPeopleAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        var rows = await (
            from mandate in db.Mandates
            where asOf == null || mandate.From <= asOf
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
        var pairs = Open(Partners.Duplicates.Pairs.Among(people.Values, cancellationToken: cancellationToken));
        Found = pairs.Count;
        Pairs = [.. pairs.Take(MostShown).Select(p => (people[p.One], people[p.Other], p.Likeness))];
    }

    private async Task FindPartnersAsync(CancellationToken cancellationToken)
    {
        var partners = await db
            .CurrentPartners.AsNoTracking()
            .Include(p => p.Domains)
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var entries = partners.Values.Select(PartnerEntry.Of);
        var pairs = Open(Partners.Duplicates.Pairs.Among(entries, cancellationToken: cancellationToken));
        PartnersFound = pairs.Count;
        PartnerPairs = [.. pairs.Take(MostShown).Select(p => (partners[p.One], partners[p.Other], p.Likeness))];
    }

    /// <summary>Those of which nobody has said that they are two.</summary>
    private List<Pair> Open(Found found) =>
        [.. found.Pairs.Where(p => !different.Contains((p.One, p.Other)) && !different.Contains((p.Other, p.One)))];
}
