using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Identity;

/// <summary>Makes and redeems one-time sign-in links.</summary>
public sealed class OneTimeLinks(SecretariatDb db, UserManager<Account> accounts, Settings settings, TimeProvider time)
{
    /// <summary>For the command line: creates the account when there is none.</summary>
    public async Task<string> ForAsync(string email, Role? role, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email) ?? await CreateAsync(email, role, cancellationToken);
        return await MakeAsync(account, cancellationToken);
    }

    /// <summary>The address that signs the account in, once, within half an hour.</summary>
    public async Task<string> MakeAsync(Account account, CancellationToken cancellationToken)
    {
        var (link, token) = SignInLink.For(account.Id, time.Now());
        db.SignInLinks.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return $"{settings.BaseUrl}/sign-in/link/{token}";
    }

    /// <summary>Whether the link could still be redeemed; changes nothing.</summary>
    public Task<bool> IsGoodAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (SignInLink.HashOf(token), time.Now());
        return db.SignInLinks.AnyAsync(l => l.TokenHash == hash && l.UsedAt == null && l.Expires > now, cancellationToken);
    }

    /// <summary>The account of a link that is still good; null for one that is unknown, used or too old.</summary>
    public async Task<Account?> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (SignInLink.HashOf(token), time.Now());
        // One conditional update: of two people with the same link, one gets in.
        var taken = await db
            .SignInLinks.Where(l => l.TokenHash == hash && l.UsedAt == null && l.Expires > now)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), cancellationToken);
        if (taken == 0)
            return null;
        return await db
            .SignInLinks.Where(l => l.TokenHash == hash)
            .Join(db.Users, l => l.AccountId, a => a.Id, (_, a) => a)
            .SingleAsync(cancellationToken);
    }

    private async Task<Account> CreateAsync(string email, Role? role, CancellationToken cancellationToken)
    {
        var isFirst = !await db.Users.AnyAsync(a => !a.IsDemonstration, cancellationToken);
        var account = new Account
        {
            UserName = email,
            Email = email,
            Name = email,
            Role = role ?? (isFirst ? Role.Administrator : Role.Reader),
        };
        var result = await accounts.CreateAsync(account);
        if (!result.Succeeded)
            throw new RefusedException($"No account for “{email}”: {string.Join(" ", result.Errors.Select(e => e.Description))}");
        return account;
    }
}
