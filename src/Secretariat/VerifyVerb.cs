using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat;

/// <summary><c>verify</c>: database, audit chain and stored files, up to the first difference.</summary>
public static class VerifyVerb
{
    public static Command Verify(InApp inApp)
    {
        var head = new Option<string?>("--head")
        {
            Description = "Newest entry as an earlier verify printed it and you noted it elsewhere, NUMBER:HASH",
        };
        head.Validators.Add(result =>
        {
            if (result.GetValue(head) is { } text && ChainHead.Read(text) is null)
                result.AddError($"“{text}” is no NUMBER:HASH as verify prints it.");
        });
        var command = new Command("verify", "Checks database, audit chain and stored files; ends with 1 at the first difference.")
        {
            head,
            CommandLine.Data,
        };
        command.SetAction(
            (parsed, ct) =>
                inApp(
                    parsed,
                    services => RunAsync(services, parsed.GetValue(head) is { } text ? ChainHead.Read(text) : null, ct),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ChainHead? known, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<SecretariatDb>();
        Refuse(await db.WhyDamagedAsync(cancellationToken));
        await Console.Out.WriteLineAsync("Database: no damage found.");

        var chain = await services.GetRequiredService<VerifyChain>().RunAsync(cancellationToken, known);
        Refuse(chain.Difference);
        await Console.Out.WriteLineAsync(
            $"Audit: {chain.Sealed} entries sealed, {chain.Erased} erased, {chain.Unsealed} not yet sealed: the chain holds."
        );
        if (!chain.IsEndCompared)
            await Console.Out.WriteLineAsync(
                "Its end could be compared with nothing: no newest entry had been noted in the data folder."
            );
        if (chain.IsStrange)
            await Console.Out.WriteLineAsync(
                "The data folder holds audit heads of other databases: make sure that this one is meant to be new there."
            );
        if (chain.Head is { } head)
            await Console.Out.WriteLineAsync($"Newest entry, to be noted elsewhere: {head}");

        var files = await services.GetRequiredService<VerifyFiles>().RunAsync(cancellationToken);
        Refuse(files.Difference);
        await Console.Out.WriteLineAsync($"Files: {files.Checked}, each as it was stored.");
        return 0;
    }

    private static void Refuse(string? difference)
    {
        if (difference is not null)
            throw new RefusedException(difference);
    }
}
