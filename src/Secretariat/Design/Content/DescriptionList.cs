using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>What is known of one thing, term by term.</summary>
[HtmlTargetElement("ecl-description-list")]
public sealed class DescriptionList(Text t) : EclTagHelper(t)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Become(
            output,
            Tag.Of("dl", "ecl-description-list ecl-description-list--horizontal", await output.GetChildContentAsync())
        );
}

[HtmlTargetElement("ecl-item", ParentTag = "ecl-description-list")]
public sealed class DescriptionItem(Text t) : EclTagHelper(t)
{
    [Words]
    public string Term { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var definition = Tag.Of("dd", "ecl-description-list__definition", await output.GetChildContentAsync());
        output.TagName = null;
        output.Content.AppendHtml(Tag.Of("dt", "ecl-description-list__term", T.Of(Term))).AppendHtml(definition);
    }
}
