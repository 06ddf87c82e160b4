using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Gives the places that are free to those who wait, where whoever had to was cut off, such as in the middle of a list.</summary>
public sealed class GiveFreePlaces(SecretariatDb db, GivePlaces places) : IWork
{
    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var waited = await db
            .Registrations.Where(r => r.Status == RegistrationStatus.Waiting)
            .Select(r => r.CategoryId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var given = 0;
        foreach (var category in waited)
        {
            given += await places.AdmitAsync(category, cancellationToken);
            db.ChangeTracker.Clear();
        }

        return given;
    }
}
