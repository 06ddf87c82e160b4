using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Secretariat.Tests.Servers;

namespace Secretariat.Bench;

/// <summary>Mail: read and decoded, taken in from a server, and the memory that it needs.</summary>
internal static class MailBench
{
    private const int Messages = 1000;

    /// <param name="folder">The .eml files to parse; invented ones when null.</param>
    public static async Task<int> RunAsync(string? folder)
    {
        var work = Directory.CreateTempSubdirectory("secretariat-bench-").FullName;
        try
        {
            List<Row> rows = [.. await ParsedAsync(folder ?? Invent(Path.Combine(work, "mail")))];
            rows.AddRange(await TakenInAsync(work));
            rows.AddRange(MemoryBench.Run());
            Console.WriteLine();
            Table.Print(rows);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    private static string Invent(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var number = 0; number < Messages; number++)
            File.WriteAllBytes(Path.Combine(folder, $"{number:D6}.eml"), MailMaker.Make(number));
        return folder;
    }

    private static async Task<IReadOnlyList<Row>> ParsedAsync(string folder)
    {
        var bench = new ParseBench(folder);
        Say($"{bench.Count} messages, {bench.Bytes / 1e6:0.0} MB");
        using var python = PythonSide.WhyMissing is null ? new PythonSide(folder) : null;
        if (python is null)
            Say(PythonSide.WhyMissing!);
        return await bench.RunAsync(python);
    }

    private static async Task<IReadOnlyList<Row>> TakenInAsync(string work)
    {
        if (DovecotServer.WhyMissing is { } reason)
        {
            Say(reason);
            return [];
        }

        var dovecot = await DovecotServer.SharedAsync();
        var sqlite = new TakeInBench(dovecot, Path.Combine(work, "sqlite"), "SQLite");
        List<Row> rows =
        [
            await sqlite.RunAsync(
                $"Data Source={sqlite.Folder}/secretariat.db",
                new SqliteConnection($"Data Source={sqlite.Folder}/bare.db"),
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            ),
        ];
        if (PostgresServer.WhyMissing is { } missing)
        {
            Say(missing);
            return rows;
        }

        var postgres = await PostgresServer.DurableAsync();
        rows.Add(
            await new TakeInBench(dovecot, Path.Combine(work, "postgres"), "PostgreSQL").RunAsync(
                await postgres.CreateDatabaseAsync("secretariat"),
                new NpgsqlConnection(await postgres.CreateDatabaseAsync("bare")),
                "SET synchronous_commit = on;"
            )
        );
        return rows;
    }

    internal static void Say(FormattableString sentence) => Say(sentence.ToString(CultureInfo.InvariantCulture));

    private static void Say(string sentence) => Console.WriteLine(sentence);
}
