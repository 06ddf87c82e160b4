using Secretariat.Formats.Mime;
using Secretariat.Formats.Smtp;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Identity;

/// <summary>The mail that carries a link, in the language of the account.</summary>
public sealed class SignInMail(
    IMailSender sender,
    Catalogue catalogue,
    Settings settings,
    AllianceWords alliance,
    TimeProvider time
)
{
    public Task<Sending> SendAsync(Account account, string link, CancellationToken cancellationToken) =>
        sender.SendInTimeAsync(
            MimeWriter.Write(Compose(account, link)),
            new SmtpEnvelope(settings.Mail.Mailbox, account.Email!),
            time,
            cancellationToken
        );

    private OutgoingMail Compose(Account account, string link)
    {
        var t = catalogue.For(account.Language);
        string[] paragraphs =
        [
            t.Of("Hello {0},", account.Name),
            t.Of("open this link to sign in. It works once, for half an hour:"),
            link,
            t.Of("If you did not ask for it, do nothing: nobody can sign in without this message."),
            alliance.Secretariat.In(t.Language.Code),
        ];
        return new OutgoingMail(
            new MailAddress(settings.Mail.MailboxName, settings.Mail.Mailbox),
            new MailAddress(account.Name, account.Email!),
            t.Of("Your link to sign in"),
            string.Join("\n\n", paragraphs),
            $"sign-in.{Guid.CreateVersion7():N}@{settings.Mail.MailboxHost}",
            time.Now()
        )
        {
            ExtraHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Auto-Submitted"] = "auto-generated" },
        };
    }
}
