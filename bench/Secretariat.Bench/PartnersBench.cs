using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Secretariat.Tests.Servers;

namespace Secretariat.Bench;

/// <summary>
/// The office's pages on partners over registers of three sizes: the same number of queries, and time that grows less than the
/// square root of the size.
/// </summary>
internal static class PartnersBench
{
    private const int WarmUp = 5;
    private const int RoundCount = 15;
    private const int Briefings = 80;
    private const int BriefingsWithin = 60;
    private static readonly int[] Sizes = [80, 8_000, 80_000];

    /// <summary>A page with its address.</summary>
    private static readonly (string Name, string Address)[] Pages =
    [
        ("partners, first page", "/office/partners"),
        ("partners, from the middle on", "/office/partners?next={middle}"),
        ("partners, last kind", "/office/partners?kind=other-private"),
        ("office list of a past day", "/office/partners?asOf=2024-06-01"),
        ("partners, by name", "/office/partners?q=zurich+9"),
        ("partner", $"/office/partners/{RegisterMaker.Code(9)}"),
        ("briefing", $"/office/partners/{RegisterMaker.Code(9)}/briefing"),
        ("timeline", $"/office/partners/{RegisterMaker.Code(9)}/timeline"),
        ("contacts", "/office/contacts"),
        ("interests", "/office/interests"),
    ];

    public static async Task<int> RunAsync()
    {
        var work = Directory.CreateTempSubdirectory("secretariat-bench-").FullName;
        try
        {
            var rows = await MeasuredAsync(
                "SQLite",
                size => Task.FromResult($"Data Source={Path.Combine(work, $"{size}", "secretariat.db")}"),
                work
            );
            if (PostgresServer.WhyMissing is { } missing)
                Console.WriteLine(missing);
            else
            {
                var postgres = await PostgresServer.DurableAsync();
                rows.AddRange(await MeasuredAsync("PostgreSQL", size => postgres.CreateDatabaseAsync($"partners{size}"), work));
            }

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

    private static async Task<List<Row>> MeasuredAsync(string database, Func<int, Task<string>> make, string work)
    {
        var offices = new List<Office>();
        foreach (var size in Sizes)
        {
            MailBench.Say($"{database}: a register of {size} partners");
            var folder = Directory.CreateDirectory(Path.Combine(work, $"{size}")).FullName;
            offices.Add(await Office.OpenAsync(folder, await make(size), size));
        }

        var rows = new List<Row>();
        foreach (var (name, address) in Pages)
            rows.AddRange(await CompareAsync($"{database}, {name}", address, offices));
        rows.AddRange(await PrintedAsync(database, offices[0]));
        foreach (var office in offices)
            await office.DisposeAsync();
        return rows;
    }

    /// <summary>The briefings of eighty partners as PDF, beside as many pages with nothing but a title.</summary>
    private static async Task<IEnumerable<Row>> PrintedAsync(string database, Office office)
    {
        MailBench.Say($"{database}: {Briefings} briefings as PDF");
        if (office.WhyNoPdf is { } missing)
        {
            Console.WriteLine(missing);
            return [];
        }

        await office.PrintBlankAsync(1);
        var blank = await office.PrintBlankAsync(Briefings);
        var made = await office.PrintBriefingsAsync(Briefings);
        var name = Invariant($"{database}, {Briefings} briefings as PDF");
        return
        [
            new(name, Invariant($"{made:0.0} s"), Invariant($"{blank:0.0} s for blank pages"), made / blank),
            new(
                $"{name}, in time",
                Invariant($"{made:0.0} s"),
                Invariant($"{BriefingsWithin} s asked"),
                made / BriefingsWithin,
                Most: 1
            ),
        ];
    }

    /// <summary>The larger registers beside the smallest, one after the other in each round.</summary>
    private static async Task<IEnumerable<Row>> CompareAsync(string name, string address, List<Office> offices)
    {
        var addresses = offices.ConvertAll(o => address.Replace("{middle}", $"{o.Middle}", StringComparison.Ordinal));
        var (smallest, larger) = (offices[0], offices[1..]);
        var rounds = larger.ConvertAll(_ => new Rounds());
        var queries = new int[offices.Count];
        for (var round = 0; round < WarmUp + RoundCount; round++)
        {
            var few = await smallest.ReadAsync(addresses[0]);
            queries[0] = few.Queries;
            for (var place = 0; place < larger.Count; place++)
            {
                var many = await larger[place].ReadAsync(addresses[place + 1]);
                queries[place + 1] = many.Queries;
                if (round >= WarmUp)
                    rounds[place].Add(many.Milliseconds, few.Milliseconds);
            }
        }

        return larger.Select((office, place) => Time(name, office, smallest, rounds[place])).Append(Queries(name, queries));
    }

    private static Row Time(string name, Office office, Office smallest, Rounds rounds) =>
        new(
            Invariant($"{name}, {office.Size}"),
            Invariant($"{rounds.Ours:0.0} ms"),
            Invariant($"{rounds.Theirs:0.0} ms at {smallest.Size}"),
            rounds.Ratio,
            Most: Math.Sqrt((double)office.Size / smallest.Size)
        );

    private static Row Queries(string name, int[] queries) =>
        new(
            $"{name}, queries",
            string.Join(" / ", queries[1..]),
            $"{queries[0]} at {Sizes[0]}",
            (double)queries.Max() / queries[0],
            Most: 1
        );

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
