using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat;

/// <summary>Brings the database to this version and loads the Alliance into an empty one.</summary>
public static class FirstStart
{
    public static async Task RunAsync(IServiceProvider services, bool withDemonstration, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        if (await db.Strands.AnyAsync(cancellationToken))
            return;
        var folder = new AllianceFolder(scope.ServiceProvider.GetRequiredService<Settings>().AllianceFolder);
        await scope.ServiceProvider.LoadAllianceAsync(folder, cancellationToken);
    }
}
