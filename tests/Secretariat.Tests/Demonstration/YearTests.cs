using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Demonstration;

/// <summary>The invented year, played as a whole through the verbs of officers.</summary>
[Trait("Needs", "Database")]
public sealed class YearTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_year_ends_with_the_contact_points_that_its_people_say()
    {
        await using var app = TestApp.Build(folder.Path, await TestDatabase.EmptyAsync(folder.Path));
        await FirstStart.RunAsync(app, withDemonstration: true, Cancelled);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();

        var mandates = await db
            .Mandates.Where(m => m.Role != MandateRole.Principal)
            .Include(m => m.Person)
            .ToListAsync(Cancelled);
        Assert.Equal(
            Invented(),
            mandates.Select(m => Line(m.Person!.Name, m.From, m.To?.AddDays(-1), m.Strands)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(24, await db.Messages.CountAsync(Cancelled));
        Assert.Equal(2, await db.Groups.CountAsync(Cancelled));
        Assert.Equal(
            NominationStatus.Confirmed,
            (await NominationLine.Of(db, db.Proposals.Where(p => p.VerifiedAt != null)).SingleAsync(Cancelled)).Status
        );
        var reminded = await db.Reminders.Select(r => r.LetterId).ToListAsync(Cancelled);
        Assert.NotEmpty(reminded);
        Assert.Equal(
            reminded.Count,
            await db.Outbox.CountAsync(m => m.Purpose.StartsWith("reminder/") && m.SentAt != null, Cancelled)
        );
        Assert.Equal(0, await db.Messages.CountAsync(m => m.Reading != Reading.Read, Cancelled));
    }

    /// <summary>Each contact point of the file: name, first and last day, strands.</summary>
    private static IEnumerable<string> Invented()
    {
        var file = Path.Combine(TestFolder.AllianceSource, "demonstration", "people.json");
        var records = JsonNode.Parse(File.ReadAllText(file))!["records"]!.AsArray();
        return (
            from record in records
            from contact in record!["contacts"]!.AsArray()
            from mandate in contact!["mandates"]!.AsArray()
            select Line(
                contact["name"]!.GetValue<string>(),
                Day(mandate!["from"])!.Value,
                Day(mandate["to"]),
                [.. mandate["strands"]!.AsArray().Select(s => s!.GetValue<string>())]
            )
        ).Order(StringComparer.Ordinal);
    }

    private static string Line(string name, DateOnly from, DateOnly? last, List<string> strands) =>
        $"{name} {from:yyyy-MM-dd} {last:yyyy-MM-dd} {string.Join(' ', strands)}";

    private static DateOnly? Day(JsonNode? day) =>
        day is null ? null : DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
