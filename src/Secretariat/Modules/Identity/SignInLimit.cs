using System.Threading.RateLimiting;

namespace Secretariat.Modules.Identity;

/// <summary>How often one caller may ask to be let in.</summary>
public static class SignInLimit
{
    public const string Name = "sign-in";
    public const int AMinute = 10;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Name, Of);
        });

    /// <summary>Reading the page costs nothing; only what asks for a link or a key is counted.</summary>
    private static RateLimitPartition<string> Of(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"post from {context.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("read");
}
