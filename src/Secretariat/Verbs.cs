using System.CommandLine;
using Secretariat.Design.Layout;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat;

/// <summary>The command line: the same program as the server.</summary>
public static class Verbs
{
    public static IEnumerable<Command> All =>
        [Serve(), AccountVerb.Command(), MailVerbs.Mail(WithAppAsync), Inspect(), VerifyVerb.Verify(WithAppAsync)];

    private static Command Serve()
    {
        var port = new Option<int>("--port") { DefaultValueFactory = _ => 5080, Description = "Port on loopback" };
        var data = new Option<string?>("--data") { Description = "Folder of the database, files and mail; ./var when not given" };
        var noDemo = new Option<bool>("--no-demo") { Description = "Load the Alliance without its demonstration" };
        var command = new Command("serve", "Serves the platform on loopback.") { port, data, noDemo };
        command.SetAction(
            async (parsed, ct) =>
            {
                var url = $"http://localhost:{parsed.GetValue(port)}";
                string[] settings = parsed.GetValue(data) is { } folder ? [$"--Data:Folder={folder}"] : [];
                // A public address that is configured goes before the one on loopback.
                if (Environment.GetEnvironmentVariable("Site__BaseUrl") is null)
                    settings = [.. settings, $"--Site:BaseUrl={url}"];
                await using var app = App.Build([$"--urls={url}", .. settings]);
                await FirstStart.RunAsync(app, !parsed.GetValue(noDemo), ct);
                await app.StartAsync(ct);
                await Console.Out.WriteLineAsync(url);
                await Console.Out.WriteLineAsync(HowToSignIn(app, url));
                await app.WaitForShutdownAsync(ct);
                return 0;
            }
        );
        return command;
    }

    private static string HowToSignIn(WebApplication app, string url) =>
        app.Services.GetRequiredService<DesignOptions>().Demonstration
            ? $"Sign in at {url}/sign-in with one of the demonstration's accounts."
            : $"For a sign-in link: {AccountVerb.HintFor(url, app.Services.GetRequiredService<Settings>().Folder)}";

    private static Command Inspect()
    {
        var command = new Command("inspect", "Shows what the platform understands from files; stores nothing.");
        foreach (var kind in MailVerbs.Inspections)
            command.Subcommands.Add(kind);
        return command;
    }

    private static Task<int> WithAppAsync(Func<IServiceProvider, Task<int>> act, CancellationToken cancellationToken) =>
        WithAppAsync([], act, cancellationToken);

    internal static async Task<int> WithAppAsync(
        string[] settings,
        Func<IServiceProvider, Task<int>> act,
        CancellationToken cancellationToken
    )
    {
        await using var app = App.Build(settings);
        await app.Services.MigrateAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecretariatDb>().RefuseHalfLoadAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor(null, "Command line");
        return await act(scope.ServiceProvider);
    }
}
