using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>Parts that open one by one, without script.</summary>
[HtmlTargetElement("ecl-accordion")]
public sealed class Accordion(Text t) : EclTagHelper(t)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Become(output, Tag.Of("div", "ecl-accordion", await output.GetChildContentAsync()));
}

[HtmlTargetElement("ecl-accordion-item")]
public sealed class AccordionItem(Text t) : EclTagHelper(t)
{
    [Words]
    public string Title { get; set; } = "";

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var toggle = Tag.Of(
            "summary",
            "ecl-accordion__toggle",
            Tag.Of("span", "ecl-accordion__toggle-title", T.Of(Title)),
            Tag.Of(
                "span",
                "ecl-accordion__toggle-indicator",
                Ecl.Icon("plus", "s", "ecl-accordion__toggle-icon"),
                Ecl.Icon("minus", "s", "ecl-accordion__toggle-icon")
            )
        );
        var content = Tag.Of("div", "ecl-accordion__content", await output.GetChildContentAsync());
        Become(output, Tag.Of("details", "ecl-accordion__item", toggle, content).When(Open, "open"));
    }
}
