using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Navigation;

/// <summary>The way through a long list, which goes by key: back and on, no page numbers.</summary>
[HtmlTargetElement("ecl-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pagination(Text t) : EclTagHelper(t)
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    /// <summary>Which list, where a page has several.</summary>
    [Words]
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor hands over an empty text for null.
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }
        var list = Tag.Of("ul", "ecl-pagination__list");
        if (!string.IsNullOrEmpty(Previous))
            list.Add(Step("previous", Previous, T["Previous"], "prev", "ecl-icon--rotate-270"));
        if (!string.IsNullOrEmpty(Next))
            list.Add(Step("next", Next, T["Next"], "next", "ecl-icon--rotate-90"));
        Become(
            output,
            Tag.Of("nav", "ecl-pagination sec-pagination", list).With("aria-label", Said(Label) ?? T.Of("Pages of this list"))
        );
    }

    private static TagBuilder Step(string side, string href, object words, string rel, string turn)
    {
        var arrow = Ecl.Icon("corner-arrow", "xs", $"ecl-link__icon {turn}");
        var label = Tag.Of("span", "ecl-link__label", words);
        var (first, second) = side is "previous" ? (arrow, label) : (label, arrow);
        var link = Tag.Of("a", "ecl-link ecl-link--standalone ecl-link--icon ecl-pagination__link", first, second);
        return Tag.Of("li", $"ecl-pagination__item ecl-pagination__item--{side}", link.With("href", href).With("rel", rel));
    }
}
