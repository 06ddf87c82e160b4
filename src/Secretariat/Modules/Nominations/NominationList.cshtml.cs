using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>Whom partners nominated and what they said on taking part, the newest first, each with its state.</summary>
public sealed class NominationListModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public NominationStatus? State { get; set; }

    /// <summary>The code of a partner; null: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    /// <summary>The day as of which they are shown.</summary>
    public AsOf Day { get; private set; }

    public ListPage<NominationLine, Guid> Lines { get; private set; } = null!;

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IEnumerable<SelectListItem> States =>
        Enum.GetValues<NominationStatus>().Select(s => new SelectListItem(t.Of(s.Name()), s.ToString()));

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (!string.IsNullOrEmpty(Partner) && !await db.Partners.AnyAsync(p => p.Code == Partner, cancellationToken))
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        // What was decided today counts today, also with a day that is still to come.
        AsOf? past = Day.Day < time.Today() ? Day : null;
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var found = NominationLine.In(db, State, asOf: past);
        if (!string.IsNullOrEmpty(Partner))
            found = found.Where(p =>
                db.Messages.Any(m =>
                    m.Id == p.MessageId && db.Partners.Any(each => each.Id == m.PartnerId && each.Code == Partner)
                )
            );
        Lines = await found.PageByKeyAsync(
            proposals => NominationLine.Of(db, proposals, past),
            (before, after),
            PageSize,
            cancellationToken
        );
        var mandates = Lines.Rows.Select(l => l.Nomination?.MandateId).ToList();
        var persons = await db
            .Mandates.Where(m => mandates.Contains(m.Id))
            .Select(m => m.PersonId)
            .ToListAsync(cancellationToken);
        await disclose.SeenAsync("/office/nominations", persons, cancellationToken);
        return Page();
    }

    public string? At(string side, Guid? place)
    {
        if (place is null)
            return null;
        var said = new (string Name, string? Value)[]
        {
            ("state", State?.ToString()),
            ("partner", Partner),
            ("asOf", $"{Day}"),
            (side, $"{place}"),
        };
        return "/office/nominations"
            + QueryString.Create(said.Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Name, s.Value)));
    }

    public string StrandsOf(NominationLine line) =>
        string.Join(", ", Strands.Where(s => line.Proposal.Strands.Contains(s.Code)).Select(s => s.Name.In(t.Language.Code)));
}
