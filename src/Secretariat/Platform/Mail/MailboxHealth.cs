using System.Collections.Concurrent;
using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Mail;

/// <summary>How this process last found a mailbox.</summary>
/// <param name="ReadAt">When it was last read to the end; null when never since the start.</param>
/// <param name="Problem">Why it cannot be read now.</param>
/// <param name="Failures">How often in a row.</param>
/// <param name="NextAt">When it is read again.</param>
public sealed record Health(DateTimeOffset? ReadAt, string? Problem, int Failures, DateTimeOffset NextAt);

/// <summary>
/// How each mailbox answered lately and when it is read again: one that is out of reach is asked ever less often, and said
/// once in the log.
/// </summary>
public sealed partial class MailboxHealth(TimeProvider time, ILogger<MailboxHealth> log)
{
    private readonly ConcurrentDictionary<string, Health> all = new();

    public Health Of(string mailbox) => all.GetValueOrDefault(mailbox) ?? new Health(null, null, 0, DateTimeOffset.MinValue);

    public bool IsDue(string mailbox) => Of(mailbox).NextAt <= time.Now();

    public void Read(string mailbox)
    {
        var before = Of(mailbox);
        if (before.Failures > 0)
            LogRead(mailbox, before.Failures);
        var now = time.Now();
        all[mailbox] = new Health(now, null, 0, now);
    }

    public void Failed(string mailbox, string why)
    {
        var before = Of(mailbox);
        if (before.Problem != why)
            LogFailed(mailbox, why);
        var failures = before.Failures + 1;
        all[mailbox] = before with
        {
            Problem = why,
            Failures = failures,
            NextAt = time.Now() + BackOff.After(failures, Random.Shared.NextDouble()),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mailbox} cannot be read and is asked ever less often: {Why}")]
    private partial void LogFailed(string mailbox, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mailbox} can be read again, after {Failures} attempts in vain")]
    private partial void LogRead(string mailbox, int failures);
}
