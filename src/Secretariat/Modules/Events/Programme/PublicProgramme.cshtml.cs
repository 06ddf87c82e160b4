using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events.Day;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The programme of an event as it was last released by a day; there is none before the first release.</summary>
public sealed class PublicProgrammeModel(SecretariatDb db, PrintProgramme print, TimeProvider time) : PublicPage(time)
{
    private List<Strand> strands = [];

    public TimetableEntry Entry { get; private set; } = null!;

    public ProgrammeRelease Release { get; private set; } = null!;

    /// <summary>Since the release before it.</summary>
    public IReadOnlyList<ProgrammeChange> Changes { get; private set; } = [];

    /// <summary>Of this day, while it is today.</summary>
    public IReadOnlyList<EventNotice> Notices { get; private set; } = [];

    /// <summary>The files of it that can be made here.</summary>
    public IEnumerable<string> Forms => print.Forms;

    public Strand? StrandOf(ReleasedItem item) => strands.Find(s => s.Code == item.Strand);

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await db.EntryAsync(code, AsOf, Cancelled) is not { } entry)
            return NotFound();
        var releases = await db.ReleasesAsync(entry.Event.Id, AsOf, Cancelled);
        if (releases.Count == 0)
            return NotFound();
        (Entry, Release) = (entry, releases[0]);
        if (AsOf.IsToday)
            Notices = await db.NoticesAsync(entry, Now, Cancelled);
        if (releases.Count > 1)
            Changes = ProgrammeChange.Between(releases[1].Items, releases[0].Items);
        strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
        return Page();
    }
}
