using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>What one person is written, and why.</summary>
/// <param name="Purpose">What it is for, about which object, to whom: never twice.</param>
public sealed record OutgoingText(string Purpose, string ToName, string ToAddress, string Subject, string Body)
{
    /// <summary>The key of the message.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>The message it answers, and those before that one, oldest first; as Message-IDs.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>It leaves when its reader’s office is open.</summary>
    public bool KeepsOfficeHours { get; init; }

    /// <summary>Where that office is; null for Brussels.</summary>
    public string? Country { get; init; }

    /// <summary>When it would come too late to wait for that office; null where it never does.</summary>
    public DateTimeOffset? NoLaterThan { get; init; }
}

/// <summary>Enters a message in the outbox, with the token that brings its answer back into its thread.</summary>
public sealed class PutInOutbox(SecretariatDb db, Keys keys, Settings settings)
{
    /// <summary>Before a transaction that others wait for: a key that is not there yet is made in another one.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        await keys.GetAsync(ReplyToken.KeyName, cancellationToken);

    /// <param name="threadId">Null for what nobody is to answer.</param>
    /// <returns>The key of the message.</returns>
    public async Task<Guid> RunAsync(Guid? threadId, OutgoingText text, CancellationToken cancellationToken)
    {
        var id = text.Id;
        var token = new ReplyToken(await keys.GetAsync(ReplyToken.KeyName, cancellationToken));
        db.Outbox.Add(
            new OutgoingMessage
            {
                Id = id,
                Purpose = text.Purpose,
                ToName = text.ToName,
                ToAddress = text.ToAddress,
                Subject = text.Subject,
                Body = text.Body,
                Files = [.. text.Files],
                InternetMessageId = threadId is { } thread
                    ? token.MessageIdFor(thread, id, settings.Mail.MailboxHost)
                    : $"{id:N}@{settings.Mail.MailboxHost}",
                ThreadId = threadId,
                Answers = [.. text.Answers],
                DueAt = text.DueAt,
                KeepsOfficeHours = text.KeepsOfficeHours,
                Country = text.Country,
                NoLaterThan = text.NoLaterThan,
            }
        );
        return id;
    }
}
