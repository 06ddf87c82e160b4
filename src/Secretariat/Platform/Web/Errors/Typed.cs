using Microsoft.AspNetCore.Http.Features;

namespace Secretariat.Platform.Web.Errors;

/// <summary>What somebody wrote in a form that could not be saved: it is shown to them, so that they need not write it again.</summary>
public static class Typed
{
    /// <summary>Sentences alone: what was chosen, and what a form carries for itself, has no spaces or means nothing here.</summary>
    public static IReadOnlyList<string> In(HttpContext context) =>
        context.Features.Get<IFormFeature>()?.Form is { } form
            ? [.. form.Where(f => IsOurs(f.Key)).SelectMany(f => f.Value).OfType<string>().Where(IsWritten)]
            : [];

    private static bool IsOurs(string field) =>
        !field.StartsWith("__", StringComparison.Ordinal) && !field.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static bool IsWritten(string text) => text.Trim().Any(char.IsWhiteSpace);
}
