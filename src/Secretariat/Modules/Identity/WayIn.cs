using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

/// <summary>For the command line: a link that signs in whoever has an address, with the account that it takes.</summary>
public sealed class WayIn(UserManager<Account> accounts, OpenAccount opening, ChangeAccount changing, OneTimeLinks links)
{
    /// <summary>The role of the account with that address; null when there is none.</summary>
    public async Task<Role?> RoleOfAsync(string email) => (await accounts.FindByEmailAsync(email))?.Role;

    /// <summary>Opens the account when there is none; the first one is an administrator's.</summary>
    public async Task<string> ForAsync(string email, Role? role, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            var isFirst = !await accounts.Users.AnyAsync(a => !a.IsDemonstration, cancellationToken);
            account = await opening.ForAsync(email, email, role ?? (isFirst ? Role.Administrator : Role.Reader));
        }

        return await links.MakeAsync(account, cancellationToken);
    }

    /// <summary>A contact of that partner, whose account is opened or tied to it.</summary>
    public async Task<string> ForContactAsync(string email, Guid partnerId, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
            account = await opening.ForAsync(email, email, Role.PartnerContact, partnerId);
        else if (account.Role is not Role.PartnerContact)
            throw new RefusedException(
                $"“{email}” is the account of {account.Role.Name()}: only a partner contact speaks for a partner. Use another address."
            );
        else if (account.PartnerId != partnerId)
            await TieAsync(account, partnerId);
        return await links.MakeAsync(account, cancellationToken);
    }

    private async Task TieAsync(Account account, Guid partnerId)
    {
        if (!await changing.TryAsync(account, () => account.Take(Role.PartnerContact, partnerId), Text.Key("Change an account")))
            throw new RefusedException($"The account “{account.Email}” was changed at the same moment: try again.");
    }
}
