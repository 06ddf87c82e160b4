using System.CommandLine;
using Secretariat.Formats.Html;
using Secretariat.Formats.Mime;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Mail;

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
                return await SayProblemsAsync(services);
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
                var outcomes = await services.GetRequiredService<Reconcile>().RunAsync(ct);
                foreach (var one in outcomes.Where(o => outcomes.Count > 1 && o.Problem is null))
                    await Console.Out.WriteLineAsync(
                        $"{one.Mailbox}: server {one.Server}, ledger {one.Ledger}, quarantine {one.Quarantine}"
                    );
                await Console.Out.WriteLineAsync(
                    $"server: {outcomes.Sum(o => o.Server)}\nledger: {outcomes.Sum(o => o.Ledger)}\n"
                        + $"quarantine: {outcomes.Sum(o => o.Quarantine)}"
                );
                foreach (var difference in outcomes.SelectMany(Differences))
                    await Console.Error.WriteLineAsync(difference);
                return outcomes.All(o => o.Agrees) ? 0 : 1;
            }
        );

    private static IEnumerable<string> Differences(Reconcile.Outcome outcome)
    {
        if (outcome.Problem is { } problem)
            yield return $"{outcome.Mailbox} is not counted: {problem}";
        foreach (var uid in outcome.Missing)
            yield return $"{outcome.Mailbox}: {uid} is missing from the ledger; run mail fetch.";
        foreach (var (name, why) in outcome.Unreadable)
            yield return $"{outcome.Mailbox}: {name} cannot be read ({why}); have its rights set right, or take it away.";
    }

    /// <summary>What the fetch had to leave aside: it has read the other mailboxes.</summary>
    private static async Task<int> SayProblemsAsync(IServiceProvider services)
    {
        var health = services.GetRequiredService<MailboxHealth>();
        var problems = services
            .GetRequiredService<IReadOnlyList<IMailbox>>()
            .Select(mailbox => health.Of(mailbox.Name).Problem)
            .OfType<string>()
            .ToList();
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        return problems.Count == 0 ? 0 : 1;
    }

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
                var (taken, limits) = (0, services.GetRequiredService<Settings>().Mail.Limits);
                foreach (var path in parsed.GetValue(paths)!)
                    taken += await Make<ImportMail>(services).RunAsync(MailFiles.In(path, limits.MaxBytes), ct);
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
        var html = Charsets.Decode(bytes, HtmlCharset.NamedIn(bytes), out _);
        return new
        {
            file,
            ok = true,
            error = HtmlSanitizer.LengthRead(html) is var read && read < html.Length
                ? $"{file} has {html.Length} characters; what follows the first {read} is left out: give a smaller one."
                : null,
            html = HtmlSanitizer.Sanitize(html),
            text = HtmlText.ToText(html),
        };
    }
}
