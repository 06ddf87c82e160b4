using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Secretariat.Platform.Web;

/// <summary>A view outside the pages, as the answer of an endpoint.</summary>
internal static class View
{
    public static Task Show(HttpContext context, string path, object? model, ModelStateDictionary? state = null)
    {
        var metadata = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var data = new ViewDataDictionary(metadata, state ?? new ModelStateDictionary()) { Model = model };
        var action = new ActionContext(context, context.GetRouteData(), new ActionDescriptor(), data.ModelState);
        return new ViewResult
        {
            ViewName = path,
            ViewData = data,
            StatusCode = context.Response.StatusCode,
        }.ExecuteResultAsync(action);
    }
}
