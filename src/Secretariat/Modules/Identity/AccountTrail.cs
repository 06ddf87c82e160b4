using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Identity;

/// <summary>
/// Writes what happens to an account into the save that does it. Accounts are kept by ASP.NET Core Identity and are no
/// entities of ours; of them only what stands here is ever written down, never a hash, token or key.
/// </summary>
public sealed class AccountTrail(SecretariatDb db, CurrentActor current, TimeProvider time)
{
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        nameof(Account.Name),
        nameof(Account.Email),
        nameof(Account.Role),
        nameof(Account.PartnerId),
        nameof(Account.Language),
        nameof(Account.DisabledAt),
    };

    /// <summary>What is new in the account since it was read; of one that is not stored yet, all of it.</summary>
    public void Write(Account account, string process, string? why = null)
    {
        var entry = db.Entry(account);
        var change = entry.State is EntityState.Detached or EntityState.Added ? "Added" : "Modified";
        if (Auditor.Values(entry, Shown.Contains) is { Count: > 0 } values)
            Add(account, process, new AuditPayload(current.Actor.Name, change, why, values));
    }

    /// <summary>Something that was done with the account and changed nothing of it, such as a passkey that was added.</summary>
    public void Write(Account account, string process, string field, params string?[] values) =>
        Add(
            account,
            process,
            new AuditPayload(current.Actor.Name, "Modified", null, new Dictionary<string, string?[]> { [field] = values })
        );

    /// <summary>From here on the account itself acts: it has just proved who it is.</summary>
    public void ActAs(Account account) => current.Actor = new Actor(account.Id, account.Name);

    private void Add(Account account, string process, AuditPayload payload) =>
        db.AuditEntries.Add(AuditEntry.Of(time.Now(), current.Actor.AccountId, process, (nameof(Account), account.Id), payload));
}
