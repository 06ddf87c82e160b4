using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Forms;

/// <summary>
/// A button that sends its form. Other attributes (<c>name</c>, <c>value</c>, <c>formaction</c>) go through.
/// </summary>
[HtmlTargetElement("ecl-button")]
public sealed class Button(Text t) : EclTagHelper(t)
{
    [Words]
    public string? Text { get; set; }

    /// <summary>primary, secondary or tertiary</summary>
    public string Kind { get; set; } = "primary";

    public string? Icon { get; set; }

    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        object words = Said(Text) ?? (object)await output.GetChildContentAsync();
        var inside = Tag.Of(
            "span",
            "ecl-button__container",
            Icon is null ? null : Ecl.Icon(Icon, "xs", "ecl-button__icon"),
            Tag.Of("span", "ecl-button__label", words)
        );
        var css = $"ecl-button ecl-button--{Kind}" + (Small ? " ecl-button--m" : "");
        var type = output.Attributes.TryGetAttribute("type", out var given) ? given.Value.ToString() : "submit";
        Become(output, Tag.Of("button", css, inside).With("type", type));
    }
}
