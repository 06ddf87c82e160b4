using Microsoft.AspNetCore.HttpOverrides;

namespace Secretariat.Platform.Web;

/// <summary>What is believed of a request that came through others, and what https asks of the answer.</summary>
public static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<Settings>(Believe);
        services
            .AddOptions<CookiePolicyOptions>()
            .Configure<Settings>(
                (o, settings) => o.Secure = settings.IsPublicHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest
            );
        return services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
    }

    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        // Without known proxies the middleware would believe anybody.
        if (app.ApplicationServices.GetRequiredService<Settings>().Proxies.Count > 0)
            app.UseForwardedHeaders();
        return app.UseHsts().UseCookiePolicy();
    }

    private static void Believe(ForwardedHeadersOptions options, Settings settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // Back through as many of our own proxies as there are, to the first address that is not one of them.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies)
            options.KnownIPNetworks.Add(proxy);
    }
}
