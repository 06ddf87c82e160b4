using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Register;

/// <summary>Lists on the command line, as a program of its own beside the served one.</summary>
public sealed class ImportVerbTests(TestApp app) : ImportTest(app)
{
    private const string Header = "partner code,name,role,e-mail,phone\r\n";

    [Fact]
    public async Task A_dry_run_prints_each_row_and_stores_nothing_and_the_run_does_what_it_printed()
    {
        await GivenAsync("ms-ro", "Known Sample", "known@mai-ro.example");
        var before = (await RecordAsync(App), Directory.EnumerateFiles(App.Folder, "*", SearchOption.AllDirectories).Count());
        await WriteAsync(
            "people.csv",
            Header + "ms-ro,Known Sample,ContactPoint,known@mai-ro.example,+40 1\r\nms-ro,New Sample,Expert,,\r\n"
        );

        var (code, output, errors) = await RunAsync("contacts", "people.csv", "--dry-run");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("row 2: changes: Known Sample, Romania; Telephone: +40 1", output, StringComparison.Ordinal);
        Assert.Contains("row 3: new person: New Sample, Romania; Role: Expert", output, StringComparison.Ordinal);
        Assert.Contains("new: 1\nchanged: 1\nnothing new: 0", output, StringComparison.Ordinal);
        Assert.Equal(before.Item1, await RecordAsync(App));
        Assert.False(await App.ReadAsync(db => db.ImportedFiles.AnyAsync(f => f.FileName == "people.csv", Cancelled)));

        (code, output, _) = await RunAsync("contacts", "people.csv", "--why", "List of the presidency");
        Assert.Equal((0, "new: 1\nchanged: 1\nnothing new: 0"), (code, output.Trim()));
        Assert.Equal("+40 1", Assert.Single(await MandatesAsync("Known Sample")).Person.Phone);
        Assert.Equal(MandateRole.Expert, Assert.Single(await MandatesAsync("New Sample")).Role);
        var after = await RecordAsync(App);
        (code, output, _) = await RunAsync("contacts", "people.csv", "--why", "List of the presidency");
        Assert.Equal((0, "new: 0\nchanged: 0\nnothing new: 2"), (code, output.Trim()));
        Assert.Equal(after, await RecordAsync(App));
        Assert.Single(await App.ReadAsync(db => db.ImportedFiles.Where(f => f.FileName == "people.csv").ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task A_filled_column_that_is_not_read_holds_up_rows_without_partner_until_it_is_said_that_domains_decide()
    {
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.Where(p => p.Code == "ms-si").Select(p => p.Id).SingleAsync(Cancelled);
            db.Add(new PartnerDomain { PartnerId = partner, Domain = "verb-si.example" });
        });
        await WriteAsync("domain.csv", "Whom they know,name,role,e-mail\r\nSomebody,Domain Sample,Press,a@verb-si.example\r\n");

        var (code, output, _) = await RunAsync("contacts", "domain.csv", "--dry-run");
        Assert.Equal(1, code);
        Assert.Contains("By its domain the address is one of Slovenia", output, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("contacts", "domain.csv", "--by-domain", "--why", "List of the presidency");
        Assert.Equal((0, "new: 1\nchanged: 0\nnothing new: 0"), (code, output.Trim()));
        Assert.Single(await MandatesAsync("Domain Sample"));
    }

    [Fact]
    public async Task Nothing_is_imported_without_a_reason_and_the_audit_has_it()
    {
        await WriteAsync("why.csv", Header + "ms-ie,Reasoned Sample,Expert,,\r\n");
        foreach (var arguments in new string[][] { ["contacts", "why.csv"], ["contacts", "why.csv", "--why", " "] })
        {
            var (code, _, errors) = await RunAsync(arguments);
            Assert.Equal(1, code);
            Assert.Equal(
                "Say with --why TEXT how we know what the list says; only --dry-run needs no reason.",
                Assert.Single(errors.Trim().Split('\n'))
            );
        }

        Assert.Empty(await MandatesAsync("Reasoned Sample"));
        Assert.Equal(0, (await RunAsync("contacts", "why.csv", "--why", "Note of 3 May 2024")).Code);
        var mandate = Assert.Single(await MandatesAsync("Reasoned Sample"));
        var said = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == mandate.Id).Select(e => e.Payload).SingleAsync(Cancelled)
        );
        Assert.Contains("Note of 3 May 2024 (why.csv)", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "last.csv",
        "ms-bg,Good Sample,Expert,,\r\nms-zz,Bad Sample,Expert,,\r\n",
        "last.csv, row 3, partner code: “ms-zz” is no partner"
    )]
    [InlineData("none.csv", null, "none.csv is no file: check its name.")]
    [InlineData("empty.csv", "", "There is nothing in it: save the list again.")]
    public async Task What_is_wrong_is_said_in_one_sentence_and_nothing_is_half_done(string name, string? rows, string sentence)
    {
        var before = await RecordAsync(App);
        if (rows is not null)
            await WriteAsync(name, rows.Length > 0 ? Header + rows : "");

        foreach (var dry in new[] { false, true })
        {
            string[] arguments = dry ? ["contacts", name, "--dry-run"] : ["contacts", name, "--why", "A list"];
            var (code, _, errors) = await RunAsync(arguments);
            Assert.Equal(1, code);
            Assert.Contains(sentence, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        }

        Assert.Equal(before, await RecordAsync(App));
    }

    [Fact]
    public async Task A_role_for_all_rows_must_be_one_and_partners_come_the_same_way()
    {
        await WriteAsync("names.csv", "code,name en,iso code\r\n,Sample Airline,\r\n");
        var (code, _, errors) = await RunAsync("partners", "names.csv", "--kind", "airline", "--why", "A list");
        Assert.Equal(1, code);
        Assert.Contains("--kind “airline” is not known. Use one of: eu-member-state", errors, StringComparison.Ordinal);

        (code, _, errors) = await RunAsync("partners", "names.csv", "--kind", "transport-operator", "--why", "A list");
        Assert.Equal((0, ""), (code, errors));
        Assert.True(await App.ReadAsync(db => db.Partners.AnyAsync(p => p.Code == "sample-airline", Cancelled)));
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(App.Folder, name), text, Cancelled);

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Verb.RunAsync(
            App.Folder,
            new() { ["ConnectionStrings__Database"] = App.Settings.Database },
            ["import", .. arguments, "--data", App.Folder]
        );
}
