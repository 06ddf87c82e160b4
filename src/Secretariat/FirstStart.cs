using Microsoft.EntityFrameworkCore;
using Secretariat.Design.Layout;
using Secretariat.Modules.Demonstration;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat;

/// <summary>Brings the database to this version and loads the Alliance into an empty one.</summary>
public static class FirstStart
{
    public static async Task RunAsync(WebApplication app, bool withDemonstration, CancellationToken cancellationToken)
    {
        await app.Services.MigrateAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        if (!await db.Strands.AnyAsync(cancellationToken))
            await LoadAsync(app, scope.ServiceProvider, withDemonstration, cancellationToken);
        app.Services.GetRequiredService<DesignOptions>().Demonstration = await db.Users.AnyAsync(
            a => a.IsDemonstration,
            cancellationToken
        );
    }

    private static async Task LoadAsync(
        WebApplication app,
        IServiceProvider services,
        bool withDemonstration,
        CancellationToken cancellationToken
    )
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var folder = new AllianceFolder(settings.AllianceFolder);
        await services.LoadAllianceAsync(folder, cancellationToken);
        if (!withDemonstration || !LoadDemonstration.IsIn(folder))
            return;
        var record = new ServiceCollection().AddLogging();
        App.AddRecord(record, app.Configuration, settings);
        await LoadDemonstration.RunAsync(record, settings, folder, cancellationToken);
    }
}
