using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite;

/// <summary>Sends a visitor to the language that the browser prefers.</summary>
public sealed class StartModel(Text t) : PageModel
{
    public RedirectResult OnGet()
    {
        Response.Headers.Vary = "Accept-Language";
        Response.Headers.CacheControl = "no-cache";
        return Redirect($"/{t.Language.Code}");
    }
}
