using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Platform.Localization;

public static class LocalizationSetup
{
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        var catalogue = new Catalogue();
        services.AddSingleton(catalogue);
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? catalogue.For(RequestLanguage.Of(context, catalogue))
                : catalogue.For(Catalogue.English)
        );
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.PostConfigure<MvcOptions>(o => FormTexts.Speak(o, catalogue));
        services
            .AddMvcCore()
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, _) => new FormTexts(catalogue));
        return services;
    }

    /// <summary>
    /// To be called after routing and authentication. Dates and numbers in forms, addresses and files are read and
    /// written the same way whatever the reader's language: only the language of texts follows the request.
    /// </summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                var catalogue = context.RequestServices.GetRequiredService<Catalogue>();
                var language = catalogue.For(RequestLanguage.Of(context, catalogue)).Language;
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                CultureInfo.CurrentUICulture = language.Culture;
                context.Response.Headers.ContentLanguage = language.Code;
                if (context.GetRouteValue("lang") is string asked && !catalogue.Speaks(asked))
                    context.Refuse(
                        StatusCodes.Status404NotFound,
                        Text.Key("This site has no page in the language of this address.")
                    );
                else
                    await next(context);
            }
        );
}
