using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Platform.Data;

/// <summary>Many rows that are saved together lie in the database as if each had been saved alone.</summary>
[Trait("Needs", "Database")]
public sealed class ManyRowsTests : IAsyncLifetime
{
    private const int Many = 40;
    private const int FirstPlace = 1000;
    private readonly TestApp app = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Together_they_are_written_as_each_alone()
    {
        var alone = await WrittenAsync(numbers => numbers.Chunk(1), "alone");
        var together = await WrittenAsync(numbers => numbers.Chunk(Many), "together");
        Assert.Equal(Many * 4, alone.Count);
        Assert.Equal(alone, together);
    }

    [Fact]
    public Task Only_into_SQLite_and_only_where_each_lies_wholly_in_its_own_columns_are_they_written_so() =>
        app.ReadAsync(async db =>
        {
            var messages = Enumerable.Range(0, Many).Select(n => MessageOf(n, "ways")).ToList();
            db.Messages.AddRange(messages);
            db.Ledger.AddRange(messages.Select((message, n) => EntryOf(message.Id, n, "ways")));
            db.Announcements.AddRange(messages.Select((_, n) => AnnouncementOf(Guid.CreateVersion7(), n, "ways")));
            Assert.Equal(db.Database.IsSqlite(), AreAllAdded(db));

            db.Events.Add(await db.Events.AsNoTracking().SingleAsync(e => e.Code == "conference-2023", Cancelled)); // has persons
            Assert.False(AreAllAdded(db));
            return 0;
        });

    [Fact]
    public async Task Where_one_is_there_already_none_is_kept()
    {
        var twice = Enumerable.Range(0, Many).Append(7).Select(n => MessageOf(n, "twice")).ToList();
        await app.GivenAsync(async db =>
        {
            db.Messages.AddRange(twice);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveAsync("Test", cancellationToken: Cancelled));
            db.ChangeTracker.Clear();
        });
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Where_one_refers_to_what_is_not_there_none_is_kept()
    {
        await app.GivenAsync(async db =>
        {
            db.Messages.AddRange(Enumerable.Range(0, Many).Select(n => MessageOf(n, "lost")));
            db.Ledger.Add(EntryOf(Guid.CreateVersion7(), 0, "lost"));
            var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync("Test", cancellationToken: Cancelled));
            Assert.IsNotType<DbUpdateConcurrencyException>(refused);
            db.ChangeTracker.Clear();
        });
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task They_may_be_named_before_what_they_refer_to_and_can_be_changed_afterwards()
    {
        await app.GivenAsync(async db =>
        {
            var messages = Enumerable.Range(0, Many).Select(n => MessageOf(n, "order")).ToList();
            db.Ledger.AddRange(messages.Select((message, n) => EntryOf(message.Id, n, "order")));
            db.Messages.AddRange(messages);
            await db.SaveAsync("Test", cancellationToken: Cancelled);
            messages[0].BeDoneBy(new DateOnly(2024, 3, 5));
            await db.SaveAsync("Test", cancellationToken: Cancelled);
        });
        var (done, versions) = await app.ReadAsync(async db =>
            (
                await db.Messages.CountAsync(m => m.DueOn == new DateOnly(2024, 3, 5), Cancelled),
                await db.Messages.SumAsync(m => m.Version, Cancelled)
            )
        );
        Assert.Equal((1, Many + 1), (done, versions));
    }

    private static bool AreAllAdded(SecretariatDb db) => AddedRows.AreAllOf(db, [.. db.ChangeTracker.Entries()]);

