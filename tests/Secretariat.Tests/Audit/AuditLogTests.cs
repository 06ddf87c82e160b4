using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Audit;

public sealed class AuditLogTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Going_on_shows_each_entry_once_with_its_seal()
    {
        // Signing in leaves entries of its own.
        var reader = await App.AsAsync(Role.Reader);
        await App.WorkAsync<SealEntries>();
        var all = await App.ReadAsync(db => db.AuditEntries.CountAsync(Cancelled));

        var page = await reader.GetAsync("/office/audit");
        Assert.Contains("Sealed as no.", page.Text, StringComparison.Ordinal);
        var seals = Seals(page);
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            page = await reader.GetAsync(next.GetAttribute("href")!);
            seals.AddRange(Seals(page));
        }

        Assert.Equal(all, seals.Count);
        Assert.Equal(all, seals.Distinct().Count());
    }

    [Fact]
    public async Task It_can_be_narrowed_to_one_process()
    {
        await App.GivenAsync(async db => (await db.Strands.FirstAsync(Cancelled)).Name = LocalizedText.InEnglish("Renamed"));
        var administrator = await App.AsAsync(Role.Administrator);

        var page = await (await administrator.GetAsync("/office/audit"))
            .Form("filter")
            .With("process", "Prepare a test")
            .GoAsync();

        Assert.All(
            page.Document.QuerySelectorAll("tbody tr"),
            row => Assert.Contains("Prepare a test", row.TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Not yet sealed", page.Text, StringComparison.Ordinal);
        Assert.Contains("Renamed", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strands_of_a_mandate_are_said_one_by_one_on_every_database()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/ms-fi/mandates/new")).Form("mandate");
        var page = await form.With("Entry.Name", "Aino Strands")
            .With("Entry.Function", "Head of Unit")
            .With("Entry.From", "2024-02-01")
            .With("Entry.Why", "By telephone")
            .Tick("Entry.Strands", "prevention")
            .SubmitAsync();
        Assert.Contains("Aino Strands", page.Text, StringComparison.Ordinal);
        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.Person.Name == "Aino Strands", Cancelled)).Strands.Add("response")
        );
        var mandate = await App.ReadAsync(db =>
            db.Mandates.Where(m => m.Person.Name == "Aino Strands").Select(m => m.Id).SingleAsync(Cancelled)
        );
        var entries = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == mandate).OrderBy(e => e.At).ToListAsync(Cancelled)
        );
        var strands = entries.Select(e => AuditPayload.Of(e)!.Values.GetValueOrDefault(nameof(Mandate.Strands))).ToList();
        Assert.Equal<string?[]?>(
            [
                ["[\"prevention\"]"],
                ["[\"prevention\"]", "[\"prevention\",\"response\"]"],
            ],
            strands
        );
    }

    [Fact]
    public async Task States_and_reasons_are_said_in_the_readers_language()
    {
        await App.GivenAsync(db =>
        {
            var message = new OutgoingMessage
            {
                Purpose = "test/audit",
                ToName = "Ada Sample",
                ToAddress = "ada@interior.example",
                Subject = "Letter",
                Body = "Please find attached.",
                InternetMessageId = "audit@secretariat.example",
                ThreadId = null,
                DueAt = TimeProvider.System.Now(),
            };
            message.MarkRefused(Text.Key("It could not be handed over: {0}", "0x80004005"));
            db.Outbox.Add(message);
            return Task.CompletedTask;
        });

        var page = await (await App.AsAsync(Role.Administrator)).GetAsync("/office/audit?process=Prepare+a+test&lang=fr");

        Assert.Contains("Échec", page.Text, StringComparison.Ordinal);
        Assert.Contains("La remise au serveur a échoué : 0x80004005", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Renamed en", "From: 1 May 2023", "Platform", "Renommé")]
    [InlineData("fr", "Renommé fr", "À partir du\u00A0: 1er mai 2023", "Plateforme", "Renamed")]
    public async Task Names_days_and_jobs_are_told_as_the_reader_says_them(
        string language,
        string name,
        string from,
        string actor,
        string other
    )
    {
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.OrderBy(p => p.Id).FirstAsync(Cancelled);
            partner.Name = LocalizedText.InEnglish($"Renamed {language}").With("fr", $"Renommé {language}");
            var person = new Person { Name = "Ada Sample" };
            db.AddRange(
                person,
                new Mandate
                {
                    PartnerId = partner.Id,
                    PersonId = person.Id,
                    Role = MandateRole.ContactPoint,
                    Function = "Head of Unit",
                    From = new DateOnly(2023, 5, 1),
                }
            );
            // Nothing of this one changes, as when something that belongs to it does.
            db.Touch(await db.Partners.OrderBy(p => p.Id).LastAsync(Cancelled));
        });

        var page = await (await App.AsAsync(Role.Administrator)).GetAsync(
            $"/office/audit?process=Prepare+a+test&lang={language}"
        );

        var rows = page.Document.QuerySelectorAll("tbody tr").Take(4).ToList();
        var told = string.Join(
            '\n',
            rows.Select(row => string.Join(' ', row.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))
        );
        Assert.All(rows, row => Assert.Contains(actor, row.TextContent, StringComparison.Ordinal));
        Assert.Contains(name, told, StringComparison.Ordinal);
        Assert.Contains(from, told, StringComparison.Ordinal);
        Assert.DoesNotContain(other, told, StringComparison.Ordinal);
        Assert.DoesNotContain("{\"", told, StringComparison.Ordinal);
        var untouched = Assert.Single(rows, row => row.QuerySelector("li") is null);
        Assert.NotEmpty(untouched.QuerySelector("th")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_was_erased_is_said_so()
    {
        await App.GivenAsync(async db =>
            (await db.Strands.OrderBy(s => s.Order).LastAsync(Cancelled)).Name = LocalizedText.InEnglish("Erased name")
        );
        await App.ReadAsync(db =>
            db.AuditEntries.OrderByDescending(e => e.Id)
                .Take(1)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(e => e.Payload, (string?)null).SetProperty(e => e.Salt, (string?)null),
                    Cancelled
                )
        );

        var page = await (await App.AsAsync(Role.Administrator)).GetAsync("/office/audit");

        Assert.Contains("has been erased by a retention rule", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_is_not_among_those_who_may_see_it()
    {
        using var answer = await (await App.AsAsync(Role.Officer)).OpenAsync("/office/audit");
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static List<string> Seals(TestPage page) =>
        [.. page.Document.QuerySelectorAll("tbody tr td:last-child").Select(td => td.TextContent.Trim())];
}
