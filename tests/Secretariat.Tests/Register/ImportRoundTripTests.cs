using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Contacts that go out go back in: into the same record they change nothing, into an empty one they bring the same.</summary>
public sealed class ImportRoundTripTests(TestApp app) : ImportTest(app)
{
    private static readonly string[] Strands = ["prevention", "response", "alternatives"];

    private static readonly string[] Words =
    [
        "Head of Unit",
        "=HYPERLINK(\"x\")",
        "Director, \"External\"; affairs",
        "two\nlines",
        "Генеральный директор",
        "  ",
        "",
        "'quoted",
        "+32 2 000",
        "2024-02-29",
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task Contacts_taken_out_and_given_back_change_nothing_and_fill_an_empty_alliance(string form)
    {
        await GivenRegisterAsync(new Random(form.Length + form[0]));
        var officer = await App.AsAsync(Role.Officer);
        var file = await ContactsAsync(officer, form);
        var before = await RecordAsync(App);

        var page = await GiveAsync("contacts", $"contacts.{form}", file, officer);
        Assert.Contains("There is nothing to import: no row brings anything new.", page.Text, StringComparison.Ordinal);
        Assert.All(EffectsOn(page), e => Assert.Equal("nothing new", e.Value));
        Assert.InRange(EffectsOn(page).Count, 40, 300);
        Assert.Equal(before, await RecordAsync(App));

        await using var empty = new TestApp();
        await empty.InitializeAsync();
        var other = await empty.AsAsync(Role.Officer);
        page = await WithoutKeysAsync(await GiveAsync("contacts", $"contacts.{form}", file, other));
        page = await page.Form("import").With("Why", "From the other register").SubmitAsync("Import");
        Assert.Contains("is imported.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Said(file, form), Said(await ContactsAsync(other, form), form));
        var filled = await RecordAsync(empty);
        page = await WithoutKeysAsync(await GiveAsync("contacts", $"contacts.{form}", file, other));
        Assert.Contains("There is nothing to import", page.Text, StringComparison.Ordinal);
        Assert.Equal(filled, await RecordAsync(empty));
    }

    /// <summary>The keys are those of the register that the list comes from.</summary>
    private static Task<TestPage> WithoutKeysAsync(TestPage page)
    {
        Assert.Contains("is no key of this register.", page.Text, StringComparison.Ordinal);
        return page.Form("import").With("Columns[mandate]", "").With("Columns[person]", "").SubmitAsync("Show what it would do");
    }

    private static async Task<byte[]> ContactsAsync(TestBrowser officer, string form) =>
        await (await officer.GetAsync("/office/contacts"))
            .Form("export")
            .With("Form", form)
            .With("Out.Recipient", "Ourselves")
            .DownloadAsync();

    /// <summary>What the file says, without the keys, which every alliance has its own of.</summary>
    private static List<string> Said(byte[] file, string form)
    {
        var list = Secretariat.Modules.Register.Import.GivenList.Read($"list.{form}", file, null, []);
        return [.. list.Rows.Select(r => string.Join('|', r.Cells.Take(12).Select(c => c.Trim()))).Order(StringComparer.Ordinal)];
    }

    /// <summary>People of every role at many partners, with what lists find hard to carry.</summary>
    private Task GivenRegisterAsync(Random random) =>
        App.GivenAsync(async db =>
        {
            var partners = await db.Partners.OrderBy(p => p.Code).ToListAsync(Cancelled);
            for (var i = 0; i < 50; i++)
            {
                var mailbox = i % 7 == 0 ? "shared@interior.example" : $"Person{random.Next()}@interior.example";
                var person = new Person
                {
                    Name = $"Ánna “{random.Next()}” O'Sample-Ильин",
                    Email = i % 5 == 0 ? null : mailbox,
                    Phone = i % 3 == 0 ? null : $"+32 {random.Next(100, 999)} {i:00}",
                };
                foreach (var role in Enum.GetValues<MandateRole>().Skip(1).OrderBy(_ => random.Next()).Take(random.Next(1, 3)))
                    db.Add(Held(random, partners[random.Next(partners.Count)], person, role));
            }

            foreach (
                var partner in partners
                    .Take(10)
                    .Where(p => !db.Mandates.Any(m => m.PartnerId == p.Id && m.Role == MandateRole.Principal))
            )
                db.Add(Held(random, partner, new Person { Name = $"Minister {random.Next()}" }, MandateRole.Principal));
        });

    private static Mandate Held(Random random, Partner partner, Person person, MandateRole role)
    {
        var from = new DateOnly(2020, 1, 1).AddDays(random.Next(1500));
        var mandate = new Mandate
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = role,
            Function = Words[random.Next(Words.Length)],
            Language = random.Next(2) == 0 ? "fr" : "en",
            Strands = [.. Strands.Where(_ => random.Next(3) == 0)],
            From = from,
        };
        if (random.Next(4) == 0)
            mandate.End(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(random.Next(2, 400)));
        return mandate;
    }
}
