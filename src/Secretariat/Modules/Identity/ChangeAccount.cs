using Microsoft.AspNetCore.Identity;

namespace Secretariat.Modules.Identity;

/// <summary>Changes what an account may do: links that were made for it as it was end, and whoever came in with it is signed out.</summary>
public sealed class ChangeAccount(UserManager<Account> accounts, AccountTrail trail, OneTimeLinks links)
{
    /// <returns>Whether it is saved; not, when somebody else has just changed the account.</returns>
    public async Task<bool> TryAsync(Account account, Action change, string process, string? why = null)
    {
        change();
        trail.Write(account, process, why);
        await links.EndOpenAsync(account);
        // Saves the account with its trail and its links; cookies that rest on the old stamp are void from here on.
        return (await accounts.UpdateSecurityStampAsync(account)).Succeeded;
    }
}
