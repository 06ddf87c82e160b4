using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

/// <summary>Makes and redeems one-time sign-in links.</summary>
public sealed class OneTimeLinks(SecretariatDb db, AccountTrail trail, Settings settings, TimeProvider time)
{
    /// <summary>The address that signs the account in, once, within half an hour.</summary>
    public async Task<string> MakeAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.IsDisabled)
            throw new RefusedException(
                $"The account “{account.Email}” is disabled: an administrator enables it at /office/accounts."
            );
        var (link, token) = SignInLink.For(account.Id, time.Now());
        db.SignInLinks.Add(link);
        trail.Write(account, Text.Key("Make a sign-in link"), nameof(SignInLink.Expires), AuditTime(link.Expires));
        await db.SaveChangesAsync(cancellationToken);
        return $"{settings.BaseUrl}/sign-in/link/{token}";
    }

    /// <summary>Whether the link could still be redeemed; changes nothing.</summary>
    public Task<bool> IsGoodAsync(string token, CancellationToken cancellationToken) => Good(token).AnyAsync(cancellationToken);

    /// <summary>The account of a link that is still good; null for one that is unknown, used or too old.</summary>
    public async Task<Account?> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        if (await Good(token).SingleOrDefaultAsync(cancellationToken) is not { } link)
            return null;
        var account = await db.Users.SingleAsync(a => a.Id == link.AccountId, cancellationToken);
        (link.UsedAt, account.LastSignInAt) = (time.Now(), time.Now());
        trail.ActAs(account);
        trail.Write(account, Text.Key("Sign in with a link"), nameof(SignInLink.UsedAt), AuditTime(link.UsedAt.Value));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return account;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Of two people with the same link, the other one got in.
            return null;
        }
    }

    /// <summary>What was made for an account as it was signs in nobody to what it becomes; saved with the account.</summary>
    public async Task EndOpenAsync(Account account)
    {
        var now = time.Now();
        foreach (
            var link in await db
                .SignInLinks.Where(l => l.AccountId == account.Id && l.UsedAt == null && l.Expires > now)
                .ToListAsync()
        )
        {
            link.UsedAt = now;
            trail.Write(account, Text.Key("End a sign-in link"), nameof(SignInLink.Expires), AuditTime(link.Expires), null);
        }
    }

    private IQueryable<SignInLink> Good(string token)
    {
        var (hash, now) = (SignInLink.HashOf(token), time.Now());
        return db.SignInLinks.Where(l =>
            l.TokenHash == hash
            && l.UsedAt == null
            && l.Expires > now
            && db.Users.Any(a => a.Id == l.AccountId && a.DisabledAt == null)
        );
    }

    private static string AuditTime(DateTimeOffset at) => Audit.Auditor.Written(at);
}
