using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Faults;

/// <summary>What is sent, counted at the server and in the outbox.</summary>
public abstract partial class SendKillTest : KillTest
{
    private readonly ScriptedSmtpPeer server = new();
    private readonly Dictionary<string, int> delivered = [];
    private Dictionary<string, int> recorded = [];

    protected IReadOnlyDictionary<string, string> ToServer =>
        new Dictionary<string, string>
        {
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Smtp__Security"] = "None",
            ["Mail__PerDomainPerMinute"] = "1000000",
        };

    public override async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Everything delivered stands in the outbox; what was recorded as taken before this round did not go again.</summary>
    protected virtual async Task NothingAgainAsync()
    {
        while (server.Messages.TryDequeue(out var message))
        {
            var id = MessageIdPattern().Match(message).Groups[1].Value;
            delivered[id] = delivered.GetValueOrDefault(id) + 1;
        }

        Assert.All(recorded, taken => Assert.Equal(taken.Value, delivered[taken.Key]));
        var outbox = await ReadAsync(db =>
            db.Outbox.AsNoTracking().Select(m => new { m.InternetMessageId, m.SentAt }).ToListAsync(Cancelled)
        );
        Assert.Subset(outbox.Select(m => m.InternetMessageId).ToHashSet(), delivered.Keys.ToHashSet());
        recorded = outbox
            .Where(m => m.SentAt is not null)
            .ToDictionary(m => m.InternetMessageId, m => delivered[m.InternetMessageId]);
        await LetClaimsRunOutAsync();
    }

    protected async Task AllIsSentAsync()
    {
        var outbox = await ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Cancelled));
        Assert.All(outbox, m => Assert.Equal(Delivery.Sent, m.Delivery));
        Assert.Equal(outbox.Select(m => m.InternetMessageId).Order(), delivered.Keys.Order());
        var again = delivered.Values.Sum() - delivered.Count;
        Say($"{outbox.Count} messages sent; {again} went again, cut off between the server's 250 and its record");
    }

    /// <summary>As if a quarter of an hour had passed since the sender died.</summary>
    private Task LetClaimsRunOutAsync() =>
        ReadAsync(db =>
            db.Outbox.Where(m => m.Delivery == Delivery.Claimed)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, DateTimeOffset.UnixEpoch), Cancelled)
        );

    [GeneratedRegex("^Message-ID: <([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex MessageIdPattern();
}
