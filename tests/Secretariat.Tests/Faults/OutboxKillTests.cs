using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Faults;

/// <summary>Draft → send, killed.</summary>
public sealed class OutboxKillTests : SendKillTest
{
    private const int PerRound = 15;

    [Fact]
    public async Task No_message_goes_again_once_its_acceptance_was_recorded()
    {
        await KillAsync("send", 6, 3, ToServer, PostAsync, NothingAgainAsync);

        await AllIsSentAsync();
    }

    private Task PostAsync(int round) =>
        GivenAsync(
            (_, db) =>
            {
                for (var i = 0; i < PerRound; i++)
                    db.Outbox.Add(Message(round, i));
                return Task.CompletedTask;
            }
        );

    private static OutgoingMessage Message(int round, int i) =>
        new()
        {
            Purpose = $"test/{round}/{i}",
            ToName = $"Officer {i}",
            ToAddress = $"officer{i}@interior.example",
            Subject = $"Letter {round}-{i}",
            Body = "Please find attached.\n",
            InternetMessageId = $"ga.{round}.{i}@secretariat.example",
            ThreadId = null,
            DueAt = TimeProvider.System.Now(),
        };
}
