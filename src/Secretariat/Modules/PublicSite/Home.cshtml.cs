using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events;
using Secretariat.Modules.Legislation;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.PublicSite;

public sealed class HomeModel(SecretariatDb db, Text t, TimeProvider time) : PublicPage(time)
{
    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IReadOnlyList<MigrationRoute> Routes { get; private set; } = [];

    public IReadOnlyList<LegislativeFile> Files { get; private set; } = [];

    public CountsAsOf Counts { get; private set; } = null!;

    public TimetableEntry? Next { get; private set; }

    public TimetableEntry? Last { get; private set; }

    public async Task OnGetAsync()
    {
        var day = AsOf.Day;
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
        Routes = await db.Routes.AsNoTracking().OrderBy(r => r.Order).ToListAsync(Cancelled);
        Files = await db
            .LegislativeFiles.AsNoTracking()
            .Where(f => f.ProposedOn <= day)
            .OrderBy(f => f.Code)
            .ToListAsync(Cancelled);
        Counts = await CountsAsOf.ReadAsync(db, AsOf, Cancelled);
        var timetable = await TimetableEntry.AllAsync(db, AsOf, t.Language.Culture, Cancelled);
        Next = timetable.Find(e => e.Standing is Standing.Coming);
        Last = timetable.FindLast(e => e.Standing is Standing.Held);
    }
}
