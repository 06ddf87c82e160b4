using Microsoft.AspNetCore.Identity;
using Secretariat.Formats.Mime;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Identity;

/// <summary>Writes a one-time link to the address of an account; an address without account gets nothing.</summary>
public sealed partial class SendSignInLink(
    UserManager<Account> accounts,
    OneTimeLinks links,
    IMailSender sender,
    Catalogue catalogue,
    Settings settings,
    AllianceWords alliance,
    TimeProvider time,
    ILogger<SendSignInLink> log
)
{
    /// <returns>The server's words when it did not take the message, else null.</returns>
    public async Task<string?> ToAsync(string email, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(email) is not { IsDisabled: false } account)
            return null;
        var link = await links.MakeAsync(account, cancellationToken);
        if (returnUrl is not null)
            link += QueryString.Create("returnUrl", returnUrl);
        var mail = MimeWriter.Write(Compose(account, link));
        var outcome = await sender.SendInTimeAsync(mail, settings.Mail.Mailbox, account.Email!, time, cancellationToken);
        if (outcome is not Sending.Refused refused)
            return null;
        var words = refused.Words.ToString();
        LogRefused(account.Id, words);
        return words;
    }

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
            $"sign-in.{Guid.CreateVersion7():N}@{settings.Mail.Mailbox.Split('@')[^1]}",
            time.Now()
        )
        {
            ExtraHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Auto-Submitted"] = "auto-generated" },
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in link for account {Account} was not taken: {Words}")]
    private partial void LogRefused(Guid account, string words);
}
