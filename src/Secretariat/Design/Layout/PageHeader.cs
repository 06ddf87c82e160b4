using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Layout;

/// <summary>
/// The page's one h1 and its title, with the way to it (<c>ecl-crumb</c>) and a sentence on what the page is for. The
/// layout shows it above the content, whatever place it has in the page.
/// </summary>
[HtmlTargetElement("ecl-page-header")]
public sealed class PageHeader(Text t) : EclTagHelper(t)
{
    [Words]
    public string Title { get; set; } = "";

    [Words]
    public string? Lead { get; set; }

    /// <summary>A title that is a text of the content, instead of <c>title</c>.</summary>
    public LocalizedText? LocalizedTitle { get; set; }

    /// <summary>The same instead of <c>lead</c>.</summary>
    public LocalizedText? LocalizedLead { get; set; }

    /// <summary>A line above the title: a kind, a reference, a date.</summary>
    [Words]
    public string? Meta { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = new List<(string Href, string Text)>();
        context.Items[typeof(PageHeader)] = crumbs;
        await output.GetChildContentAsync();
        output.SuppressOutput();
        var head = PageHead.Of(ViewContext);
        head.Title = LocalizedTitle?.In(T.Language.Code) ?? T.Of(Title);
        head.Header = Build(crumbs);
    }

    private TagBuilder Build(List<(string Href, string Text)> crumbs)
    {
        var meta = Said(Meta) is { } words ? Tag.Of("p", "sec-page-header__meta", words) : null;
        var lead = Content(LocalizedLead, Lead) is { } sentence
            ? Tag.Of("div", "ecl-page-header__description-container", Tag.Of("p", "ecl-page-header__description", sentence))
            : null;
        var title = Tag.Of("h1", "ecl-page-header__title", Content(LocalizedTitle, Title));
        return Tag.Of(
            "div",
            "ecl-page-header sec-page-header",
            Tag.Of("div", "ecl-container", crumbs.Count == 0 ? null : Breadcrumb(crumbs), meta, title, lead)
        );
    }

    private TagBuilder Breadcrumb(List<(string Href, string Text)> crumbs)
    {
        var list = Tag.Of("ol", "sec-breadcrumb__list");
        foreach (var (href, text) in crumbs)
        {
            var link = Tag.Of("a", "ecl-link ecl-breadcrumb__link", T.Of(text)).With("href", href);
            list.Add(Tag.Of("li", "sec-breadcrumb__item", link, Ecl.Icon("corner-arrow", "2xs", "ecl-icon--rotate-90")));
        }
        list.Add(Tag.Of("li", "sec-breadcrumb__item", Content(LocalizedTitle, Title)).With("aria-current", "page"));
        return Tag.Of("nav", "sec-breadcrumb", list).With("aria-label", T.Of("You are here"));
    }

    private object? Content(LocalizedText? text, string? english) => text is null ? Said(english) : Tag.Of(text, T.Language.Code);
}

[HtmlTargetElement("ecl-crumb", ParentTag = "ecl-page-header", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Crumb(Text t) : EclTagHelper(t)
{
    public string Href { get; set; } = "";

    [Words]
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ((List<(string, string)>)context.Items[typeof(PageHeader)]).Add((Href, Text));
        output.SuppressOutput();
    }
}
