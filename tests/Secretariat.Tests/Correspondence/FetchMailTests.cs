using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Correspondence;

public sealed class FetchMailTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_message_is_stored_byte_for_byte_before_it_is_read()
    {
        var bytes = Encoding.Latin1.GetBytes("From: a@b.example\r\nSubject: Caf\u00e9\r\n\r\nBody \u00ff\r\n");
        Drop("one.eml", bytes);

        await App.WorkAsync<FetchMail>();

        var message = await App.ReadAsync(db => db.Messages.OrderByDescending(m => m.Id).FirstAsync(Cancelled));
        Assert.Equal(Reading.Stored, message.Reading);
        Assert.Equal(bytes, await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(message.RawSha256!, Cancelled)));
    }

    [Fact]
    public async Task The_same_bytes_in_two_files_are_one_message_with_two_ledger_entries()
    {
        var bytes = "From: x@y.example\r\nMessage-ID: <twice@y.example>\r\n\r\nTwice\r\n"u8.ToArray();
        Drop("two-a.eml", bytes);
        Drop("two-b.eml", bytes);

        await App.WorkAsync<FetchMail>();

        var ids = await App.ReadAsync(db =>
            db.Ledger.Where(e => e.Uid.Contains("-two-")).Select(e => e.MessageId).ToListAsync(Cancelled)
        );
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Another_message_under_a_name_used_before_is_another_message()
    {
        Drop("reply.eml", "From: x@y.example\r\nSubject: First\r\n\r\nOne\r\n"u8.ToArray());
        await App.WorkAsync<FetchMail>();
        Drop("reply.eml", "From: x@y.example\r\nSubject: Second\r\n\r\nTwo\r\n"u8.ToArray());
        await App.WorkAsync<FetchMail>();
        await App.WorkAsync<ReadMail>();

        var subjects = await App.ReadAsync(db =>
            db.Messages.Where(m => m.FromAddress == "x@y.example").Select(m => m.Subject).ToListAsync(Cancelled)
        );
        Assert.Contains("First", subjects);
        Assert.Contains("Second", subjects);
    }

    [Fact]
    public async Task What_cannot_be_read_is_quarantined_with_its_reason()
    {
        Drop("empty.eml", []);

        await App.WorkAsync<FetchMail>();
        await App.WorkAsync<ReadMail>();

        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Size == 0, Cancelled));
        Assert.Equal(Reading.Quarantined, message.Reading);
        Assert.Equal("The message is empty.", message.Problem?.ToString());
    }

    [Fact]
    public async Task The_audit_of_what_came_in_is_sealed_and_proves()
    {
        Drop("audit.eml", "From: c@d.example\r\n\r\nHello\r\n"u8.ToArray());
        await App.WorkAsync<FetchMail>();
        while (await App.WorkAsync<SealEntries>() > 0) { }

        var outcome = await App.UseAsync(s => s.GetRequiredService<VerifyChain>().RunAsync(Cancelled));
        Assert.Null(outcome.Difference);
        Assert.True(outcome.Sealed > 100);

        await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.Sequence == 50).ExecuteUpdateAsync(s => s.SetProperty(e => e.Payload, "{}"), Cancelled)
        );
        outcome = await App.UseAsync(s => s.GetRequiredService<VerifyChain>().RunAsync(Cancelled));
        Assert.Contains("50", outcome.Difference, StringComparison.Ordinal);
    }

    private void Drop(string name, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(App.Settings.Mail.Folder!, "in"));
        File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
    }
}