    /// <summary>What the four tables hold of them, column by column; what differs by its nature is left out.</summary>
    private async Task<IReadOnlyList<string>> WrittenAsync(Func<IEnumerable<int>, IEnumerable<int[]>> together, string name)
    {
        await app.GivenAsync(async db =>
        {
            var conference = await db.Events.Where(e => e.Code == "conference-2023").Select(e => e.Id).SingleAsync(Cancelled);
            foreach (var numbers in together(Enumerable.Range(0, Many)))
            {
                foreach (var n in numbers)
                {
                    var message = MessageOf(n, name);
                    db.Messages.Add(message);
                    db.Ledger.Add(EntryOf(message.Id, n, name));
                    db.Announcements.Add(AnnouncementOf(conference, n, name));
                }

                await db.SaveAsync("Test", cancellationToken: Cancelled);
                db.ChangeTracker.Clear();
            }
        });
        return await app.ReadAsync(async db =>
        {
            var ids = await db.Messages.OrderBy(m => m.Size).Select(m => m.Id).ToListAsync(Cancelled);
            List<string> rows =
            [
                .. await RowsAsync(db, $"""SELECT * FROM "{Table<Message>(db)}" ORDER BY "Size" """),
                .. await RowsAsync(db, $"""SELECT * FROM "{Table<LedgerEntry>(db)}" ORDER BY "UidValidity" """),
                .. await RowsAsync(
                    db,
                    $"""SELECT * FROM "{Table<Announcement>(db)}" WHERE "AnnexOrder" >= {FirstPlace} ORDER BY "AnnexOrder" """
                ),
                .. await RowsAsync(
                    db,
                    $"""
                    SELECT a.* FROM "{Table<AuditEntry>(db)}" a JOIN "{Table<Message>(db)}" m ON m."Id" = a."SubjectId"
                    ORDER BY m."Size"
                    """
                ),
            ];
            await db.Announcements.Where(a => a.AnnexOrder >= FirstPlace).ExecuteDeleteAsync(Cancelled);
            await db.Ledger.ExecuteDeleteAsync(Cancelled);
            await db.Messages.ExecuteDeleteAsync(Cancelled);
            return rows.ConvertAll(row => row.Replace(name, "", StringComparison.Ordinal));
        });
    }

    private static string Table<T>(SecretariatDb db) => db.Model.FindEntityType(typeof(T))!.GetTableName()!;

    private static async Task<IReadOnlyList<string>> RowsAsync(SecretariatDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Cancelled);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancelled))
            rows.Add(string.Join("; ", Enumerable.Range(0, reader.FieldCount).Select(at => Field(reader, at))));
        return rows;
    }

    private static string Field(DbDataReader reader, int at)
    {
        var value = reader.GetValue(at);
        object said = reader.GetName(at) switch
        {
            "Id" or "MessageId" or "SubjectId" or "Salt" or "PayloadHash" => $"{value}".Length,
            "At" => "then",
            _ => value,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{reader.GetName(at)} {value.GetType().Name} {said}");
    }

    private Task<int> CountAsync() => app.ReadAsync(db => db.Messages.CountAsync(Cancelled));

    private static Message MessageOf(int n, string name)
    {
        var message = new Message
        {
            Channel = n % 2 == 0 ? Channel.Mail : Channel.Paper,
            ReceivedAt = new DateTimeOffset(2024, 2, 1, 8, 0, n, 123, TimeSpan.Zero),
            RawSha256 = n % 5 == 0 ? null : $"{name}{n}",
            Size = n + 5_000_000_000,
            FormKey = n % 7 == 0 ? $"{name} key {n}" : null,
        };
        if (n % 3 == 0)
            message.Register($"Ares(2024){n} {name}", new DateOnly(2024, 2, 28));
        if (n % 4 == 0)
            message.BeDoneBy(new DateOnly(2024, 2, 29));
        return message;
    }

    private static LedgerEntry EntryOf(Guid message, int n, string name) =>
        new()
        {
            Mailbox = $"imap://{name}@mail.example/INBOX",
            UidValidity = n,
            Uid = $"{n}",
            SeenAt = new DateTimeOffset(2024, 2, 1, 8, 30, 0, TimeSpan.FromHours(1)),
            MessageId = message,
        };

    private static Announcement AnnouncementOf(Guid ofEvent, int n, string name) =>
        new()
        {
            EventId = ofEvent,
            Timing = new(
                LocalizedText.InEnglish($"{name} “{n}”"),
                Precision.Day,
                new(2024, 3, 1),
                n % 2 == 0 ? null : new(2024, 3, n % 28 + 1)
            ),
            AnnouncedOn = n % 3 == 0 ? null : new DateOnly(2024, 1, n % 28 + 1),
            Sources = [.. Enumerable.Range(0, n % 3).Select(source => $"{name}, \"{source}\" é")],
            IsNamedInLetter = n % 2 == 0,
            AnnexOrder = FirstPlace + n,
            AnnexTitle = n % 4 == 0 ? null : LocalizedText.InEnglish($"{name} {n}").With("fr", "réunion à Bruxelles"),
        };
}
