using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

/// <summary>What the script <c>passkey.js</c> asks; each request carries the antiforgery token of the page.</summary>
public static class Passkeys
{
    private const int LongestName = 80;

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/sign-in/passkey").AddEndpointFilter(OnlyFromOurPagesAsync);
        keys.MapPost("/options", RequestOptionsAsync).AllowAnonymous();
        keys.MapPost("", SignInAsync).AllowAnonymous().RequireRateLimiting(CallerLimit.SignIns);
        keys.MapPost("/new/options", CreationOptionsAsync).RequireAuthorization(Access.Account);
        keys.MapPost("/new", AddAsync).RequireAuthorization(Access.Account);
    }

    private static async Task<IResult> RequestOptionsAsync(SignInManager<Account> signIn) =>
        Json(await signIn.MakePasskeyRequestOptionsAsync(null));

    private static async Task<IResult> SignInAsync(
        Presented presented,
        SignInManager<Account> signIn,
        UserManager<Account> accounts,
        AccountTrail trail,
        TimeProvider time
    )
    {
        var found = await signIn.PerformPasskeyAssertionAsync(presented.Credential.GetRawText());
        if (!found.Succeeded || found.User.IsDisabled)
            return Results.BadRequest();
        found.User.LastSignInAt = time.Now();
        trail.ActAs(found.User);
        trail.Write(found.User, Text.Key("Sign in with a passkey"), "Passkey", found.Passkey.Name ?? "–");
        await accounts.AddOrUpdatePasskeyAsync(found.User, found.Passkey);
        await signIn.SignInAsync(found.User, isPersistent: false);
        return Results.Json(new { goTo = IsLocal(presented.ReturnUrl) ? presented.ReturnUrl : Access.HomeOf(found.User.Role) });
    }

    private static async Task<IResult> CreationOptionsAsync(HttpContext context, SignInManager<Account> signIn)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account)
            return Results.Unauthorized();
        return Json(
            await signIn.MakePasskeyCreationOptionsAsync(
                new PasskeyUserEntity
                {
                    Id = account.Id.ToString(),
                    Name = account.Email!,
                    DisplayName = account.Name,
                }
            )
        );
    }

    private static async Task<IResult> AddAsync(
        Presented presented,
        HttpContext context,
        SignInManager<Account> signIn,
        AccountTrail trail
    )
    {
        var made = await signIn.PerformPasskeyAttestationAsync(presented.Credential.GetRawText());
        var account = await signIn.UserManager.GetUserAsync(context.User);
        if (!made.Succeeded || made.UserEntity.Id != account?.Id.ToString())
            return Results.BadRequest();
        var name = presented.Name?.Trim() ?? "";
        made.Passkey.Name = name.Length == 0 ? null : name[..Math.Min(name.Length, LongestName)];
        trail.Write(account, Text.Key("Add a passkey"), "Passkey", made.Passkey.Name ?? "–");
        var added = await signIn.UserManager.AddOrUpdatePasskeyAsync(account, made.Passkey);
        return added.Succeeded ? Results.NoContent() : Results.Conflict();
    }

    private static async ValueTask<object?> OnlyFromOurPagesAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    ) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.BadRequest();

    private static IResult Json(string json) => Results.Text(json, "application/json");

    // As IUrlHelper.IsLocalUrl, which endpoints do not have.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    /// <summary>What the browser's authenticator answered, as its own JSON.</summary>
    private sealed record Presented(JsonElement Credential, string? Name, string? ReturnUrl);
}
