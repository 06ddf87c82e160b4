namespace Secretariat.Platform.Mail;

/// <summary>
/// Where an access token to a mail server is asked for (RFC 6749): with a refresh token in the name of who gave it
/// (section 6), without one in the platform's own name, by client credentials (section 4.4).
/// </summary>
public sealed record OAuthSettings
{
    public required Uri TokenEndpoint { get; init; }
    public required string ClientId { get; init; }
    public string? ClientSecret { get; init; }
    public string? RefreshToken { get; init; }
    public string? Scope { get; init; }

    /// <summary>The form that is posted; the secret stands in it, as every provider takes it.</summary>
    public Dictionary<string, string> Form(string? refreshToken)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = refreshToken is null ? "client_credentials" : "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = ClientId,
            ["client_secret"] = ClientSecret,
            ["scope"] = Scope,
        };
        return form.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);
    }

    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"{ClientId} at {TokenEndpoint}";
}
