using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Navigation;

/// <summary>A link of its own (standalone), one that looks like a button (primary, secondary, tertiary), or one in a sentence (inline).</summary>
[HtmlTargetElement("ecl-link")]
public sealed class Link(Text t) : EclTagHelper(t)
{
    [Words]
    public string? Text { get; set; }

    public string Href { get; set; } = "";

    public string Kind { get; set; } = "standalone";

    public string? Icon { get; set; }

    /// <summary>Leads away from the platform, and says so.</summary>
    public bool External { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = Tag.Of("span", "ecl-link__label", Said(Text) ?? (object)await output.GetChildContentAsync());
        var css = "ecl-link" + (Kind is "inline" ? "" : $" ecl-link--{Kind}");
        if (Icon is not null || External)
            css += " ecl-link--icon";
        var link = Tag.Of("a", css, Icon is null ? null : Ecl.Icon(Icon, "xs", "ecl-link__icon"), words);
        if (External)
            link.Add(Ecl.Icon("external", "2xs", "ecl-link__icon", T.Of("leads to another site"))).With("rel", "noopener");
        Become(output, link.With("href", Href));
    }
}
