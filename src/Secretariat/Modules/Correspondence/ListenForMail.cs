using Secretariat.Modules.Jobs;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Keeps a connection to each mailbox whose server tells of new messages by itself, and has them fetched at once. It carries
/// no message: when it ends or fails, the fetch finds in its own turn whatever came.
/// </summary>
public sealed partial class ListenForMail(
    IReadOnlyList<IMailbox> mailboxes,
    MailboxHealth health,
    RunNow runNow,
    TimeProvider time,
    ILogger<ListenForMail> log
) : BackgroundService
{
    /// <summary>A connection that held so long was a good one: the next failure counts as the first.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(mailboxes.OfType<IAnnouncingMailbox>().Select(mailbox => KeepListeningAsync(mailbox, stoppingToken)));

    private async Task KeepListeningAsync(IAnnouncingMailbox mailbox, CancellationToken stopping)
    {
        var (failures, said) = (0, "");
        while (true)
        {
            var began = time.GetTimestamp();
            try
            {
                await mailbox.ListenAsync(() => FetchNowAsync(mailbox, stopping), stopping);
                LogSilent(mailbox.Name);
                return;
            }
            catch (Exception problem)
            {
                stopping.ThrowIfCancellationRequested();
                if (problem.Message != said)
                    LogLost(MailTrouble.IsOfMailbox(problem) ? null : problem, mailbox.Name, said = problem.Message);
                failures = time.GetElapsedTime(began) > Good ? 1 : failures + 1;
            }
            finally
            {
                health.Deaf(mailbox.Name);
            }

            await Task.Delay(BackOff.After(failures, Random.Shared.NextDouble()), time, stopping);
        }
    }

    private async Task FetchNowAsync(IMailbox mailbox, CancellationToken cancellationToken)
    {
        if (health.Heard(mailbox.Name))
            await runNow.AskAsync<FetchMail>(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mailbox} does not tell of new messages: it is asked instead")]
    private partial void LogSilent(string mailbox);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Mailbox} is listened to again later, and asked for its messages until then: {Why}"
    )]
    private partial void LogLost(Exception? fault, string mailbox, string why);
}
