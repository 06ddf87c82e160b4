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
    public static readonly string NoSuchDay = Text.Key(
        "The record can be shown as of any day up to today, written like 2024-02-29. The date in this address is not such a day."
    );

    public AsOf AsOf { get; private set; }

    protected DateTimeOffset Now => time.Now();

    protected CancellationToken Cancelled => HttpContext.RequestAborted;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (AsOf.Asked(Request.Query["asOf"], time) is not { } asOf)
        {
            HttpContext.Refuse(StatusCodes.Status400BadRequest, NoSuchDay, Request.Path, Text.Key("Show the record as of today"));
            context.Result = new EmptyResult();
            return;
        }

        AsOf = asOf;
        // Whoever is signed in sees a name in the header, which belongs in no shared cache.
        Response.Headers.CacheControl = User.Identity?.IsAuthenticated is true ? "no-cache, no-store" : "public, max-age=60";
    }
}
