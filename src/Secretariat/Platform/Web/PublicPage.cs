using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Platform.Web;

/// <summary>A page that anybody may read, as of today or of a past day: without a cookie, and for a minute from any cache.</summary>
public abstract class PublicPage(TimeProvider time) : PageModel
{
    public AsOf AsOf { get; private set; }

    protected CancellationToken Cancelled => HttpContext.RequestAborted;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (ReadDay(Request.Query["asOf"]) is not { } asOf)
        {
            HttpContext.Refuse(
                StatusCodes.Status400BadRequest,
                Text.Key(
                    "The record can be shown as of any day up to today, written like 2024-02-29. The date in this address is not such a day."
                ),
                Request.Path,
                Text.Key("Show the record as of today")
            );
            context.Result = new EmptyResult();
            return;
        }

        AsOf = asOf;
        // Whoever is signed in sees a name in the header, which belongs in no shared cache.
        Response.Headers.CacheControl = User.Identity?.IsAuthenticated is true ? "no-cache, no-store" : "public, max-age=60";
    }

    /// <summary>An emptied date field asks for today; tomorrow cannot be known.</summary>
    private AsOf? ReadDay(string? asked)
    {
        var today = AsOf.Today(time);
        if (string.IsNullOrEmpty(asked))
            return today;
        if (!AsOf.TryParse(asked, null, out var asOf) || asOf.Day > today.Day)
            return null;
        return asOf.Day == today.Day ? today : asOf;
    }
}
