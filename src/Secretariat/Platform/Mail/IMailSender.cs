using Secretariat.Formats.Smtp;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Mail;

/// <summary>Hands one finished message to the world.</summary>
public interface IMailSender
{
    Task<Sending> SendAsync(ReadOnlyMemory<byte> message, SmtpEnvelope envelope, CancellationToken cancellationToken);
}

public static class InTime
{
    /// <summary>The longest that one message may take, however lively the server.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<Sending> SendInTimeAsync(
        this IMailSender sender,
        ReadOnlyMemory<byte> message,
        SmtpEnvelope envelope,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await sender.SendAsync(message, envelope, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Sending.Refused(
                Text.Key("It was not taken within {0} minutes.", (int)Limit.TotalMinutes),
                IsTemporary: true
            );
        }
    }
}

/// <summary>What became of it, with the server's words.</summary>
public abstract record Sending(Reason Words)
{
    public sealed record Accepted(Reason Words) : Sending(Words);

    public sealed record Refused(Reason Words, bool IsTemporary) : Sending(Words);
}
