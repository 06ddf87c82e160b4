using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>People and partners who may stand in the register twice, with what speaks for it and against it.</summary>
public sealed class DuplicateListModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    public AsOf Day { get; private set; }

    private HashSet<(Guid One, Guid Other)> different = [];

    public PairPage<PersonEntry> People { get; private set; } = PairPage<PersonEntry>.None;

    public PairPage<Partner> Entries { get; private set; } = PairPage<Partner>.None;

    /// <summary>Each of the two lists goes on for itself.</summary>
    /// <param name="asOf">The day up to which mandates had begun: whoever came later was not in the register.</param>
    public async Task<IActionResult> OnGetAsync(
        AsOf? asOf,
        PairPlace? next,
        PairPlace? previous,
        PairPlace? nextPartners,
        PairPlace? previousPartners,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        var known = await db.NotTheSame.Select(n => new { n.OneId, n.OtherId }).ToListAsync(cancellationToken);
        different = known.Select(n => (n.OneId, n.OtherId)).ToHashSet();
        People = await FindPeopleAsync(asOf?.Day, (next, previous), cancellationToken);
        Entries = await FindPartnersAsync((nextPartners, previousPartners), cancellationToken);
        var seen = People.Rows.SelectMany(p => new[] { p.One.Id, p.Other.Id });
        await disclose.SeenAsync("/office/duplicates", seen, cancellationToken);
        return Page();
    }

    public string? At(string side, PairPlace? place) =>
        place is null ? null : $"/office/duplicates?{(Day.IsToday ? "" : $"asOf={Day}&")}{side}={place}";

    private async Task<PairPage<PersonEntry>> FindPeopleAsync(
        DateOnly? asOf,
        (PairPlace?, PairPlace?) at,
        CancellationToken cancellationToken
    )
    {
        var mandates = db.Mandates.Where(m => asOf == null || m.From <= asOf);
        var people = await db.EntriesAsync(mandates, t.Language.Code, cancellationToken);
        return PairPages.Of(Open(Pairs.Among(people.Values, Likeness.Possible, cancellationToken)), people, at);
    }

    private async Task<PairPage<Partner>> FindPartnersAsync((PairPlace?, PairPlace?) at, CancellationToken cancellationToken)
    {
        var partners = await db
            .CurrentPartners.AsNoTracking()
            .Include(p => p.Domains)
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var entries = partners.Values.Select(PartnerEntry.Of);
        return PairPages.Of(Open(Pairs.Among(entries, Likeness.Possible, cancellationToken)), partners, at);
    }

    /// <summary>What is likely, then what is called the same; not those of which somebody has said that they are two.</summary>
    private List<Pair> Open(Found found) =>
        [
            .. found
                .Pairs.Where(p => p.Likeness.IsLikely || p.Likeness.IsPerhaps)
                .Where(p => !different.Contains((p.One, p.Other)) && !different.Contains((p.Other, p.One))),
        ];
}
