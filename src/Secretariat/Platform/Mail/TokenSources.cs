using System.Collections.Concurrent;

namespace Secretariat.Platform.Mail;

/// <summary>The tokens of each account, one source for all that signs in with it.</summary>
public sealed class TokenSources(IHttpClientFactory clients, RefreshTokens refreshTokens, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<OAuthSettings, AccessTokens> sources = new();

    /// <summary>Null for a server that takes a password, or nobody's name.</summary>
    public AccessTokens? Of(ServerSettings server) =>
        server.OAuth is { } settings
            ? sources.GetOrAdd(settings, one => new AccessTokens(one, clients, refreshTokens, time))
            : null;

    public void Dispose()
    {
        foreach (var source in sources.Values)
            source.Dispose();
    }
}
