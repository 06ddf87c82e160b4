using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Secretariat.Modules.Identity;

/// <summary>A page that is a form and nothing else: who may not send it is not shown it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritersOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!Access.MayWrite(context.HttpContext.User))
            context.Result = new ForbidResult();
    }
}
