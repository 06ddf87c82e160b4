using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Secretariat.Modules.Identity;

/// <summary>
/// Who may do what. Closed by default: a page outside <see cref="Public"/>, <c>/office</c> and <c>/desk</c> is refused to
/// everybody.
/// </summary>
public static class Access
{
    public const string Office = "office";
    public const string Desk = "desk";

    /// <summary>Administrators and readers: those who look after what others did.</summary>
    public const string AuditTrail = "audit";

    /// <summary>Administrators alone: who may sign in, and as what.</summary>
    public const string Accounts = "accounts";

    /// <summary>Whoever is signed in, in any role: their own account.</summary>
    public const string Account = "account";

    /// <summary>Route templates that anybody may read.</summary>
    public static readonly IReadOnlySet<string> Public = new HashSet<string>(StringComparer.Ordinal)
    {
        "",
        "{lang}",
        "{lang}/partners",
        "{lang}/strands/{strand}",
        "{lang}/timetable",
        "{lang}/series/{code}",
        "{lang}/events/{code}",
        "{lang}/events/{code}.ics",
        "{lang}/events/{code}/programme",
        "{lang}/events/{code}/programme.{form:regex(^(docx|pdf)$)}",
        "events/{code}/schedule.{format:regex(^(xml|json)$)}",
        "{lang}/legislation",
        "{lang}/legislation/{code}",
        "{lang}/figures",
        "{lang}/check",
        "{lang}/accessibility",
        "{lang}/privacy",
        "data/partners.{form:regex(^(csv|json|xlsx)$)}",
        "feed.atom",
        "calendar.ics",
        "api/v1/partners",
        "api/v1/partners/{code}",
        "api/openapi.json",
        "api/{*path}",
        "t/{token}",
        "t/{token:regex(^(delegation|head)-)}",
        "t/{token}/register/{category:guid}",
        "t/{token}/people/{id:guid}",
        "t/{token:regex(^person-)}",
        "t/{token:regex(^person-)}/calendar.ics",
        "t/{token:regex(^person-)}/photo",
        "t/{token:regex(^entrance-)}",
        "t/{token:regex(^entrance-)}/people.json",
        "t/{token:regex(^entrance-)}/check-ins",
        "sign-in",
        "sign-in/link/{token}",
        "sign-in/passkey",
        "sign-in/passkey/options",
        "sign-out",
        "error/{status:int}",
        "{*path}",
        "health/live",
        "health/ready",
    };

    private static readonly Role[] OfficeRoles = [Role.Administrator, Role.Officer, Role.Signatory, Role.Reader];

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Office, p => p.RequireAuthenticatedUser().RequireAssertion(c => IsIn(c.User, OfficeRoles)))
            .AddPolicy(Account, p => p.RequireAuthenticatedUser())
            .AddPolicy(
                AuditTrail,
                p => p.RequireAuthenticatedUser().RequireAssertion(c => IsIn(c.User, Role.Administrator, Role.Reader))
            )
            .AddPolicy(Accounts, p => p.RequireAuthenticatedUser().RequireAssertion(c => IsIn(c.User, Role.Administrator)))
            .AddPolicy(Desk, p => p.RequireAuthenticatedUser().RequireAssertion(c => IsIn(c.User, Role.PartnerContact)));
        return services;
    }

    public static bool IsIn(ClaimsPrincipal user, params Role[] roles) => roles.Any(role => user.IsInRole(role.ToString()));

    /// <summary>The roles that change the record in the office.</summary>
    public static readonly Role[] Writers = [Role.Administrator, Role.Officer, Role.Signatory];

    public static bool MayWrite(ClaimsPrincipal user) => IsIn(user, Writers);

    /// <summary>Where the work of a role begins.</summary>
    public static string HomeOf(Role role) => role is Role.PartnerContact ? "/desk" : "/office";

    public static string? PolicyFor(string template) =>
        template.Split('/') switch
        {
            ["office", "audit", ..] => AuditTrail,
            ["office", "accounts", ..] => Accounts,
            ["office", ..] => Office,
            ["desk", ..] => Desk,
            ["account", ..] => Account,
            _ => null,
        };

    /// <summary>Gives each page the rule of the space that its address lies in.</summary>
    public sealed class BySpace : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            var template = model.ActionDescriptor.AttributeRouteInfo?.Template ?? "";
            if (Public.Contains(template))
                model.EndpointMetadata.Add(new AllowAnonymousAttribute());
            else if (PolicyFor(template) is { } policy)
                model.EndpointMetadata.Add(new AuthorizeAttribute(policy));
            if (PolicyFor(template) is Office or AuditTrail)
                model.Filters.Add(new ReadersOnlyRead());
        }
    }

    private sealed class ReadersOnlyRead : IAuthorizationFilter
    {
        public void OnAuthorization(AuthorizationFilterContext context)
        {
            var request = context.HttpContext.Request;
            if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !MayWrite(context.HttpContext.User))
                context.Result = new ForbidResult();
        }
    }
}
