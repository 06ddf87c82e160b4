using Microsoft.AspNetCore.Identity;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Identity;

/// <summary>Makes an account for somebody.</summary>
public sealed class OpenAccount(UserManager<Account> accounts, AccountTrail trail)
{
    /// <summary>Why no account can be opened for that address, or null when it can.</summary>
    public async Task<string?> WhyNotAsync(string email)
    {
        if (!EmailAddress.IsOne(email))
            return Text.Key("An e-mail address looks like name@ministry.example.");
        return await accounts.FindByEmailAsync(email) is null ? null : Text.Key("There is an account with this address already.");
    }

    public async Task<Account> ForAsync(string email, string name, Role role, Guid? partnerId = null, string language = "en")
    {
        var account = new Account
        {
            UserName = email,
            Email = email,
            Name = name,
            Role = role,
            Language = language,
        };
        account.Take(role, partnerId);
        trail.Write(account, Text.Key("Open an account"));
        var result = await accounts.CreateAsync(account);
        if (!result.Succeeded)
            throw new RefusedException($"No account for “{email}”: {string.Join(" ", result.Errors.Select(e => e.Description))}");
        return account;
    }
}
