using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>What becomes of the server's yes when the database is out of reach just then.</summary>
public sealed class RecordAgainTests : OutboxTest
{
    private readonly Outage outage;

    public RecordAgainTests() => outage = new Outage(() => Clock.GoOn(TimeSpan.FromSeconds(5)));

    [Fact]
    public async Task The_servers_yes_is_recorded_once_the_database_is_back()
    {
        var id = await PostAsync();
        (outage.Left, Clock.Hurries) = (20, TimeSpan.FromMinutes(1));

        await App.WorkAsync<SendMail>();

        Assert.Equal(0, outage.Left);
        Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
        Assert.Single(Server.Messages);
    }

    [Fact]
    public async Task A_yes_that_cannot_be_recorded_in_five_minutes_leaves_the_message_to_go_again_under_its_id()
    {
        var id = await PostAsync();
        (outage.Left, Clock.Hurries) = (1000, TimeSpan.FromMinutes(1));

        await App.WorkAsync<SendMail>();
        Assert.InRange(outage.Left, 930, 945);
        Assert.Equal(Delivery.Claimed, (await NowAsync(id)).Delivery);
        outage.Left = 0;
        Clock.GoOn(OutgoingMessage.ClaimFor + TimeSpan.FromMinutes(1));
        await App.WorkAsync<SendMail>();

        Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
        Assert.Equal(2, Server.Messages.Count);
        Assert.Single(Server.Messages.Distinct());
    }

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.ConfigureDbContext<SqliteSecretariatDb>(options => options.AddInterceptors(outage));
        services.ConfigureDbContext<PostgresSecretariatDb>(options => options.AddInterceptors(outage));
    }

    /// <summary>The database does not take the time of sending for so many attempts.</summary>
    private sealed class Outage(Action pass) : DbCommandInterceptor
    {
        private const int Busy = 5;

        public int Left { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Left == 0 || !command.CommandText.Contains("\"ServerWords\" =", StringComparison.Ordinal))
                return ValueTask.FromResult(result);
            Left--;
            pass();
            throw new SqliteException("database is locked", Busy);
        }
    }
}
