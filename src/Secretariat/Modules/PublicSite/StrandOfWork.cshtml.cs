using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.PublicSite;

public sealed class StrandOfWorkModel(SecretariatDb db, Text t, TimeProvider time) : PublicPage(time)
{
    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public Strand Strand { get; private set; } = null!;

    public InterestByStrand Count { get; } = new();

    public int Interested { get; private set; }

    public IReadOnlyList<TimetableEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string strand)
    {
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
        if (Strands.FirstOrDefault(s => s.Code == strand) is not { } found)
            return NotFound();

        Strand = found;
        var counted = await Count.AtAsync(db, AsOf, Cancelled);
        Interested = counted.Single(c => c.Code == strand).Number;
        var timetable = await TimetableEntry.AllAsync(db, AsOf, t.Language.Culture, Cancelled);
        Entries = timetable.FindAll(e => e.Event.Strands.Contains(strand));
        return Page();
    }
}
