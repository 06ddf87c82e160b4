using System.CommandLine;
using System.Text;
using Secretariat.Formats.Html;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Correspondence;

/// <summary>The mailbox on the command line.</summary>
public static class MailVerbs
{
    private const int MaxHtmlBytes = 16 * 1024 * 1024;

    private static readonly Lazy<Clerk> Reader = new(() =>
        new Clerk(ClerkWords.LoadAll(Path.Combine(AppContext.BaseDirectory, "data", "clerk")))
    );

    public static Command Mail(InApp inApp) =>
        new("mail", "The functional mailbox.") { Fetch(inApp), Send(inApp), Reconciliation(inApp), Import(inApp) };

    /// <param name="authservId">The receiving host that is configured; asked when a mail is inspected.</param>
    public static IEnumerable<Command> Inspections(Func<string?> authservId) =>
        [
            Inspection.Of(
                "mail",
                "Shows what the platform understands from mails (.eml).",
                MimeLimits.Default.MaxBytes,
                (file, bytes) => InspectMail.Describe(file, bytes, authservId(), Reader.Value)
            ),
            Inspection.Of("html", "Shows HTML as the platform would show it.", MaxHtmlBytes, DescribeHtml),
        ];

    private static Command Fetch(InApp inApp) =>
        inApp.Verb(
            "fetch",
            "Fetches what is new in the mailbox and reads it.",
            async (_, services, ct) =>
            {
                var fetched = await Make<FetchMail>(services).RunAsync(ct);
                await ReadAsync(services, ct);
                await Console.Out.WriteLineAsync($"fetched: {fetched}");
                return 0;
            }
        );

    private static Command Send(InApp inApp) =>
        inApp.Verb(
            "send",
            "Sends what is due.",
            async (_, services, ct) =>
            {
                var (send, handled) = (Make<SendMail>(services), 0);
                while (await send.RunAsync(ct) is > 0 and var batch)
                    handled += batch;
                await Console.Out.WriteLineAsync($"due: {handled}");
                return 0;
            }
        );

    private static Command Reconciliation(InApp inApp) =>
        inApp.Verb(
            "reconcile",
            "Compares server, ledger and quarantine; ends with 1 when a message is missing.",
            async (_, services, ct) =>
            {
                var outcome = await services.GetRequiredService<Reconcile>().RunAsync(ct);
                await Console.Out.WriteLineAsync(
                    $"server: {outcome.Server}\nledger: {outcome.Ledger}\nquarantine: {outcome.Quarantine}"
                );
                foreach (var uid in outcome.Missing)
                    await Console.Error.WriteLineAsync($"{outcome.Mailbox}: {uid} is missing from the ledger; run mail fetch.");
                foreach (var (name, why) in outcome.Unreadable)
                    await Console.Error.WriteLineAsync(
                        $"{outcome.Mailbox}: {name} cannot be read ({why}); have its rights set right, or take it away."
                    );
                return outcome.Agrees ? 0 : 1;
            }
        );

    private static Command Import(InApp inApp)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = ".eml files, mboxes or Maildirs",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = inApp.Verb(
            "import",
            "Stores messages as if they had arrived in the mailbox.",
            async (parsed, services, ct) =>
            {
                var taken = 0;
                foreach (var path in parsed.GetValue(paths)!)
                    taken += await Make<ImportMail>(services).RunAsync(MailFiles.In(path), ct);
                await ReadAsync(services, ct);
                await Console.Out.WriteLineAsync($"imported: {taken}");
                return 0;
            }
        );
        command.Arguments.Add(paths);
        return command;
    }

    private static async Task ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        while (await Make<ReadMail>(services).RunAsync(cancellationToken) > 0) { }
    }

    private static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);

    private static object DescribeHtml(string file, byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var html = reader.ReadToEnd();
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            html = HtmlSanitizer.Sanitize(html),
            text = HtmlText.ToText(html),
        };
    }
}
