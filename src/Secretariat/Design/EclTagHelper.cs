using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design;

/// <summary>An attribute written in English in the page and shown in the reader's language; data pass through as they are.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute : Attribute;

/// <summary>A component of the Europa Component Library as an element of a page.</summary>
public abstract class EclTagHelper(Text t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Text T => t;

    /// <summary>The text of an attribute in the reader's language, or null when it was not given.</summary>
    protected string? Said(string? english) => english is null ? null : t.Of(english);

    /// <summary>Turns the element into this markup, keeping the attributes and classes the page gave it.</summary>
    protected static void Become(TagHelperOutput output, TagBuilder markup)
    {
        output.TagName = markup.TagName;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.MergeAttributes(markup);
        output.Content.SetHtmlContent(markup.InnerHtml);
    }
}
