using Microsoft.AspNetCore.Identity;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Identity;

/// <summary>Writes a one-time link to the address of an account; an address without account gets nothing.</summary>
public sealed partial class SendSignInLink(
    UserManager<Account> accounts,
    OneTimeLinks links,
    SignInMail mail,
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
        if (await mail.SendAsync(account, link, cancellationToken) is not Sending.Refused refused)
            return null;
        var words = refused.Words.ToString();
        LogRefused(account.Id, words);
        return words;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in link for account {Account} was not taken: {Words}")]
    private partial void LogRefused(Guid account, string words);
}
