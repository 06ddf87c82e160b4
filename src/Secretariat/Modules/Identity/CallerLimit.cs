using System.Threading.RateLimiting;

namespace Secretariat.Modules.Identity;

/// <summary>How often one caller may send what needs no account.</summary>
public static class CallerLimit
{
    /// <summary>Asking to be let in.</summary>
    public const string SignIns = "sign-ins";
    public const int SignInsAMinute = 10;

    /// <summary>Forms without an account: several of one house may fill one in at the same time.</summary>
    public const string OpenForms = "open-forms";
    public const int OpenFormsAMinute = 60;

    public static IServiceCollection AddCallerLimits(this IServiceCollection services) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SignIns, context => Of(context, SignIns, SignInsAMinute));
            o.AddPolicy(OpenForms, context => Of(context, OpenForms, OpenFormsAMinute));
        });

    /// <summary>Reading the page costs nothing; only what is sent is counted.</summary>
    private static RateLimitPartition<string> Of(HttpContext context, string what, int aMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"{what}, post from {context.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("read");
}
