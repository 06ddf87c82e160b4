using Secretariat.Formats.Smtp;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Mail;

/// <summary>Submits each message to an SMTP server over a connection of its own.</summary>
public sealed class SmtpSender(ServerSettings settings, AccessTokens? tokens = null) : IMailSender
{
    public async Task<Sending> SendAsync(ReadOnlyMemory<byte> message, SmtpEnvelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await ConnectAsync(cancellationToken);
            var result = await session.SendAsync(envelope, message, cancellationToken);
            return result switch
            {
                SmtpResult.Accepted accepted => new Sending.Accepted(Reason.Quoted(accepted.Reply)),
                SmtpResult.Refused refused => new Sending.Refused(Reason.Quoted(refused.Words), refused.IsTemporary),
                SmtpResult.Unknown unknown => new Sending.Refused(
                    Text.Key(
                        "It may have been taken (“{0}”). If it goes again, it does so under the same Message-ID.",
                        unknown.Why
                    ),
                    IsTemporary: true
                ),
                _ => throw new InvalidOperationException($"{result} is no known result."),
            };
        }
        catch (Exception problem) when (problem is SmtpSessionException or TokenException)
        {
            return new Sending.Refused(Reason.Quoted(problem.Message), IsTemporary: true);
        }
    }

    private Task<SmtpSession> ConnectAsync(CancellationToken cancellationToken) =>
        tokens is null
            ? SmtpSession.ConnectAsync(Options(null), cancellationToken)
            : tokens.SignInAsync(
                token => SmtpSession.ConnectAsync(Options(token), cancellationToken),
                refused => refused is SmtpSessionException { TokenIsRefused: true },
                cancellationToken
            );

    private SmtpOptions Options(string? token) =>
        new()
        {
            Host = settings.Host,
            Port = settings.Port ?? (settings.IsTls ? 465 : 587),
            Security = settings.Security,
            User = settings.User,
            Password = settings.Password,
            AccessToken = token,
            TrustedCertificatePem = settings.TrustedPem(),
        };
}
