using System.CommandLine;
using Secretariat.Formats.Tables;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Lists into the record, on the command line.</summary>
public static class ImportVerbs
{
    private static readonly Argument<string> FileName = new("FILE") { Description = "A list (.csv, .tsv, .xlsx, .json)" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would change, row by row" };
    private static readonly Option<string?> Why = new("--why")
    {
        HelpName = "TEXT",
        Description = "How we know what the list says; required without --dry-run",
    };
    private static readonly Option<string?> Sheet = new("--sheet")
    {
        HelpName = "NAME",
        Description = "Sheet of a workbook; the first one when not given",
    };
    private static readonly Option<string?> Encoding = new("--encoding")
    {
        HelpName = "NAME",
        Description = $"Charset of a text file; guessed when not given. One of: {string.Join(", ", TableReader.CharsetNames)}",
    };
    private static readonly Option<bool> StandBeside = new("--beside")
    {
        Description = "Whoever is new stands beside those who hold the role already",
    };

    private static readonly Option<bool> ByDomain = new("--by-domain")
    {
        Description = "Columns that are not read are not needed: a row without a partner goes by the domain of its address",
    };

    public static Command Import(InApp inApp) =>
        new("import", "Takes lists into the record: all rows or none.")
        {
            Of(inApp, ImportKind.Contacts, "contacts", "People and their mandates.", "--role", "Role of the rows that name none"),
            Of(inApp, ImportKind.Partners, "partners", "Partners.", "--kind", "Kind of the new partners that name none"),
            Of(
                inApp,
                ImportKind.Participants,
                "participants",
                "Those whom delegations bring to an event.",
                "--event",
                "Event to which they come"
            ),
        };

    private static Command Of(
        InApp inApp,
        ImportKind kind,
        string name,
        string description,
        string choice,
        string choiceDescription
    )
    {
        var ofAll = new Option<string?>(choice) { HelpName = "CODE", Description = choiceDescription };
        var command = inApp.Verb(
            name,
            description,
            async (parsed, services, ct) =>
            {
                var run = new Run(services.GetRequiredService<ImportList>(), services.GetRequiredService<Text>(), kind);
                var why = parsed.GetValue(DryRun) ? null : Given(parsed.GetValue(Why));
                var said = new ImportChoice(
                    await run.KnownAsync(choice, parsed.GetValue(ofAll), ct),
                    parsed.GetValue(StandBeside),
                    parsed.GetValue(ByDomain)
                );
                var read = new Reading(parsed.GetValue(FileName)!, parsed.GetValue(Sheet), Known(parsed.GetValue(Encoding)));
                return await run.RunAsync(read, Read(read.Path), said, why, ct);
            }
        );
        command.Arguments.Add(FileName);
        command.Options.Add(DryRun);
        command.Options.Add(Why);
        command.Options.Add(Sheet);
        command.Options.Add(Encoding);
        command.Options.Add(ofAll);
        if (kind is not ImportKind.Contacts)
            return command;
        command.Options.Add(StandBeside);
        command.Options.Add(ByDomain);
        return command;
    }

    private static string Given(string? why) =>
        string.IsNullOrWhiteSpace(why)
            ? throw new RefusedException("Say with --why TEXT how we know what the list says; only --dry-run needs no reason.")
            : why;

    private static string? Known(string? encoding) =>
        encoding is null || TableReader.CharsetNames.Contains(encoding, StringComparer.Ordinal)
            ? encoding
            : throw new RefusedException(
                $"--encoding “{encoding}” is not known. Use one of: {string.Join(", ", TableReader.CharsetNames)}."
            );

    private static byte[] Read(string file)
    {
        if (!File.Exists(file))
            throw new RefusedException($"{file} is no file: check its name.");
        if (new FileInfo(file).Length > TableReader.MaxBytes)
            throw new RefusedException($"{file}: {GivenList.TooLarge}");
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{file} cannot be read: {problem.Message}");
        }
    }

    private sealed record Reading(string Path, string? Sheet, string? Encoding);

    /// <summary>One list, looked at and taken in.</summary>
    private sealed class Run(ImportList imports, Text t, ImportKind kind)
    {
        public async Task<string?> KnownAsync(string option, string? code, CancellationToken cancellationToken)
        {
            var known = await imports.RulesOf(kind).DefaultsAsync(t, cancellationToken);
            return code is null || known.Any(k => k.Value == code)
                ? code
                : throw new RefusedException(
                    $"{option} “{code}” is not known. Use one of: {string.Join(", ", known.Select(k => k.Value))}."
                );
        }

        /// <param name="why">How we know what it says; null: it is looked at only.</param>
        public async Task<int> RunAsync(
            Reading read,
            byte[] bytes,
            ImportChoice choice,
            string? why,
            CancellationToken cancellationToken
        )
        {
            var path = read.Path;
            var list = GivenList.Read(path, bytes, read.Sheet, imports.RulesOf(kind).Fields, read.Encoding);
            if (list.Refusal is { } refusal)
                throw new RefusedException($"{path}: {t.Of(refusal)}");
            var columns = ColumnChoice.Guess(list, imports.RulesOf(kind).Fields);
            var plan = await imports.PlanAsync(kind, list, columns, choice, cancellationToken);
            if (why is null)
                await ShowAsync(plan, list.Unread(columns));
            if (plan.Wrong.FirstOrDefault() is { } wrong)
                throw new RefusedException(
                    $"{path}, row {wrong.Row}, {t.Of(wrong.Errors[0])} Rows with errors: {plan.Counts.LeftOut}; nothing is imported."
                );
            if (why is not null && plan.DoesAnything)
            {
                var file = await imports.KeepAsync(kind, Path.GetFileName(path), bytes, read.Sheet, cancellationToken);
                await imports.CarryOutAsync(file, plan, why, read.Encoding, cancellationToken);
            }

            var (added, changed, known, _) = plan.Counts;
            await Console.Out.WriteLineAsync($"new: {added}\nchanged: {changed}\nnothing new: {known}");
            return 0;
        }

        private async Task ShowAsync(ImportPlan plan, IReadOnlyList<string> unread)
        {
            if (unread.Count > 0)
                await Console.Out.WriteLineAsync($"not taken: {string.Join(", ", unread)}");
            foreach (var row in plan.Rows)
            {
                var said = row
                    .Errors.Concat(row.Changes)
                    .Select(t.Of)
                    .Concat(row.Remarks.Select(r => t.Of("Note: {0}", t.Of(r))));
                await Console.Out.WriteLineAsync(
                    $"row {row.Row}: {t.Of(row.Effect.Name())}: {string.Join("; ", said.Prepend(t.Of(row.Who)))}"
                );
            }
        }
    }
}
