using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Secretariat.Platform.Mail;

/// <summary>What a token endpoint gave (RFC 6749 section 5.1).</summary>
/// <param name="Lifetime">Null when the endpoint does not say.</param>
/// <param name="RefreshToken">A new one, that takes the place of the one that was used.</param>
internal sealed record Grant(string AccessToken, TimeSpan? Lifetime, string? RefreshToken);

/// <summary>Asks the endpoint, and says in a sentence what went wrong.</summary>
internal sealed class TokenEndpoint(OAuthSettings settings, IHttpClientFactory clients)
{
    /// <summary>The name of the HTTP client that has its limits of time and length.</summary>
    public const string Client = "token-endpoint";
    private const int LongestWords = 400;

    public async Task<Grant> AskAsync(string? refreshToken, CancellationToken cancellationToken)
    {
        if (settings.TokenEndpoint.Scheme != Uri.UriSchemeHttps && !settings.TokenEndpoint.IsLoopback)
            throw Problem("is not asked, because a secret does not cross an unencrypted connection: write https://");
        var (isSuccess, status, body) = await PostAsync(settings.Form(refreshToken), cancellationToken);
        var answer = Read(body);
        if (!isSuccess)
            throw Problem($"gives no token: {WhyNot(status, answer)}");
        if (Text(answer, "access_token") is not { Length: > 0 } token)
            throw Problem("answers without a token");
        return new Grant(token, LifetimeIn(answer), Text(answer, "refresh_token"));
    }

    private async Task<(bool IsSuccess, int Status, string Body)> PostAsync(
        Dictionary<string, string> form,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenEndpoint);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Content = new FormUrlEncodedContent(form);
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return (response.IsSuccessStatusCode, (int)response.StatusCode, body);
        }
        catch (HttpRequestException e)
        {
            throw Problem($"cannot be reached: {e.Message.TrimEnd('.')}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problem("took too long to answer", e);
        }
    }

    private static JsonElement? Read(string body)
    {
        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(body);
            return root.ValueKind is JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            // A proxy's page, say: the status tells more than it does.
            return null;
        }
    }

    private static string WhyNot(int status, JsonElement? answer)
    {
        var error = Text(answer, "error") ?? $"it answers {status}";
        var words = Text(answer, "error_description") is { } description
            ? $"{error} ({description.TrimEnd().TrimEnd('.')})"
            : error;
        var remedy = error switch
        {
            "invalid_grant" => "; give the consent again and enter the new refresh token",
            "invalid_client" or "unauthorized_client" => "; check the client's id, its secret and whether it has expired",
            "invalid_scope" => "; check the scope",
            _ => "",
        };
        return Shown(words) + remedy;
    }

    private static string Shown(string words)
    {
        var line = string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Trim().TrimEnd('.');
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }

    private static string? Text(JsonElement? answer, string name) =>
        answer is { } root && root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Seconds; some endpoints write them as text.</summary>
    private static TimeSpan? LifetimeIn(JsonElement? answer)
    {
        if (answer is not { } root || !root.TryGetProperty("expires_in", out var value))
            return null;
        var isRead =
            value.ValueKind is JsonValueKind.String
                ? double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var seconds)
                : value.TryGetDouble(out seconds);
        return isRead && seconds is > 0 and < int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;
    }

    private TokenException Problem(string what, Exception? cause = null) =>
        new($"The token endpoint {settings.TokenEndpoint} {what}.", cause);
}
