using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Navigation;

/// <summary>The pages of one thing beside each other, as links.</summary>
[HtmlTargetElement("ecl-tabs")]
public sealed class Tabs(Text t) : EclTagHelper(t)
{
    /// <summary>What the pages are of, for those who do not see them side by side.</summary>
    [Words]
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = Tag.Of("ul", "ecl-tabs__list", await output.GetChildContentAsync());
        var container = Tag.Of("div", "ecl-tabs__container", list);
        Become(output, Tag.Of("nav", "ecl-tabs", container).With("aria-label", T.Of(Label)));
    }
}

[HtmlTargetElement("ecl-tab")]
public sealed class Tab(Text t) : EclTagHelper(t)
{
    [Words]
    public string Text { get; set; } = "";

    public string Href { get; set; } = "";

    /// <summary>How many there are behind it.</summary>
    public int? Count { get; set; }

    /// <summary>Whether this is the page shown; unless said, when the address is the same.</summary>
    public bool? Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var current = Current ?? Href == request.Path + request.QueryString;
        var count = Count is { } number ? $" ({T.Number(number)})" : null;
        var link = Tag.Of("a", "ecl-tabs__link" + (current ? " ecl-tabs__link--active" : ""), T.Of(Text), count)
            .With("href", Href)
            .With("aria-current", current ? "page" : null);
        Become(output, Tag.Of("li", "ecl-tabs__item", link));
    }
}
