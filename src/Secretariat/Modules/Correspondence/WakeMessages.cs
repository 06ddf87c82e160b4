using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Brings back what waited until today.</summary>
public sealed class WakeMessages(SecretariatDb db, TimeProvider time) : IWork
{
    private const int Batch = 50;

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = Clock.Today(time);
        var due = await db
            .Messages.Where(m => m.Triage == Triage.Waiting && m.WaitUntil != null && m.WaitUntil <= today)
            .OrderBy(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        due.ForEach(m => m.Reopen());
        await db.SaveAsync(Text.Key("Bring back what waited"), cancellationToken: cancellationToken);
        return due.Count;
    }
}
