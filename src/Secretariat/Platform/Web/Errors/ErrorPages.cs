using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Secretariat.Design;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Web.Errors;

/// <summary>What an error page shows; a reference only where there is something to look up in the log.</summary>
public sealed record ErrorPage(string Title, string Explanation, string? Reference, string? BackTo)
{
    public required string BackWords { get; init; }

    /// <summary>What would be lost by going back.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];
}

public static class ErrorPages
{
    private const string Path = "/error/{0}";

    /// <summary>To be called first: every empty answer from 400 on, and every exception, gets a page.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) =>
        app.UseExceptionHandler(
                new ExceptionHandlerOptions
                {
                    ExceptionHandlingPath = "/error/500",
                    StatusCodeSelector = StatusOf,
                    AllowStatusCode404Response = true,
                    // Somebody who was too late is no fault to look up.
                    SuppressDiagnosticsCallback = context => context.Exception is DbUpdateConcurrencyException,
                }
            )
            .UseStatusCodePagesWithReExecute(Path);

    public static IEndpointConventionBuilder MapErrorPages(this IEndpointRouteBuilder routes) =>
        routes
            .Map("/error/{status:int}", (HttpContext context) => Show(context))
            .WithMetadata(new AllowAnonymousAttribute())
            .DisableAntiforgery();

    // Two people changed the same record: the second one hears it, nothing is overwritten.
    private static int StatusOf(Exception exception) =>
        exception is DbUpdateConcurrencyException ? StatusCodes.Status409Conflict : StatusCodes.Status500InternalServerError;

    private static Task Show(HttpContext context)
    {
        // Asked for directly, the address is just one that does not exist.
        if (!IsFailing(context))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        return View.Show(context, "/Platform/Web/Errors/Error.cshtml", Describe(context));
    }

    private static bool IsFailing(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static ErrorPage Describe(HttpContext context)
    {
        var refusal = Refusal.Of(context);
        var (title, explanation) = Words(context.Response.StatusCode);
        return new ErrorPage(
            title,
            refusal?.Reason ?? explanation,
            context.Response.StatusCode >= 500 ? context.TraceIdentifier : null,
            refusal?.BackTo ?? (context.Response.StatusCode == 409 ? RequestLanguage.OriginalPath(context) : null)
        )
        {
            BackWords = refusal?.BackWords ?? Text.Key("Back to the record"),
            // A form that was refused before anybody looked at it may come from another site, with other people's words.
            Typed = context.Response.StatusCode is 409 or >= 500 ? Typed.In(context) : [],
        };
    }

    private static (string Title, string Explanation) Words(int status) =>
        status switch
        {
            400 => (
                Text.Key("This request cannot be understood"),
                Text.Key("Something in the address or the form is not as it should be, for instance a date that does not exist.")
            ),
            401 or 403 => (
                Text.Key("This page is not open to you"),
                Text.Key("Your account does not give access to it. If it should, ask the secretariat.")
            ),
            404 => (
                Text.Key("There is no such page"),
                Text.Key("The address may be mistyped, or the page may have moved or been withdrawn.")
            ),
            409 => (
                Text.Key("Someone was faster"),
                Text.Key(
                    "The record has been changed since you opened it. Your change was not saved: look at the record as it is now, and decide again."
                )
            ),
            429 => (Text.Key("Too many requests"), Text.Key("Wait a minute, then try again.")),
            >= 500 => (
                Text.Key("Something went wrong"),
                Text.Key(
                    "The fault is ours and has been recorded. Nothing you entered has been half saved: try again, and if it happens again, tell the secretariat the reference."
                )
            ),
            _ => (
                Text.Key("This request was refused"),
                Text.Key("Something in the address or the form is not as it should be, for instance a date that does not exist.")
            ),
        };
}
