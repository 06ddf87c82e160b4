using System.Threading.RateLimiting;

namespace Secretariat.Modules.Identity;

/// <summary>How often one caller may ask to be let in.</summary>
public static class SignInLimit
{
    public const string Name = "sign-in";
    public const int AMinute = 10;

    /// <summary>For forms without an account: several of one house may fill one in at the same time.</summary>
    public const string Forms = "forms";
    public const int FormsAMinute = 60;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Name, context => Of(context, Name, AMinute));
            o.AddPolicy(Forms, context => Of(context, Forms, FormsAMinute));
        });

    /// <summary>Reading the page costs nothing; only what asks for a link or a key is counted.</summary>
    private static RateLimitPartition<string> Of(HttpContext context, string what, int aMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"{what}, post from {context.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("read");
}
