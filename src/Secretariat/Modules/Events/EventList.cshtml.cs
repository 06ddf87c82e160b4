using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>Events as they stand today, what is to come first, with how many of the invited have answered.</summary>
public sealed class EventListModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public sealed record Row(TimetableEntry Entry, int Invited, int Accepted, int Declined, int Silent);

    public IEnumerable<IGrouping<Standing, Row>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var counts = await db
            .Invitations.Where(i => i.WithdrawnAt == null)
            .GroupBy(i => new { i.EventId, i.Answer })
            .Select(g => new
            {
                g.Key.EventId,
                g.Key.Answer,
                Count = g.Count(),
            })
            .ToListAsync(cancellationToken);
        var all = await TimetableEntry.AllAsync(db, AsOf.Today(time), t.Language.Culture, cancellationToken);
        var rows = all.ConvertAll(entry =>
        {
            var theirs = counts.FindAll(c => c.EventId == entry.Event.Id);
            int Of(Attendance? answer) => theirs.Where(c => c.Answer == answer).Sum(c => c.Count);
            return new Row(entry, theirs.Sum(c => c.Count), Of(Attendance.Accepted), Of(Attendance.Declined), Of(null));
        });
        Groups = rows.GroupBy(r => r.Entry.Standing).OrderBy(g => g.Key);
    }
}
