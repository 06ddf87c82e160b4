using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Database = Secretariat.Platform.Data.Database;

namespace Secretariat.Tests.Correspondence;

/// <summary>What happens to messages that cannot be read, for now or at all.</summary>
public sealed class ReadMailTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task A_message_whose_file_is_gone_is_quarantined_with_the_reason_and_read_again_once_it_is_back()
    {
        await GivenLetterAsync("ms-at", "GA-2031-0701");
        var (message, restore) = await ArriveWithoutFileAsync(
            "From: a@bmi-7701.example\nMessage-ID: <gone@x>\nSubject: GA-2031-0701\n\nWe nominate Ms Ada Sample, Head of Unit, as our contact point.\n"
        );

        await App.WorkAsync<ReadMail>();
        Assert.Equal(Reading.Quarantined, (await NowAsync(message)).Reading);
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        Assert.Contains("is missing. Put it back from a backup.", page.Text, StringComparison.Ordinal);
        // It waits for whoever keeps the backups.
        await App.GivenAsync(async db => (await db.Messages.SingleAsync(m => m.Id == message.Id)).Wait(null));
        restore();
        await (await officer.GetAsync(Page(message))).Form("read-again").SubmitAsync();
        await App.WorkAsync<ReadMail>();

        var now = await NowAsync(message);
        Assert.Equal((Reading.Read, Triage.ToDo, FiledBy.Reference), (now.Reading, now.Triage, now.FiledBy));
        Assert.True(await App.ReadAsync(db => db.Proposals.AnyAsync(p => p.MessageId == message.Id, Cancelled)));
    }

    [Fact]
    public async Task A_message_whose_file_is_gone_holds_up_no_index()
    {
        var (first, second) = (
            await ArriveAsync("From: a@old-7702.example\nMessage-ID: <i1@x>\nSubject: One\n\nSee the axolotl.\n"),
            await ArriveAsync("From: a@old-7702.example\nMessage-ID: <i2@x>\nSubject: Two\n\nSee the axolotl.\n")
        );
        Guid[] ids = [first.Id, second.Id];
        await App.ReadAsync(db =>
            db.Messages.Where(m => ids.Contains(m.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.ContentSha256, (string?)null), Cancelled)
        );
        var file = FileOf(first);
        File.Move(file, file + ".away");

        Assert.Equal(1, await App.WorkAsync<IndexMail>());

        Assert.Equal(
            (null, second.ContentSha256),
            ((await NowAsync(first)).ContentSha256, (await NowAsync(second)).ContentSha256)
        );
        File.Move(file + ".away", file);
        Assert.Equal(1, await App.WorkAsync<IndexMail>());
        Assert.Equal(first.ContentSha256, (await NowAsync(first)).ContentSha256);
    }

    [Fact]
    public void What_passes_is_told_from_what_the_database_refuses()
    {
        var (busy, taken) = (new SqliteException("busy", 5), new SqliteException("constraint failed", 19));
        var (restarting, wrong) = (Postgres("57P01"), Postgres("22021"));

        Assert.All(
            new Exception[] { busy, restarting, Wrapped(busy), Wrapped(restarting) },
            p => Assert.True(Database.IsPassing(p))
        );
        Assert.All(new Exception[] { taken, wrong, Wrapped(taken), Wrapped(wrong) }, p => Assert.False(Database.IsPassing(p)));
        Assert.False(Database.IsPassing(new InvalidOperationException("ours")));

        static DbUpdateException Wrapped(Exception problem) => new("not saved", new InvalidOperationException("maybe", problem));
        static PostgresException Postgres(string state) => new("no", "ERROR", "ERROR", state);
    }

    [Fact]
    public void A_long_text_is_not_taken_apart_for_its_excerpt_or_its_words()
    {
        var mail = MimeReader.Read((byte[])[.. "Subject: Long\r\n\r\n"u8, .. Repeated("a \r\n"u8, 2_000_000)]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var facts = MessageFacts.Of(mail, Origin.NotChecked);
        var words = MessageFacts.SearchTextOf(Guid.CreateVersion7(), mail, []).Words;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150_000_000);
        Assert.StartsWith("a a a", facts.Excerpt, StringComparison.Ordinal);
        Assert.InRange(words.Length, SearchText.MaxLength - 2, SearchText.MaxLength);
    }

    private static byte[] Repeated(ReadOnlySpan<byte> line, int times)
    {
        var all = new byte[line.Length * times];
        for (var i = 0; i < times; i++)
            line.CopyTo(all.AsSpan(i * line.Length));
        return all;
    }

    private string FileOf(Message message) => Path.Combine(App.Folder, "files", message.RawSha256![..2], message.RawSha256[2..]);

    private async Task<(Message Message, Action Restore)> ArriveWithoutFileAsync(string mail)
    {
        var known = await App.ReadAsync(db => db.Messages.Select(m => m.Id).ToListAsync(Cancelled));
        Drop(System.Text.Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));
        await App.WorkAsync<FetchMail>();
        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => !known.Contains(m.Id), Cancelled));
        var file = FileOf(message);
        File.Move(file, file + ".away");
        return (message, () => File.Move(file + ".away", file));
    }
}
