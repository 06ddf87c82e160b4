using Microsoft.EntityFrameworkCore;
using Secretariat.Design.Layout;
using Secretariat.Modules.Demonstration;
using Secretariat.Modules.Nominations;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat;

/// <summary>
/// Brings the database to this version and loads the Alliance into an empty one: all of it, or it is discarded and loaded
/// again at the next start.
/// </summary>
public static partial class FirstStart
{
    public static async Task RunAsync(WebApplication app, bool withDemonstration, CancellationToken cancellationToken)
    {
        await app.Services.MigrateAsync(cancellationToken);
        var database = app.Services.GetRequiredService<Settings>().Database;
        await using var turn = await DatabaseTurn.TakeAsync(database, app.Logger, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        if (await db.DiscardHalfLoadAsync(cancellationToken))
            LogDiscarded(app.Logger);
        if (!await db.Strands.AnyAsync(cancellationToken))
            await LoadAllAsync(app, scope.ServiceProvider, withDemonstration, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<MendNominations>().RunAsync(cancellationToken);
        app.Services.GetRequiredService<DesignOptions>().Demonstration = await db.Users.AnyAsync(
            a => a.IsDemonstration,
            cancellationToken
        );
    }

    private static async Task LoadAllAsync(
        WebApplication app,
        IServiceProvider services,
        bool withDemonstration,
        CancellationToken cancellationToken
    )
    {
        var (db, time) = (services.GetRequiredService<SecretariatDb>(), services.GetRequiredService<TimeProvider>());
        var isEmpty = !await db.Users.AnyAsync(cancellationToken) && !await db.Messages.AnyAsync(cancellationToken);
        var load = new FirstLoad { BeganAt = time.Now(), IntoEmpty = isEmpty };
        db.FirstLoads.Add(load);
        await db.SaveChangesAsync(cancellationToken);

        await LoadAsync(app, services, withDemonstration, cancellationToken);

        db.Update(load).Entity.End(time.Now());
        await db.SaveChangesAsync(cancellationToken);
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

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The first load had been cut off: what it left is discarded, it begins anew"
    )]
    private static partial void LogDiscarded(ILogger log);
}
