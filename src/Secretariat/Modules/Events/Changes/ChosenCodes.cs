using Microsoft.AspNetCore.Mvc.Rendering;

namespace Secretariat.Modules.Events.Changes;

/// <summary>Codes of what an officer chose by its boxes.</summary>
internal static class ChosenCodes
{
    /// <summary>Those that stood there keep their order; what has no box stays.</summary>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<string> before,
        IReadOnlyList<SelectListItem> options,
        IReadOnlyList<string> chosen
    )
    {
        var offered = options.Select(o => o.Value).ToList();
        return [.. before.Union(offered).Where(c => chosen.Contains(c) || !offered.Contains(c))];
    }
}
