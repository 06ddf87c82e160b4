using Microsoft.AspNetCore.Mvc.Rendering;

namespace Secretariat.Design;

/// <summary>The release of the library in use; <c>bin/ecl</c> puts its files where these addresses point.</summary>
internal static class Ecl
{
    public const string Root = "/ecl/5.3.1";

    /// <summary>An icon of the sprite: decoration, unless it has a label.</summary>
    public static TagBuilder Icon(string name, string size = "s", string? css = null, string? label = null)
    {
        var use = Tag.Of("use").With("href", $"{Root}/icons.svg#{name}");
        var icon = Tag.Of("svg", $"ecl-icon ecl-icon--{size} {css}".TrimEnd(), use).With("focusable", "false");
        return label is null ? icon.With("aria-hidden", "true") : icon.With("role", "img").With("aria-label", label);
    }
}
