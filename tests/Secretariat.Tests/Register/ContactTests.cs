using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Tables;
using Secretariat.Formats.VCard;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;

namespace Secretariat.Tests.Register;

public sealed class ContactTests(TestApp app) : AppTest(app)
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("json")]
    [InlineData("vcf")]
    public async Task The_list_is_taken_out_in_every_form_and_reads_back_as_it_is(string form)
    {
        await GivenContactAsync("ms-bg", "Иван Петров", "=HYPERLINK()", "ivan@interior-bg.example");
        var office = await App.AsAsync(Role.Officer);
        var bytes = await ExportAsync(office, form);
        switch (form)
        {
            case "json":
                using (var json = JsonDocument.Parse(bytes))
                    Assert.Contains(
                        json.RootElement.GetProperty("contacts").EnumerateArray(),
                        c =>
                            c.GetProperty("name").GetString() == "Иван Петров"
                            && c.GetProperty("function").GetString() == "=HYPERLINK()"
                    );
                break;
            case "vcf":
                Assert.Contains(VCardReader.Read(bytes).Cards, c => c.Name == "Иван Петров" && c.Title == "=HYPERLINK()");
                break;
            default:
                var table = TableReader.Read(bytes, null, form == "xlsx");
                Assert.Null(table.UnreadableReason);
                Assert.Equal("partner code", table.Header[0]);
                Assert.Contains(table.Rows, r => r.Cells[3] == "Иван Петров" && r.Cells[5] == "=HYPERLINK()");
                break;
        }
    }

    [Fact]
    public async Task Who_saw_names_where_entries_are_compared_is_noted_too()
    {
        var two = await TwoEntries.GivenAsync(App, "seen");
        var people = await App.ReadAsync(db =>
            db.Mandates.Where(m => m.PartnerId == two.Kept.Id || m.PartnerId == two.Gone.Id)
                .OrderBy(m => m.From)
                .Select(m => m.PersonId)
                .ToListAsync(Cancelled)
        );
        var office = await App.AsAsync(Role.Officer);
        var (persons, partners) = (
            $"/office/people/{people[0]}/merge/{people[1]}",
            $"/office/partners/{two.Kept.Code}/merge/{two.Gone.Code}"
        );
        await office.GetAsync(persons);
        Assert.Equal(people.Order(), (await SeenAsync(persons)).Order());
        await office.GetAsync(partners);
        Assert.Equal(people.Order(), (await SeenAsync(partners)).Order());

        await GivenContactAsync("ms-si", "Tomaž Twice", "Director", "tomaz@interior-si.example");
        var once = await GivenContactAsync("ms-si", "Tomaž Twice", "Director", "tomaz@interior-si.example");
        await office.GetAsync("/office/duplicates");
        Assert.Contains(once, await SeenAsync("/office/duplicates"));
    }

    [Fact]
    public async Task Who_saw_and_who_took_out_the_data_of_a_person_is_noted_and_read_by_auditors_alone()
    {
        var person = await GivenContactAsync("ms-ro", "Elena Sample", "Director", "elena@interior-ro.example");
        var office = await App.AsAsync(Role.Officer);
        await office.GetAsync("/office/partners/ms-ro");
        await office.GetAsync($"/office/people/{person}");
        await ExportAsync(office, "csv");

        var auditor = await App.AsAsync(Role.Reader);
        var page = await auditor.GetAsync($"/office/audit/disclosures?person={person}");
        Assert.Contains("seen: /office/partners/ms-ro", page.Text, StringComparison.Ordinal);
        Assert.Contains($"seen: /office/people/{person}", page.Text, StringComparison.Ordinal);
        Assert.Contains("exported: contacts-", page.Text, StringComparison.Ordinal);
        Assert.Contains("The desk of the Director-General", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync("/office/audit/disclosures")).Status);
    }

    [Fact]
    public async Task A_file_for_outside_the_Union_needs_its_basis_and_nothing_leaves_without_a_recipient()
    {
        await GivenContactAsync("ms-cz", "Jana Sample", "Director", "jana@interior-cz.example");
        var office = await App.AsAsync(Role.Officer);
        var before = await ExportsAsync();
        var page = await office.GetAsync("/office/contacts");
        page = await page.Form("export").With("Out.OutsideEu", "true").SubmitAsync();
        Assert.Contains("Say for whom the data are taken out", page.Text, StringComparison.Ordinal);
        Assert.Contains("Personal data leave the EU only on a recorded basis.", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await ExportsAsync());

        await page.Form("export")
            .With("Out.Recipient", "Ministry of a partner country")
            .With("Out.OutsideEu", "true")
            .With("Out.Basis", "Working arrangement of 3 May 2024")
            .SubmitAsync();
        var noted = await App.ReadAsync(db => db.Disclosures.OrderByDescending(d => d.Id).FirstAsync(Cancelled));
        Assert.Equal(
            (DisclosureKind.Exported, "Ministry of a partner country", "Working arrangement of 3 May 2024"),
            (noted.Kind, noted.Recipient, noted.Basis)
        );
    }

    [Fact]
    public async Task The_list_is_of_a_day_a_role_and_a_strand_and_stands_in_protocol_order()
    {
        await GivenContactAsync("ms-se", "Sven Sample", "Director", "sven@interior-se.example", MandateRole.Expert);
        await GivenContactAsync("ms-be", "Bert Sample", "Director", "bert@interior-be.example", MandateRole.Expert);
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/contacts?role=Expert");
        Assert.Equal(["Belgium", "Sweden"], page.Document.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()));
        page = await office.GetAsync("/office/contacts?role=Expert&asOf=2024-01-09");
        Assert.Contains("Nobody with such a mandate on this day.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/contacts?asOf=2024-02-30")).Status);
    }

    private static async Task<byte[]> ExportAsync(TestBrowser office, string form)
    {
        var page = await office.GetAsync("/office/contacts");
        return await page.Form("export")
            .With("Form", form)
            .With("Out.Recipient", "The desk of the Director-General")
            .DownloadAsync();
    }

    private Task<int> ExportsAsync() =>
        App.ReadAsync(db => db.Disclosures.CountAsync(d => d.Kind == DisclosureKind.Exported, Cancelled));

    private async Task<Guid> GivenContactAsync(
        string partner,
        string name,
        string function,
        string email,
        MandateRole role = MandateRole.ContactPoint
    )
    {
        var person = new Person { Name = name, Email = email };
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            db.Add(
                new Mandate
                {
                    PartnerId = found.Id,
                    PersonId = person.Id,
                    Person = person,
                    Role = role,
                    Function = function,
                    From = new DateOnly(2024, 1, 10),
                }
            );
        });
        return person.Id;
    }

    private Task<List<Guid>> SeenAsync(string page) =>
        App.ReadAsync(async db => (await db.Disclosures.SingleAsync(d => d.What == page, Cancelled)).PersonIds);
}
