using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>What happened or will happen, in order.</summary>
[HtmlTargetElement("ecl-timeline")]
public sealed class Timeline(Text t) : EclTagHelper(t)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Become(output, Tag.Of("ol", "ecl-timeline", await output.GetChildContentAsync()));
}

[HtmlTargetElement("ecl-timeline-item")]
public sealed class TimelineItem(Text t) : EclTagHelper(t)
{
    /// <summary>When: a date already written for the reader, or words.</summary>
    [Words]
    public string When { get; set; } = "";

    [Words]
    public string? Title { get; set; }

    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        object? title = Said(Title);
        if (!string.IsNullOrEmpty(Href))
            title = Tag.Of("a", "ecl-link", title).With("href", Href);
        Become(
            output,
            Tag.Of(
                "li",
                "ecl-timeline__item",
                Tag.Of("div", "ecl-timeline__label", T.Of(When)),
                title is null ? null : Tag.Of("div", "ecl-timeline__title", title),
                Tag.Of("div", "ecl-timeline__content", await output.GetChildContentAsync())
            )
        );
    }
}
