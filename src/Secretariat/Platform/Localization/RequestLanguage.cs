using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Secretariat.Platform.Localization;

/// <summary>Which language a page answers in; no cookie remembers it.</summary>
public static class RequestLanguage
{
    public const string Claim = "language";
    public const string Query = "lang";

    /// <summary>
    /// The address's own language on public pages; elsewhere what this request asks for, then the account's language,
    /// then what the browser prefers, else English.
    /// </summary>
    public static string Of(HttpContext context, Catalogue catalogue) =>
        Candidates(context).FirstOrDefault(catalogue.Speaks)?.ToLowerInvariant() ?? Catalogue.English;

    /// <summary>The address the visitor asked for, also while an error page answers in its place.</summary>
    public static string OriginalPath(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Request.Path.Value
        ?? "/";

    /// <summary>The same page in another language.</summary>
    public static string AddressIn(string language, HttpContext context, Catalogue catalogue)
    {
        var path = OriginalPath(context);
        var kept = OriginalQuery(context);
        kept.Remove(Query);
        if (catalogue.Speaks(FirstSegment(path)))
            path = $"/{language}{path[(FirstSegment(path).Length + 1)..]}";
        else
            kept[Query] = language;
        return path + QueryString.Create(kept);
    }

    private static IEnumerable<string?> Candidates(HttpContext context)
    {
        yield return FirstSegment(OriginalPath(context));
        yield return OriginalQuery(context).GetValueOrDefault(Query);
        yield return context.User.FindFirstValue(Claim);
        foreach (var code in Accepted(context.Request))
            yield return code;
    }

    private static Dictionary<string, StringValues> OriginalQuery(HttpContext context) =>
        QueryHelpers.ParseQuery(
            context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? context.Request.QueryString.Value
        );

    private static IEnumerable<string> Accepted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var accepted)
            ? accepted
                .Where(each => each.Quality is not 0)
                .OrderByDescending(each => each.Quality ?? 1)
                .Select(each => each.Value.ToString().Split('-')[0])
            : [];

    private static string FirstSegment(string path) => path.Split('/', 3) is [_, var first, ..] ? first : "";
}
