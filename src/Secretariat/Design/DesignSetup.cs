using Microsoft.AspNetCore.Mvc.Razor;
using Secretariat.Design.Layout;

namespace Secretariat.Design;

public static class DesignSetup
{
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.AddSingleton<DesignOptions>();
        // Partials of the layout are found by name from every page.
        services.Configure<RazorViewEngineOptions>(o =>
        {
            o.PageViewLocationFormats.Add("/Design/{0}.cshtml");
            o.ViewLocationFormats.Add("/Design/{0}.cshtml");
        });
        return services;
    }
}
