using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

/// <summary>
/// The invented accounts that anybody may sign in with, on the one machine that shows the demonstration: the server
/// listens on loopback alone, and the request comes from there without anybody in between.
/// </summary>
public sealed class DemonstrationAccounts(
    SecretariatDb db,
    IServer server,
    AccountTrail trail,
    Settings settings,
    TimeProvider time
)
{
    private static readonly string[] SignsOfAProxy = ["Forwarded", "Via", "X-Real-IP"];

    public async Task<IReadOnlyList<Account>> OfferedAsync(HttpContext context, CancellationToken cancellationToken) =>
        Allows(context)
            ? await db
                .Users.AsNoTracking()
                .Where(a => a.IsDemonstration && a.DisabledAt == null)
                .OrderBy(a => a.Role)
                .ThenBy(a => a.Name)
                .ToListAsync(cancellationToken)
            : [];

    /// <summary>The account that comes in, or null when it is not offered here.</summary>
    public async Task<Account?> EnterAsync(HttpContext context, Guid id, CancellationToken cancellationToken)
    {
        if (!Allows(context))
            return null;
        var account = await db.Users.SingleOrDefaultAsync(
            a => a.Id == id && a.IsDemonstration && a.DisabledAt == null,
            cancellationToken
        );
        if (account is null)
            return null;
        account.LastSignInAt = time.Now();
        trail.ActAs(account);
        trail.Write(
            account,
            Text.Key("Sign in to the demonstration"),
            nameof(Account.LastSignInAt),
            Audit.Auditor.Written(account.LastSignInAt.Value)
        );
        await db.SaveChangesAsync(cancellationToken);
        return account;
    }

    private bool Allows(HttpContext context) =>
        settings.Proxies.Count == 0
        && ListensOnLoopbackAlone(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        && ComesFromHere(context);

    public static bool ListensOnLoopbackAlone(ICollection<string> addresses) =>
        addresses.Count > 0 && addresses.All(address => IsLoopback(BindingAddress.Parse(address).Host));

    public static bool ComesFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsLoopback(context.Request.Host.Host)
        && !context.Request.Headers.Keys.Any(IsSignOfAProxy);

    private static bool IsSignOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || SignsOfAProxy.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
