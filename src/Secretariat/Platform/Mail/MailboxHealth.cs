using System.Collections.Concurrent;
using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Mail;

/// <summary>How this process last found a mailbox.</summary>
public sealed record Health
{
    /// <summary>Why it cannot be read now.</summary>
    public string? Problem { get; init; }

    /// <summary>How often in a row it could not.</summary>
    public int Failures { get; init; }
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Whether the server tells of new messages by itself.</summary>
    public bool IsListening { get; init; }

    /// <summary>Whether it told of some that no reading has begun to look for.</summary>
    public bool HasNews { get; init; }
}

/// <summary>
/// How each mailbox answered lately and when it is read again: one that is out of reach is asked ever less often, and said
/// once in the log.
/// </summary>
public sealed partial class MailboxHealth(TimeProvider time, ILogger<MailboxHealth> log)
{
    /// <summary>How often a mailbox is read all the same whose server tells of new messages.</summary>
    private static readonly TimeSpan WhileListening = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Health> all = new();

    public Health Of(string mailbox) => all.GetValueOrDefault(mailbox) ?? new Health();

    /// <summary>Whether it is to be read now; then its news count as looked for.</summary>
    public bool Begin(string mailbox)
    {
        var before = Change(mailbox, health => health with { HasNews = false });
        return before.HasNews || before.NextAt <= time.Now();
    }

    public void Read(string mailbox)
    {
        var now = time.Now();
        var before = Change(
            mailbox,
            health => health with { Problem = null, Failures = 0, NextAt = health.IsListening ? now + WhileListening : now }
        );
        if (before.Failures > 0)
            LogRead(mailbox, before.Failures);
    }

    public void Failed(string mailbox, string why)
    {
        var (now, chance) = (time.Now(), Random.Shared.NextDouble());
        var before = Change(
            mailbox,
            health =>
                health with
                {
                    Problem = why,
                    Failures = health.Failures + 1,
                    NextAt = now + BackOff.After(health.Failures + 1, chance),
                }
        );
        if (before.Problem != why)
            LogFailed(mailbox, why);
    }

    /// <summary>The server told of new messages, or of those that came before it was listened to.</summary>
    /// <returns>Whether a reading has to be asked for: none is to come that would look for them.</returns>
    public bool Heard(string mailbox)
    {
        var before = Change(mailbox, health => health with { IsListening = true, HasNews = true });
        return !before.HasNews;
    }

    /// <summary>The server is not listened to any more: what it does not tell has to be looked for.</summary>
    public void Deaf(string mailbox)
    {
        var now = time.Now();
        Change(
            mailbox,
            health =>
                health.IsListening && health.Failures == 0
                    ? health with
                    {
                        IsListening = false,
                        NextAt = now,
                    }
                    : health with
                    {
                        IsListening = false,
                    }
        );
    }

    /// <returns>How it was before.</returns>
    private Health Change(string mailbox, Func<Health, Health> change)
    {
        while (true)
        {
            var before = all.GetOrAdd(mailbox, _ => new Health());
            if (all.TryUpdate(mailbox, change(before), before))
                return before;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mailbox} cannot be read and is asked ever less often: {Why}")]
    private partial void LogFailed(string mailbox, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mailbox} can be read again, after {Failures} attempts in vain")]
    private partial void LogRead(string mailbox, int failures);
}
