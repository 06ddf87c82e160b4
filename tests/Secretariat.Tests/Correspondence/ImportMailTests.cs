using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Cli;

namespace Secretariat.Tests.Correspondence;

public sealed class ImportMailTests(TestApp app) : MailTest(app)
{
    private string Here => Directory.CreateDirectory(Path.Combine(App.Folder, "import")).FullName;

    [Fact]
    public async Task An_mbox_gives_each_message_and_a_second_time_nothing()
    {
        var mbox = Write(
            "all.mbox",
            "From a@b Mon Mar  4 10:00:00 2024\nFrom: a@b.example\nSubject: Mbox one\nDate: Mon, 4 Mar 2024 10:00:00 +0100\n\n>From here on\n\nFrom a@b Mon Mar  4 10:00:00 2024\nFrom: a@b.example\nSubject: Mbox two\n\nTwo\n"
        );

        Assert.Equal(2, await ImportAsync(mbox));
        Assert.Equal(0, await ImportAsync(mbox));

        var entries = await App.ReadAsync(db =>
            db.Ledger.Where(e => e.Mailbox == $"import:{mbox}").OrderBy(e => e.Uid).Select(e => e.Uid).ToListAsync(Cancelled)
        );
        Assert.Equal(["1", "2"], entries);
        var first = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Subject == "Mbox one", Cancelled));
        Assert.Equal("From here on", first.Excerpt);
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.Zero), first.ReceivedAt);
    }

    [Fact]
    public async Task Another_message_in_the_place_of_the_first_is_taken_too()
    {
        var file = Write("one.eml", "From: a@b.example\nSubject: Before\n\nOne\n");
        await ImportAsync(file);
        Write("one.eml", "From: a@b.example\nSubject: After\n\nOther\n");

        Assert.Equal(1, await ImportAsync(file));
        Assert.Equal(0, await ImportAsync(file));
        Assert.Equal(1, await App.ReadAsync(db => db.Messages.CountAsync(m => m.Subject == "After", Cancelled)));
    }

    [Fact]
    public async Task A_maildir_is_read_in_its_parts_and_flags_make_no_new_message()
    {
        foreach (var part in new[] { "new", "cur", "tmp" })
            Directory.CreateDirectory(Path.Combine(Here, "Maildir", part));
        Write("Maildir/new/100.host", "From: a@b.example\nSubject: Maildir new\n\nOne\n");
        Write("Maildir/cur/99.host:2,S", "From: a@b.example\nSubject: Maildir cur\n\nTwo\n");
        Write("Maildir/tmp/98.host", "half");
        var maildir = Path.Combine(Here, "Maildir");

        Assert.Equal(2, await ImportAsync(maildir));
        File.Move(Path.Combine(maildir, "new", "100.host"), Path.Combine(maildir, "cur", "100.host:2,RS"));
        Assert.Equal(0, await ImportAsync(maildir));
    }

    [Fact]
    public async Task A_message_above_the_limit_stands_in_quarantine()
    {
        var mail = Write("large.eml", $"From: import@large.example\nSubject: Large\n\n{new string('x', 5_000)}\n");

        Assert.Equal(1, await ImportAsync(mail, maxBytes: 1_000));

        var size = new FileInfo(mail).Length;
        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Size == size, Cancelled));
        Assert.Equal((Reading.Quarantined, null), (message.Reading, message.RawSha256));
    }

    [Fact]
    public void What_does_not_exist_is_refused_in_a_sentence() =>
        Assert.Contains(
            "nowhere.eml: there is no such file",
            Assert.Throws<RefusedException>(() => MailFiles.In("nowhere.eml", 1000)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_reconciliation_names_what_the_ledger_lacks()
    {
        Drop("From: a@b.example\r\nSubject: Lost\r\n\r\nx\r\n"u8.ToArray());

        var before = await ReconcileAsync();
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/reconciliation");
        await App.WorkAsync<FetchMail>();
        var after = await ReconcileAsync();

        Assert.Equal((1, 0, false), (before.Server, before.Ledger, before.Agrees));
        Assert.Contains(before.Missing.Single(), page.Text, StringComparison.Ordinal);
        Assert.True(after.Agrees);
        Assert.Contains("Nothing is missing", (await officer.GetAsync("/office/reconciliation")).Text, StringComparison.Ordinal);
    }

    private async Task<Reconcile.Outcome> ReconcileAsync() =>
        Assert.Single(await App.UseAsync(s => s.GetRequiredService<Reconcile>().RunAsync(Cancelled)));

    private Task<int> ImportAsync(string path, int maxBytes = 1_000_000) =>
        App.UseAsync(async services =>
        {
            var taken = await ActivatorUtilities
                .CreateInstance<ImportMail>(services)
                .RunAsync(MailFiles.In(path, maxBytes), Cancelled);
            while (await ActivatorUtilities.CreateInstance<ReadMail>(services).RunAsync(Cancelled) > 0) { }
            return taken;
        });

    private string Write(string name, string content)
    {
        var path = Path.Combine(Here, name);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return path;
    }
}
