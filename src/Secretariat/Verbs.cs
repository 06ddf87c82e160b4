using System.CommandLine;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.Memory;
using Secretariat.Design.Layout;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Figures;
using Secretariat.Modules.Legislation;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register.Import;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat;

/// <summary>The command line: the same program as the server.</summary>
public static partial class Verbs
{
    public static IEnumerable<Command> All =>
        [
            Serve(),
            AccountVerb.Command(),
            MailVerbs.Mail(WithAppAsync),
            ImportVerbs.Import(WithAppAsync),
            Inspect(),
            TemplateVerbs.Letter(() => App.Configured().Pdf),
            VerifyVerb.Verify(WithAppAsync),
        ];

    private static Command Serve()
    {
        var port = new Option<int>("--port") { DefaultValueFactory = _ => 5080, Description = "Port on loopback" };
        var data = new Option<string?>("--data") { Description = "Folder of the database, files and mail; ./var when not given" };
        var noDemo = new Option<bool>("--no-demo") { Description = "Load the Alliance without its demonstration" };
        var settings = Configuration();
        var command = new Command("serve", "Serves the platform on loopback.") { port, data, noDemo, settings };
        command.SetAction(
            async (parsed, ct) =>
            {
                var url = $"http://localhost:{parsed.GetValue(port)}";
                string[] args = [$"--urls={url}", .. FolderOf(parsed.GetValue(data)), .. parsed.GetValue(settings) ?? []];
                await using var app = App.Build(args, ServedAt(url));
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

    /// <summary>What is no option of a verb goes to the configuration, if it is written like a key of it.</summary>
    private static Argument<string[]> Configuration()
    {
        var settings = new Argument<string[]>("--SECTION:KEY=VALUE")
        {
            Description = "Configuration that goes before appsettings.json and the environment",
            Arity = ArgumentArity.ZeroOrMore,
        };
        settings.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !Setting().IsMatch(t.Value)))
                result.AddError($"“{token.Value}” is neither an option of this verb nor a setting: write --Section:Key=value.");
        });
        return settings;
    }

    /// <summary>A default, so that every public address that is configured goes before it.</summary>
    private static Action<WebApplicationBuilder> ServedAt(string url) =>
        builder =>
            builder.Configuration.Sources.Insert(
                0,
                new MemoryConfigurationSource { InitialData = [new KeyValuePair<string, string?>("Site:BaseUrl", url)] }
            );

    private static string[] FolderOf(string? data) => data is null ? [] : [$"--Data:Folder={data}"];

    private static string HowToSignIn(WebApplication app, string url) =>
        app.Services.GetRequiredService<DesignOptions>().Demonstration
            ? $"Sign in at {url}/sign-in with one of the demonstration's accounts."
            : $"For a sign-in link: {AccountVerb.HintFor(url, app.Services.GetRequiredService<Settings>().Folder)}";

    /// <summary>A verb says itself which mailbox could not be read.</summary>
    private const string SayOnce = "--Logging:LogLevel:Secretariat.Platform.Mail.MailboxHealth=None";

    private static Command Inspect()
    {
        var command = new Command("inspect", "Shows what the platform understands from files; stores nothing.");
        var settings = new Lazy<Settings>(App.Configured);
        IEnumerable<Command> kinds =
        [
            .. MailVerbs.Inspections(() => settings.Value.Mail.AuthservId),
            .. CardVerbs.Inspections,
            ListVerb.Inspect(),
            TemplateVerbs.Inspect(),
            StatisticsVerb.Inspect(),
            ProcedureVerb.Inspect(),
        ];
        foreach (var kind in kinds)
            command.Subcommands.Add(kind);
        return command;
    }

    private static async Task<int> WithAppAsync(
        ParseResult parsed,
        Func<IServiceProvider, Task<int>> act,
        CancellationToken cancellationToken
    )
    {
        await using var app = App.Build([.. FolderOf(parsed.GetValue(CommandLine.Data)), SayOnce]);
        await app.Services.RefuseMissingAsync(cancellationToken);
        return await ActAsync(app, act, cancellationToken);
    }

    /// <summary>The same where the record may still have to be made, for what is served at that port.</summary>
    internal static async Task<int> WithNewAppAsync(
        ParseResult parsed,
        int? port,
        Func<IServiceProvider, Task<int>> act,
        CancellationToken cancellationToken
    )
    {
        var served = port is { } number ? ServedAt($"http://localhost:{number}") : null;
        await using var app = App.Build(FolderOf(parsed.GetValue(CommandLine.Data)), served);
        return await ActAsync(app, act, cancellationToken);
    }

    private static async Task<int> ActAsync(
        WebApplication app,
        Func<IServiceProvider, Task<int>> act,
        CancellationToken cancellationToken
    )
    {
        await app.Services.MigrateAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecretariatDb>().RefuseHalfLoadAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor(null, Text.Key("Command line"));
        return await act(scope.ServiceProvider);
    }

    [GeneratedRegex("^--[A-Za-z0-9]+(:[A-Za-z0-9.]+)+=", RegexOptions.None, 1000)]
    private static partial Regex Setting();
}
