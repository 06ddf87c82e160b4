using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Audit;

/// <summary>Each way to tamper with the record, and what verify says of it; each on a database of its own.</summary>
[Trait("Needs", "Database")]
public sealed class VerifyTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string HeadFile => Assert.Single(Directory.GetFiles(app.Folder, "audit-head-*"));

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await SealAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_record_left_alone_is_proved_and_its_newest_entry_can_be_noted()
    {
        var outcome = await VerifyAsync();

        Assert.Null(outcome.Difference);
        Assert.True(outcome.Sealed > 100);
        Assert.Equal(outcome.Head!.ToString(), (await File.ReadAllTextAsync(HeadFile, Cancelled)).Trim());
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        await EntriesAsync(e => e.Sequence == 50, s => s.ExecuteUpdateAsync(u => u.SetProperty(e => e.Payload, "{}"), Cancelled));
        Assert.Contains(
            "entry 50 (Load the Alliance): its content has been changed",
            (await VerifyAsync()).Difference,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_entry_said_to_be_of_another_process_does_not_fit()
    {
        await EntriesAsync(
            e => e.Sequence == 60,
            s => s.ExecuteUpdateAsync(u => u.SetProperty(e => e.Process, "Another"), Cancelled)
        );
        Assert.Contains(
            "entry 60 (Another) does not match its place",
            (await VerifyAsync()).Difference,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_entry_deleted_in_the_middle_is_missed()
    {
        await EntriesAsync(e => e.Sequence == 70, s => s.ExecuteDeleteAsync(Cancelled));
        Assert.Contains("Audit entry 70 is missing", (await VerifyAsync()).Difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_entries_deleted_are_missed_and_nothing_is_sealed_over_the_cut()
    {
        var newest = (await VerifyAsync()).Sealed;
        await EntriesAsync(e => e.Sequence > newest - 3, s => s.ExecuteDeleteAsync(Cancelled));

        var expected = $"ends with entry {newest - 3}, but entry {newest} had been sealed";
        Assert.Contains(expected, (await VerifyAsync()).Difference, StringComparison.Ordinal);
        await ChangeAsync("More");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.WorkAsync<SealEntries>());
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_entries_deleted_are_missed()
    {
        var newest = (await VerifyAsync()).Sealed;
        await EntriesAsync(_ => true, s => s.ExecuteDeleteAsync(Cancelled));
        Assert.Contains(
            $"ends with entry 0, but entry {newest} had been sealed",
            (await VerifyAsync()).Difference,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_head_noted_of_another_database_in_the_same_folder_binds_this_one_in_nothing()
    {
        var others = await File.ReadAllTextAsync(HeadFile, Cancelled);
        // As if the folder had been served from another database before.
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"FirstLoads\"", Cancelled));
        await EntriesAsync(_ => true, s => s.ExecuteDeleteAsync(Cancelled));
        await app.ReadAsync(async db =>
        {
            db.FirstLoads.Add(new FirstLoad { BeganAt = TimeProvider.System.Now(), IntoEmpty = true });
            return await db.SaveChangesAsync(Cancelled);
        });
        await ChangeAsync("In the new one");

        Assert.True((await VerifyAsync()).IsStrange);
        await SealAsync();

        var outcome = await VerifyAsync();
        Assert.Equal((null, true, false), (outcome.Difference, outcome.IsEndCompared, outcome.IsStrange));
        var heads = Directory.GetFiles(app.Folder, "audit-head-*").Select(File.ReadAllText).ToList();
        Assert.Equal(2, heads.Count);
        Assert.Contains(others, heads);
    }

    [Fact]
    public async Task A_chain_sealed_anew_after_a_cut_does_not_fit_a_head_noted_elsewhere()
    {
        var noted = (await VerifyAsync()).Head!;
        await EntriesAsync(e => e.Sequence == noted.Sequence, s => s.ExecuteDeleteAsync(Cancelled));
        File.Delete(HeadFile);
        await ChangeAsync("Instead");
        await SealAsync();

        Assert.Equal((null, true), ((await VerifyAsync()).Difference, (await VerifyAsync()).IsEndCompared));
        var outcome = await app.UseAsync(s => s.GetRequiredService<VerifyChain>().RunAsync(Cancelled, noted));
        Assert.Contains(
            $"Audit entry {noted.Sequence} is not the one that had been sealed there",
            outcome.Difference,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_entry_that_waits_too_long_for_its_seal_is_a_difference_and_one_just_made_is_not()
    {
        await ChangeAsync("Now");
        Assert.Equal((null, 1), ((await VerifyAsync()).Difference, (await VerifyAsync()).Unsealed));
        var (salt, payload) = (Chain.NewSalt(), "{}");
        var late = new AuditEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero)),
            At = DateTimeOffset.UnixEpoch,
            ActorId = null,
            Process = "Slipped in",
            SubjectType = "Strand",
            SubjectId = default,
            Payload = payload,
            Salt = salt,
            PayloadHash = Chain.HashOf(salt, payload),
        };
        await app.ReadAsync(async db =>
        {
            db.AuditEntries.Add(late);
            return await db.SaveChangesAsync(Cancelled);
        });
        Assert.Contains("have waited since 2026-01-01 08:30 UTC", (await VerifyAsync()).Difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_file_that_is_changed_or_missing_is_named_with_its_message()
    {
        var message = await ReceiveAsync();
        Assert.Equal((1, null), await FilesAsync());
        var path = Path.Combine(app.Folder, "files", message.RawSha256![..2], message.RawSha256[2..]);

        await File.AppendAllTextAsync(path, "forged", Cancelled);
        Assert.Contains(
            $"{message.RawSha256} of the message {message.Id} received on",
            (await FilesAsync()).Difference,
            StringComparison.Ordinal
        );
        Assert.Contains("has been changed", (await FilesAsync()).Difference, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("is missing", (await FilesAsync()).Difference, StringComparison.Ordinal);
    }

    private async Task<Message> ReceiveAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(app.Settings.Mail.Folder!, "in"));
        var mail = Encoding.UTF8.GetBytes("From: a@b.example\r\nSubject: One\r\n\r\nText\r\n");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "one.eml"), mail, Cancelled);
        await app.WorkAsync<FetchMail>();
        return await app.ReadAsync(db => db.Messages.SingleAsync(Cancelled));
    }

    private Task<VerifyChain.Outcome> VerifyAsync() => app.UseAsync(s => s.GetRequiredService<VerifyChain>().RunAsync(Cancelled));

    private async Task<(int Checked, string? Difference)> FilesAsync()
    {
        var outcome = await app.UseAsync(s => s.GetRequiredService<VerifyFiles>().RunAsync(Cancelled));
        return (outcome.Checked, outcome.Difference);
    }

    private async Task SealAsync()
    {
        while (await app.WorkAsync<SealEntries>() > 0) { }
    }

    private Task ChangeAsync(string name) =>
        app.GivenAsync(async db =>
            (await db.Strands.OrderBy(s => s.Order).FirstAsync(Cancelled)).Name = LocalizedText.InEnglish(name)
        );

    private Task<int> EntriesAsync(
        System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which,
        Func<IQueryable<AuditEntry>, Task<int>> tamper
    ) => app.ReadAsync(db => tamper(db.AuditEntries.Where(which)));
}
