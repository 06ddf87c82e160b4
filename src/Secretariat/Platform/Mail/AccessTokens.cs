using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Mail;

/// <summary>
/// The access token of one account, asked for when it is needed and kept until shortly before it expires; reading and
/// sending may use it at once.
/// </summary>
public sealed class AccessTokens(
    OAuthSettings settings,
    IHttpClientFactory clients,
    RefreshTokens refreshTokens,
    TimeProvider time
) : IDisposable
{
    /// <summary>Of what does not say how long it holds.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    private readonly TokenEndpoint endpoint = new(settings, clients);
    private readonly SemaphoreSlim turn = new(1);
    private (string Token, DateTimeOffset Until)? kept;

    /// <summary>Signs in with a token; one that the server refuses is not used again, and another one is tried, once.</summary>
    /// <exception cref="TokenException">There is no token to be had.</exception>
    public async Task<T> SignInAsync<T>(
        Func<string, Task<T>> signIn,
        Func<Exception, bool> isRefused,
        CancellationToken cancellationToken
    )
    {
        var token = await GetAsync(null, cancellationToken);
        try
        {
            return await signIn(token);
        }
        catch (Exception refused) when (isRefused(refused))
        {
            return await signIn(await GetAsync(token, cancellationToken));
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (kept is { } one && one.Token != refused && time.Now() < one.Until)
                return one.Token;
            return await AskAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var grant = await endpoint.AskAsync(refreshTokens.Current(settings), cancellationToken);
        if (grant.RefreshToken is { } next)
            refreshTokens.Keep(settings, next);
        var lifetime = grant.Lifetime ?? Unsaid;
        // A tenth of it early, so that it does not expire on the way.
        kept = (grant.AccessToken, time.Now() + (lifetime * 0.9));
        return grant.AccessToken;
    }
}
