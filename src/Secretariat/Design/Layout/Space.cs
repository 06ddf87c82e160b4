using Secretariat.Platform.Localization;

namespace Secretariat.Design.Layout;

/// <summary>One of the three parts of the platform, told apart by the address.</summary>
public sealed record Space(string Name, string Layout)
{
    public static readonly Space Public = new("public", "/Design/_Public.cshtml");
    public static readonly Space Office = new("office", "/Design/_Office.cshtml");
    public static readonly Space Desk = new("desk", "/Design/_Desk.cshtml");

    public static Space Of(HttpContext context)
    {
        var path = new PathString(RequestLanguage.OriginalPath(context));
        return path.StartsWithSegments("/office", StringComparison.Ordinal) ? Office
            : path.StartsWithSegments("/desk", StringComparison.Ordinal) ? Desk
            : Public;
    }

    /// <summary>Where the name of the platform leads from here.</summary>
    public string Home(string language) => this == Public ? $"/{language}" : $"/{Name}";
}
