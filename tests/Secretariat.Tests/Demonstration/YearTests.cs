using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

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
        Assert.Equal(27, await db.Messages.CountAsync(Cancelled));
        Assert.Equal(3, await db.Groups.CountAsync(Cancelled));
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
        var agreed = await db.Persons.Where(p => p.ShownToContactPointsSince != null).ToListAsync(Cancelled);
        Assert.Equal(
            InventedContacts()
                .Where(c => c["shown"] is not null)
                .Select(c => (c["name"]!.GetValue<string>(), Day(c["shown"])))
                .Order(),
            agreed.Select(p => (p.Name, p.ShownToContactPointsSince)).Order()
        );
        await MailCameBackAsync(db);
        await KindChangedAsync(db);
        await CalendarsAnsweredAsync(db);
        await HasProgrammeAsync(scope.ServiceProvider);
        await InThreeLanguagesAsync(scope.ServiceProvider);
    }

    /// <summary>The letters that lie as a draft are wholly in the language of each, be it English, French or German.</summary>
    private static async Task InThreeLanguagesAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<SecretariatDb>();
        var id = await db.Campaigns.Where(c => c.TemplateCode == "follow-up").Select(c => c.Id).SingleAsync(Cancelled);
        var view = (await services.GetRequiredService<ReadCampaign>().FindAsync(id, Cancelled))!;
        Assert.Equal(["de", "en", "fr"], view.Leaving.Select(r => r.Letter.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(view.OtherWords.Select(w => w.Key));
    }

    /// <summary>The meeting to which they are invited has a programme, on its days and in both languages, for a letter to annex.</summary>
    private static async Task HasProgrammeAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<SecretariatDb>();
        var code = await db
            .Events.Where(e => db.ProgrammeItems.Any(i => i.EventId == e.Id))
            .Select(e => e.Code)
            .SingleAsync(Cancelled);
        var entry = await db.EntryAsync(code, AsOf.Today(services.GetRequiredService<TimeProvider>()), Cancelled);
        var items = await db.ProgrammeItems.InOrder(entry!.Event.Id).ToListAsync(Cancelled);
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Null(ProgrammeItem.WhyNotOn(item.Day, entry)));
        Assert.All(items, item => Assert.Equal("fr", item.Title.Get("fr").LanguageUsed));
        Assert.Equal(2, items.Select(i => i.Day).Distinct().Count());
    }

    /// <summary>Those who can be reached were invited, and two calendars have answered.</summary>
    private static async Task CalendarsAnsweredAsync(SecretariatDb db)
    {
        var invitations = await db.Invitations.ToListAsync(Cancelled);
        Assert.DoesNotContain(invitations, i => i.Name == "Wouter Dijkgraven");
        Assert.Equal(
            [("Duarte Sequeira Lobão", Attendance.Declined), ("Kadri Põldsalu", Attendance.Accepted)],
            invitations.Where(i => i.Answer is not null).Select(i => (i.Name, i.Answer!.Value)).Order()
        );
        Assert.True(invitations.Count > 2);
        Assert.Equal(2, await db.Commitments.CountAsync(Cancelled));
    }

    /// <summary>The answer to a contact point, by the report of a mail system; nobody has found out more yet.</summary>
    private static async Task MailCameBackAsync(SecretariatDb db)
    {
        var unreached = await ContactPoints.UnreachableAsync(db, AsOf.Today(TimeProvider.System), Cancelled);
        var mandate = await db.Mandates.Include(m => m.Person).SingleAsync(m => unreached.Contains(m.Id), Cancelled);
        Assert.Equal("Wouter Dijkgraven", mandate.Person.Name);
        var failed = await db.FailedAddresses.SingleAsync(Cancelled);
        var report = await db.Messages.SingleAsync(m => m.Id == failed.MessageId, Cancelled);
        Assert.Equal((MailKind.Bounce, Triage.ToDo, mandate.PartnerId), (report.Kind, report.Triage, report.PartnerId));
        Assert.Equal(
            "wouter.dijkgraven@interior-nl.example",
            (await db.Outbox.SingleAsync(m => m.Delivery == Delivery.Returned, Cancelled)).ToAddress
        );
    }

    /// <summary>Of a partner that is invented, as its footnote says.</summary>
    private static async Task KindChangedAsync(SecretariatDb db)
    {
        var partner = await db.Partners.Include(p => p.KindsBefore).SingleAsync(p => p.KindsBefore.Count > 0, Cancelled);
        Assert.Equal(
            ("transport-operator", "other-private"),
            (partner.KindOn(new(2025, 3, 31)), partner.KindOn(new(2025, 4, 1)))
        );
        Assert.StartsWith("Invented for the demonstration", partner.Footnote!.In("en"), StringComparison.Ordinal);
        Assert.False(partner.IsListed);
    }

    /// <summary>Each contact point of the file: name, first and last day, strands.</summary>
    private static IEnumerable<string> Invented() =>
        (
            from contact in InventedContacts()
            from mandate in contact["mandates"]!.AsArray()
            select Line(
                contact["name"]!.GetValue<string>(),
                Day(mandate!["from"])!.Value,
                Day(mandate["to"]),
                [.. mandate["strands"]!.AsArray().Select(s => s!.GetValue<string>())]
            )
        ).Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> InventedContacts()
    {
        var file = Path.Combine(TestFolder.AllianceSource, "demonstration", "people.json");
        return JsonNode.Parse(File.ReadAllText(file))!["records"]!.AsArray().SelectMany(r => r!["contacts"]!.AsArray())!;
    }

    private static string Line(string name, DateOnly from, DateOnly? last, List<string> strands) =>
        $"{name} {from:yyyy-MM-dd} {last:yyyy-MM-dd} {string.Join(' ', strands)}";

    private static DateOnly? Day(JsonNode? day) =>
        day is null ? null : DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
