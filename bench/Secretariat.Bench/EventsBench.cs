using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Servers;

namespace Secretariat.Bench;

/// <summary>
/// Registration by forms on PostgreSQL, fifty at a time, beside the same forms one after the other; and the office's lists at two
/// sizes.
/// </summary>
internal static class EventsBench
{
    private const int People = 5_000;
    private const int AtOnce = 50;
    private const int Alone = 1000;

    /// <summary>
    /// Sent beforehand at a time, until no more than so much of the time goes into compiling: a program that has just been started
    /// spends more than half of it on that.
    /// </summary>
    private const int Before = 4_000;
    private const double MostCompiling = 0.05;
    private const int MostBefore = 40_000;
    private const int Places = 4_000;
    private const int Delegations = 25;
    private const double MostMilliseconds = 250;
    private static readonly int[] ListSizes = [50, 50_000];

    public static async Task<int> RunAsync()
    {
        if (PostgresServer.WhyMissing is { } missing)
        {
            Console.WriteLine(missing);
            return 1;
        }

        var work = Directory.CreateTempSubdirectory("secretariat-bench-").FullName;
        try
        {
            var postgres = await PostgresServer.DurableAsync();
            var folder = Directory.CreateDirectory(Path.Combine(work, "events")).FullName;
            await using var office = await Office.OpenAsync(
                folder,
                await postgres.CreateDatabaseAsync("events"),
                80,
                isAudited: true
            );
            var rows = new List<Row>();
            rows.AddRange(await RegisterAsync(office));
            rows.AddRange(await ListAsync(office));
            Console.WriteLine();
            Table.Print(rows);
            return 0;
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<IEnumerable<Row>> RegisterAsync(Office office)
    {
        await ServeBeforeAsync(office);
        var links = await GivenAsync(office.Services, "Registration", Places, Delegations);
        MailBench.Say($"{Alone} registrations one after the other, then {People} with {AtOnce} at a time");
        using var ready = await RegistrationForms.OpenAsync(office.Address, links, AtOnce);
        var alone = await ready.SendAsync(Enumerable.Range(0, Alone), 1);
        var together = await ready.SendAsync(Enumerable.Range(Alone, People), AtOnce);
        await using var scope = office.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var sent = db.Registrations.Where(r => db.Events.Any(e => e.Id == r.EventId && e.Code == "registration"));
        var (all, held) = (await sent.CountAsync(), await sent.HoldingPlaces().CountAsync());
        return
        [
            new("registrations, kept", $"{all}", $"{Alone + People} sent", (double)all / (Alone + People), Goal: 1),
            new("places taken", $"{held}", $"{Places} there are", (double)held / Places, Most: 1),
            new(
                $"95 of 100 forms, {AtOnce} at a time",
                Invariant($"{together.At95:0} ms"),
                Invariant($"{MostMilliseconds:0} ms asked"),
                together.At95 / MostMilliseconds,
                Most: 1
            ),
            new(
                $"forms a second, {AtOnce} at a time",
                Invariant($"{together.PerSecond:0}"),
                Invariant($"{alone.PerSecond:0} one by one"),
                together.PerSecond / alone.PerSecond
            ),
        ];
    }

    /// <summary>The same forms for another event, as in an office that has been there for some time.</summary>
    private static async Task ServeBeforeAsync(Office office)
    {
        using var earlier = await RegistrationForms.OpenAsync(
            office.Address,
            await GivenAsync(office.Services, "Earlier", Places, Delegations),
            AtOnce
        );
        // With the first one keys are made that the others need.
        await earlier.SendAsync(Enumerable.Range(0, 1), 1);
        for (var sent = 1; sent < MostBefore; sent += Before)
        {
            var (compiled, watch) = (JitInfo.GetCompilationTime(), Stopwatch.StartNew());
            await earlier.SendAsync(Enumerable.Range(sent, Before), AtOnce);
            var compiling = (JitInfo.GetCompilationTime() - compiled) / watch.Elapsed;
            MailBench.Say($"{Before} registrations beforehand; compiling took {Math.Round(100 * compiling)} % of the time");
            if (compiling <= MostCompiling)
                break;
        }
    }

    /// <summary>The list of all, the list of one delegation and the overview at both sizes.</summary>
    private static async Task<IEnumerable<Row>> ListAsync(Office office)
    {
        var rows = new List<Row>();
        var found = new List<List<(string Name, int Queries, double Milliseconds)>>();
        foreach (var size in ListSizes)
        {
            MailBench.Say($"lists of {size} registrations");
            var code = await FillAsync(office.Services, size);
            (string Name, string Address)[] pages =
            [
                ("overview", $"/office/events/{code}/registration"),
                ("list", $"/office/events/{code}/registrations"),
                ("list, by name", $"/office/events/{code}/registrations?text=sample+17"),
            ];
            var read = new List<(string Name, int Queries, double Milliseconds)>();
            foreach (var (name, address) in pages)
                read.Add(await ReadAsync(office, name, address));
            found.Add(read);
        }

        foreach (var (few, many) in found[0].Zip(found[1]))
        {
            rows.Add(
                new(
                    $"{few.Name}, queries at {ListSizes[1]}",
                    $"{many.Queries}",
                    $"{few.Queries} at {ListSizes[0]}",
                    (double)many.Queries / few.Queries,
                    Most: 1
                )
            );
            rows.Add(
                new(
                    $"{few.Name}, time at {ListSizes[1]}",
                    Invariant($"{many.Milliseconds:0.0} ms"),
                    Invariant($"{few.Milliseconds:0.0} ms at {ListSizes[0]}"),
                    many.Milliseconds / few.Milliseconds
                )
            );
        }

        return rows;
    }

    private static async Task<(string Name, int Queries, double Milliseconds)> ReadAsync(
        Office office,
        string name,
        string address
    )
    {
        for (var i = 0; i < 5; i++)
            await office.ReadAsync(address);
        var reads = new List<(int Queries, double Milliseconds)>();
        for (var i = 0; i < 15; i++)
        {
            var (_, queries, milliseconds) = await office.ReadAsync(address);
            reads.Add((queries, milliseconds));
        }

        return (name, reads.Max(r => r.Queries), reads.Select(r => r.Milliseconds).Order().ElementAt(7));
    }

    /// <summary>An event with so many registrations, put in at once.</summary>
    private static async Task<string> FillAsync(IServiceProvider services, int size)
    {
        await GivenAsync(services, $"List of {size}", size, 20);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var e = await db.Events.SingleAsync(e => e.Code == $"list-of-{size}");
        var category = await db.RegistrationCategories.SingleAsync(c => c.EventId == e.Id);
        var delegations = await db.Delegations.Where(d => d.EventId == e.Id).Select(d => d.Id).ToListAsync();
        foreach (var numbers in Enumerable.Range(0, size).Chunk(2_000))
        {
            foreach (var number in numbers)
            {
                var registration = new Registration
                {
                    EventId = e.Id,
                    DelegationId = delegations[number % delegations.Count],
                    CategoryId = category.Id,
                    GivenNames = "Ada",
                    FamilyName = $"Sample {number}",
                    Function = "Adviser",
                    Email = $"person{number}@list{size}.example",
                    SentBy = "head@list.example",
                };
                registration.Settle(RegistrationStatus.Registered, TimeProvider.System.Now());
                db.Registrations.Add(registration);
            }

            await db.SaveAsync("Prepare a measurement");
            db.ChangeTracker.Clear();
        }

        return e.Code;
    }

    /// <returns>The links of the heads of so many delegations.</returns>
    private static async Task<IReadOnlyList<(string Link, string Head)>> GivenAsync(
        IServiceProvider services,
        string title,
        int places,
        int count
    )
    {
        await using var scope = services.CreateAsyncScope();
        var (db, today) = (scope.ServiceProvider.GetRequiredService<SecretariatDb>(), TimeProvider.System.Today());
        var plan = new EventPlan(LocalizedText.InEnglish(title), today.AddDays(60), today.AddDays(60));
        var announced = await scope.ServiceProvider.GetRequiredService<AnnounceEvent>().RunAsync(plan, CancellationToken.None);
        var terms = new RegistrationTerms
        {
            EventId = announced.Id,
            ClosesAt = TimeProvider.System.Now().AddDays(30),
            IsOfficialDuty = true,
        };
        var category = new RegistrationCategory
        {
            EventId = announced.Id,
            Name = LocalizedText.InEnglish("Delegates"),
            Places = places,
        };
        db.AddRange(terms, category);
        var partners = await db.Partners.OrderBy(p => p.Code).Take(count).ToListAsync();
        var invited = partners.ConvertAll(partner =>
        {
            var person = new Person { Name = $"Head of {partner.Code}", Email = $"head@{partner.Code}.{announced.Code}.example" };
            var mandate = new Mandate
            {
                PartnerId = partner.Id,
                PersonId = person.Id,
                Role = MandateRole.ContactPoint,
                Function = "Head of Unit",
                From = today,
            };
            db.AddRange(person, mandate);
            return mandate.Id;
        });
        await db.SaveAsync("Prepare a measurement");
        var mandates = await db.Mandates.Include(m => m.Person).Where(m => invited.Contains(m.Id)).ToListAsync();
        var entry = (await db.EntryAsync(announced.Code, AsOf.Today(TimeProvider.System), CancellationToken.None))!;
        await scope
            .ServiceProvider.GetRequiredService<SendInvitations>()
            .InviteAsync(
                entry,
                [.. mandates.Select(m => new Recipient(partners.Single(p => p.Id == m.PartnerId), m))],
                CancellationToken.None
            );
        await db.SaveAsync("Prepare a measurement");
        foreach (var invitation in await db.Invitations.Where(i => i.EventId == announced.Id).ToListAsync())
            invitation.Enter(Attendance.Accepted, "Measured", TimeProvider.System.Now());
        await db.SaveAsync("Prepare a measurement");
        var heads = scope.ServiceProvider.GetRequiredService<WriteToHeads>();
        await heads.SendAsync(entry, await heads.FindAsync(entry, terms, CancellationToken.None), CancellationToken.None);
        await db.SaveAsync("Prepare a measurement");
        var links = new List<(string, string)>();
        foreach (var delegation in await db.Delegations.Where(d => d.EventId == announced.Id).ToListAsync())
        {
            var token = await scope
                .ServiceProvider.GetRequiredService<RegistrationLinks>()
                .TokenAsync(LinkTo.Delegation, delegation.LinkId, CancellationToken.None);
            links.Add(($"/t/{token}/register/{category.Id}", delegation.HeadAddress));
        }

        return links;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
