using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>Cards side by side, as many as fit.</summary>
[HtmlTargetElement("ecl-cards")]
public sealed class Cards(Text t) : EclTagHelper(t)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Become(output, Tag.Of("div", "sec-cards", await output.GetChildContentAsync()));
}

/// <summary>One thing among several: its title, where it leads, a line above it, and what there is to say.</summary>
[HtmlTargetElement("ecl-card")]
public sealed class Card(Text t) : EclTagHelper(t)
{
    [Words]
    public string Title { get; set; } = "";

    public string? Href { get; set; }

    [Words]
    public string? Meta { get; set; }

    /// <summary>2 to 6, so that headings follow one another.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        object title = T.Of(Title);
        if (Href is not null)
            title = Tag.Of("a", "ecl-link ecl-link--standalone", title).With("href", Href);
        var content = Tag.Of(
            "div",
            "ecl-content-block ecl-card__body",
            Said(Meta) is { } meta ? Tag.Of("div", "ecl-content-block__primary-meta-container", meta) : null,
            Tag.Of($"h{Level}", "ecl-content-block__title", title),
            Tag.Of("div", "ecl-content-block__description", await output.GetChildContentAsync())
        );
        Become(output, Tag.Of("article", "ecl-card", content));
    }
}
