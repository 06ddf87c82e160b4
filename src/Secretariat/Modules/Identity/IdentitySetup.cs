using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Identity;

public static class IdentitySetup
{
    public const string PartnerClaim = "partner";
    public const string LanguageClaim = "language";

    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                // The address is the name of the account, and some have an apostrophe.
                o.User.AllowedUserNameCharacters = "";
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.Stores.MaxLengthForKeys = 128;
            })
            .AddEntityFrameworkStores<SecretariatDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.LoginPath = "/sign-in";
            o.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            o.Events.OnValidatePrincipal = CheckAsync;
            o.ExpireTimeSpan = TimeSpan.FromHours(10);
            o.Cookie.Name = "secretariat";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<Keys>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Kept by the device with its account: nobody has to type an address first.
            o.ResidentKeyRequirement = "required";
            o.UserVerificationRequirement = "required";
        });
        services.AddScoped<AccountTrail>().AddScoped<OpenAccount>().AddScoped<ChangeAccount>();
        services.AddScoped<OneTimeLinks>().AddScoped<WayIn>().AddScoped<SignInMail>().AddScoped<SendSignInLink>();
        services.AddScoped<DemonstrationAccounts>().AddCallerLimits();
        return services.AddAccess().AddHttpContextAccessor();
    }

    /// <summary>One look at the account in each request: who is disabled or gets another role is out at once.</summary>
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.AccountId();
        var stamp = context.Principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        var db = context.HttpContext.RequestServices.GetRequiredService<SecretariatDb>();
        if (await db.Users.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp && a.DisabledAt == null))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whoever is signed in acts in this request.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.AccountId() is { } id)
                    context.RequestServices.GetRequiredService<CurrentActor>().Actor = new Actor(
                        id,
                        context.User.Identity!.Name!
                    );
                return next(context);
            }
        );

    public static Guid? AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Guid? PartnerId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(PartnerClaim), out var id) ? id : null;

    private sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account>(accounts, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            if (identity.FindFirst(identity.NameClaimType) is { } name)
                identity.RemoveClaim(name);
            identity.AddClaim(new Claim(identity.NameClaimType, user.Name));
            identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
            identity.AddClaim(new Claim(LanguageClaim, user.Language));
            if (user.PartnerId is { } partner)
                identity.AddClaim(new Claim(PartnerClaim, partner.ToString()));
            return identity;
        }
    }
}
