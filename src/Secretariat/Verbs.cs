using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Secretariat.Design.Layout;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat;

/// <summary>The command line: the same program as the server.</summary>
public static class Verbs
{
    public static IEnumerable<Command> All => [Serve(), AccountVerb(), MailVerbs.Mail(WithAppAsync), Inspect(), Verify()];

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
            : "For a sign-in link: bin/secretariat account link you@your.example";

    private static Command AccountVerb()
    {
        var email = new Argument<string>("EMAIL") { Description = "Address of the account" };
        var role = new Option<Role?>("--role") { Description = "Role of a new account; the first is administrator" };
        var link = new Command("link", "Creates the account if need be and prints a one-time sign-in link.") { email, role };
        link.SetAction(
            (parsed, ct) =>
                WithAppAsync(
                    async services =>
                    {
                        var links = services.GetRequiredService<OneTimeLinks>();
                        await Console.Out.WriteLineAsync(
                            await links.ForAsync(parsed.GetValue(email)!, parsed.GetValue(role), ct)
                        );
                        return 0;
                    },
                    ct
                )
        );
        return new Command("account", "Accounts.") { link };
    }

    private static Command Inspect()
    {
        var command = new Command("inspect", "Shows what the platform understands from files; stores nothing.");
        foreach (var kind in MailVerbs.Inspections)
            command.Subcommands.Add(kind);
        return command;
    }

    private static Command Verify()
    {
        var command = new Command("verify", "Checks the audit chain; ends with 1 at the first difference.");
        command.SetAction(
            (_, ct) =>
                WithAppAsync(
                    async services =>
                    {
                        var outcome = await services.GetRequiredService<VerifyChain>().RunAsync(ct);
                        if (outcome.Difference is { } difference)
                            throw new RefusedException(difference);
                        await Console.Out.WriteLineAsync(
                            $"{outcome.Sealed} entries sealed, {outcome.Erased} erased: the chain holds."
                        );
                        return 0;
                    },
                    ct
                )
        );
        return command;
    }

    private static async Task<int> WithAppAsync(Func<IServiceProvider, Task<int>> act, CancellationToken cancellationToken)
    {
        await using var app = App.Build([]);
        await app.Services.MigrateAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecretariatDb>().RefuseHalfLoadAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor(null, "Command line");
        return await act(scope.ServiceProvider);
    }
}
