using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Tables;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Register;

/// <summary>From a file to the record: what an officer is shown, changes, and confirms.</summary>
public sealed class ImportPageTests(TestApp app) : ImportTest(app)
{
    [Fact]
    public async Task Columns_are_chosen_otherwise_and_what_is_shown_then_is_done_and_kept_as_evidence()
    {
        var office = await App.AsAsync(Role.Officer);
        var list = await (await office.GetAsync("/office/contacts")).FollowAsync("Import contacts");
        Assert.Contains(
            "No list has been given yet.",
            (await office.GetAsync("/office/partners/import")).Text,
            StringComparison.Ordinal
        );
        Assert.True(list.HasForm("give"));
        var bytes = Lines("partner code,name,role,remark", "ms-si,Chosen Sample,Expert,Director of Borders");
        var page = await GiveAsync("contacts", "chosen.csv", bytes, office);
        Assert.DoesNotContain("Director of Borders", DetailsOn(page, 2), StringComparison.Ordinal);

        page = await page.Form("import").With("Columns[function]", "3").SubmitAsync("Show what it would do");
        Assert.Contains("Function: Director of Borders", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Equal("3", page.Form("import").Value("Columns[function]"));
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("chosen.csv is imported.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Director of Borders", Assert.Single(await MandatesAsync("Chosen Sample")).Function);
        Assert.Contains("List of the presidency (chosen.csv)", page.Text, StringComparison.Ordinal);
        var file = await FileAsync("chosen.csv");
        Assert.Equal(new ImportCounts(1, 0, 0, 0), file.Counts);
        Assert.Equal(bytes, await office.DownloadAsync($"/office/imports/{file.Id}?handler=File"));
        var held = await App.UseAsync(s =>
            s.GetServices<IHoldFiles>().OfType<HoldImportedFiles>().Single().FilesAsync(Cancelled).ToListAsync(Cancelled).AsTask()
        );
        Assert.Contains(held, h => h.Sha256 == file.Sha256);
        list = await office.GetAsync("/office/contacts/import");
        Assert.Contains("new: 1, changed: 0, nothing new: 0, left out: 0", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_imported_without_a_reason_and_what_was_chosen_stays()
    {
        var page = await GiveAsync(
            "contacts",
            "why.csv",
            Lines("partner code,name,role,remark", "ms-it,Why Sample,,Director", "ms-xx,Wrong Sample,,")
        );
        page = await page.Form("import")
            .With("Columns[function]", "3")
            .With("Default", "Expert")
            .With("StandBeside", "true")
            .SubmitAsync("Show what it would do");
        var before = await RecordAsync(App);
        page = await page.Form("import").With("LeaveOut", "true").With("Why", "  ").SubmitAsync("Import");

        Assert.Contains(
            "Say how we know what the list says: whose list it is, and when it came.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await RecordAsync(App));
        var form = page.Form("import");
        Assert.Equal(
            ("3", "Expert", "true", "true"),
            (form.Value("Columns[function]"), form.Value("Default"), form.Value("StandBeside"), form.Value("LeaveOut"))
        );
        page = await form.With("Why", "Note of 3 May 2024").SubmitAsync("Import");
        Assert.Equal("Director", Assert.Single(await MandatesAsync("Why Sample")).Function);
        Assert.Contains("Note of 3 May 2024 (why.csv)", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Expert", "function", "Director", "Function: Director")]
    [InlineData("Press", "strands", "prevention response", "Strands of work: Prevention, Response")]
    [InlineData("Alternate", "language", "fr", "Language: French")]
    public async Task Changed_columns_are_shown_before_they_are_imported(string role, string column, string said, string shown)
    {
        var name = $"Hasty Sample {column}";
        var page = await GiveAsync(
            "contacts",
            $"hasty-{column}.csv",
            Lines("partner code,name,role,remark", $"ms-hu,{name},{role},{said}")
        );
        Assert.DoesNotContain(shown, DetailsOn(page, 2), StringComparison.Ordinal);
        page = await page.Form("import")
            .With($"Columns[{column}]", "3")
            .With("Why", "List of the presidency")
            .SubmitAsync("Import");

        Assert.Contains("is no longer what you saw", page.Text, StringComparison.Ordinal);
        Assert.Contains(shown, DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Empty(await MandatesAsync(name));
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Single(await MandatesAsync(name));
    }

    [Fact]
    public async Task Who_comes_without_strands_is_shown_to_come_for_all_of_them()
    {
        var page = await GiveAsync("contacts", "all.csv", Lines("partner code,name,role", "ms-se,Whole Sample,Expert"));

        Assert.Contains("Strands of work: all strands", DetailsOn(page, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_shown_and_not_written_over()
    {
        var known = await GivenAsync("ms-sk", "Contested Sample");
        var page = await GiveAsync(
            "contacts",
            "phones.csv",
            Lines("partner code,name,role,phone", "ms-sk,Contested Sample,ContactPoint,+421 1")
        );
        Assert.Equal("Telephone: +421 1", DetailsOn(page, 2));
        await (await (await App.AsAsync(Role.Administrator)).GetAsync($"/office/people/{known.PersonId}"))
            .Form("person")
            .With("Phone", "+421 2")
            .With("Why", "They called")
            .SubmitAsync();

        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("is no longer what you saw", page.Text, StringComparison.Ordinal);
        Assert.Equal("Telephone: +421 2 → +421 1", DetailsOn(page, 2));
        Assert.Equal("+421 2", (await MandatesAsync("Contested Sample"))[0].Person.Phone);
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Equal("+421 1", (await MandatesAsync("Contested Sample"))[0].Person.Phone);
    }

    [Fact]
    public async Task Of_two_officers_who_confirm_one_list_the_second_is_told()
    {
        var first = await GiveAsync("contacts", "once.csv", Lines("partner code,name,role", "ms-cy,Once Sample,Expert"));
        var second = await (await App.AsAsync(Role.Administrator)).GetAsync(first.Address);
        await first.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        var page = await second.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("This file has been imported already.", page.Text, StringComparison.Ordinal);
        Assert.Single(await MandatesAsync("Once Sample"));
    }

    [Fact]
    public async Task A_reader_sees_what_came_in_and_gives_nothing()
    {
        var page = await ImportAsync("contacts", "read.csv", Lines("partner code,name,role", "ms-dk,Read Sample,Expert"));
        var reader = await App.AsAsync(Role.Reader);

        Assert.Contains("read.csv", (await reader.GetAsync("/office/contacts/import")).Text, StringComparison.Ordinal);
        Assert.False((await reader.GetAsync("/office/contacts/import")).HasForm("give"));
        Assert.False((await reader.GetAsync(page.Address)).HasForm("import"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{page.Address}?handler=File")).Status);
        var contact = await App.AsAsync(Role.PartnerContact, "ms-dk");
        Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync("/office/contacts/import")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync(page.Address)).Status);
    }

    [Fact]
    public async Task Whose_data_the_preview_shows_and_the_file_holds_is_noted()
    {
        var known = await GivenAsync("ms-pt", "Noted Sample", role: MandateRole.Expert);
        var held = await GivenAsync("ms-pt", "Standing Sample", role: MandateRole.Press);
        var page = await GiveAsync(
            "contacts",
            "noted.csv",
            Lines(
                "partner code,name,role,phone,person",
                $"ms-pt,Noted Sample,Expert,+351 7,{known.PersonId}",
                "ms-pt,Coming Sample,Press,,"
            )
        );
        Assert.Contains("Standing Sample holds this role", DetailsOn(page, 3), StringComparison.Ordinal);
        var office = await App.AsAsync(Role.Officer);
        await office.DownloadAsync($"{page.Address}?handler=File");

        var noted = await App.ReadAsync(db => db.Disclosures.AsNoTracking().OrderBy(d => d.Id).ToListAsync(Cancelled));
        Guid[] persons = [known.PersonId, held.PersonId];
        Assert.Equal(persons.Order(), noted.Single(d => d.What == page.Address).PersonIds.Order());
        var taken = noted.Single(d => d.Kind is DisclosureKind.Exported && d.What == "noted.csv");
        Assert.Equal(("Test Officer", DisclosureKind.Exported), (taken.Recipient, taken.Kind));
        Assert.Equal(known.PersonId, Assert.Single(taken.PersonIds));

        await page.Form("import").With("LeaveOut", "true").With("Why", "A list").SubmitAsync("Import");
        await office.DownloadAsync($"{page.Address}?handler=File");
        Assert.Equal(2, await App.ReadAsync(db => db.Disclosures.CountAsync(d => d.What == "noted.csv", Cancelled)));
        Assert.Equal("+351 7", Assert.Single(await MandatesAsync("Noted Sample")).Person.Phone);
    }

    [Fact]
    public async Task Whom_the_file_names_is_noted_whatever_its_columns_were_taken_for()
    {
        var one = await GivenAsync("ms-lv", "Ána Onecell", role: MandateRole.Expert);
        var two = await GivenAsync("ms-lv", "Boris Twocells", role: MandateRole.Press);
        var mailbox = await GivenAsync("ms-lv", "Cleo Mailbox", "cleo@interior-lv.example", MandateRole.Alternate);
        var key = await GivenAsync("ms-lv", "Dora Key", role: MandateRole.HeadOfDelegation);
        await GivenAsync("ms-lv", "Nobody Named", "nobody@interior-lv.example");
        var page = await GiveAsync(
            "contacts",
            "cells.csv",
            Lines(
                "partner code,role,remark,other,third",
                "ms-lv,Expert,onecell ana,,",
                "ms-lv,Press,Twocells,,Boris",
                "ms-lv,Alternate,Office <Cleo@interior-lv.example>,,",
                $"ms-lv,HeadOfDelegation,,{key.Id},"
            )
        );
        await (await App.AsAsync(Role.Officer)).DownloadAsync($"{page.Address}?handler=File");

        var taken = await App.ReadAsync(db => db.Disclosures.AsNoTracking().SingleAsync(d => d.What == "cells.csv", Cancelled));
        Guid[] named = [one.PersonId, two.PersonId, mailbox.PersonId, key.PersonId];
        Assert.Equal(named.Order(), taken.PersonIds.Order());
    }

    [Fact]
    public async Task A_list_that_nobody_imports_is_removed_after_its_term_and_nothing_misses_it()
    {
        var dropped = await GiveAsync("contacts", "dropped.csv", Lines("partner code,name,role", "ms-ie,Dropped Sample,Expert"));
        var waiting = await GiveAsync("contacts", "waiting.csv", Lines("partner code,name,role", "ms-ie,Waiting Sample,Expert"));
        await ImportAsync("contacts", "taken.csv", Lines("partner code,name,role", "ms-ie,Taken Sample,Expert"));
        var now = TimeProvider.System.GetUtcNow();
        await App.ReadAsync(db =>
            db.ImportedFiles.ExecuteUpdateAsync(
                f => f.SetProperty(x => x.GivenAt, x => x.FileName == "waiting.csv" ? now.AddDays(-29) : now.AddDays(-31)),
                Cancelled
            )
        );
        Assert.InRange(await App.WorkAsync<RemoveLists>(), 1, 50);

        var office = await App.AsAsync(Role.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(dropped.Address)).Status);
        Assert.True((await office.GetAsync(waiting.Address)).HasForm("import"));
        Assert.Equal("taken.csv", (await FileAsync("taken.csv")).FileName);
        Assert.Contains(
            "A list that nobody imports is removed 30 days after it was given.",
            (await office.GetAsync("/office/contacts/import")).Text,
            StringComparison.Ordinal
        );
        var held = await App.UseAsync(s =>
            s.GetServices<IHoldFiles>().OfType<HoldImportedFiles>().Single().FilesAsync(Cancelled).ToListAsync(Cancelled).AsTask()
        );
        Assert.DoesNotContain(held, h => h.Record.Contains("dropped.csv", StringComparison.Ordinal));
        Assert.Null((await App.UseAsync(s => s.GetRequiredService<VerifyFiles>().RunAsync(Cancelled))).Difference);
    }

    [Fact]
    public async Task What_cannot_be_a_list_is_refused_in_a_sentence_and_not_kept()
    {
        var before = await App.ReadAsync(db => db.ImportedFiles.CountAsync(Cancelled));
        var many = new StringBuilder("partner code,name,role\r\n");
        for (var i = 0; i < 200_000; i++)
            many.Append("ms-ee,Many Sample ").Append(i).Append(",Expert\r\n");
        (string Name, byte[] Bytes, string Reason)[] wrong =
        [
            ("empty.csv", [], "Choose a file with a list in it."),
            ("big.csv", new byte[TableReader.MaxBytes + 1], "The file has more than 12 MB: give it in parts."),
            ("many.csv", Encoding.UTF8.GetBytes(many.ToString()), "and at most 10 000 are imported at once: give it in parts."),
            ("old.xlsx", "no workbook"u8.ToArray(), "old.xlsx: "),
            ("broken.json", "{\n\"contacts\": [,]}"u8.ToArray(), "It is no JSON: look at line 2."),
            ("other.json", "{\"a\": 1}"u8.ToArray(), "It is no JSON as the register writes it"),
        ];
        foreach (var (name, bytes, reason) in wrong)
            Assert.Contains(
                reason,
                (await GiveAsync("contacts", name, bytes)).Text.Replace('\u00A0', ' '),
                StringComparison.Ordinal
            );
        Assert.Equal(before, await App.ReadAsync(db => db.ImportedFiles.CountAsync(Cancelled)));
    }

    [Fact]
    public void More_records_than_are_imported_are_counted_before_they_become_rows()
    {
        var bytes = Encoding.UTF8.GetBytes($"[{Wide}{string.Concat(Enumerable.Repeat(",{}", 500_000))}]");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var list = Secretariat.Modules.Register.Import.GivenList.Read("records.json", bytes, null, []);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        Assert.Equal(
            "It has 500001 rows, and at most 10000 are imported at once: give it in parts.",
            Assert.IsType<Secretariat.Platform.Localization.Reason>(list.Refusal).ToString()
        );
    }

    private static string Wide => $"{{{string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"c{i}\":\"\""))}}}";

    private Task<ImportedFile> FileAsync(string name) =>
        App.ReadAsync(db => db.ImportedFiles.AsNoTracking().SingleAsync(f => f.FileName == name, Cancelled));
}
