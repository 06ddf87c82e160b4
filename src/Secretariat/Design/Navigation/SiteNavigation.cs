using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Navigation;

/// <summary>The pages of a space. The one that is shown, or above the one that is shown, is marked.</summary>
[HtmlTargetElement("ecl-nav")]
public sealed class SiteNavigation(Text t) : EclTagHelper(t)
{
    [Words]
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var entries = new List<SiteNavigationEntry>();
        context.Items[typeof(SiteNavigation)] = entries;
        await output.GetChildContentAsync();
        var path = RequestLanguage.OriginalPath(ViewContext.HttpContext);
        var current = entries.Where(entry => LeadsTo(path, entry, entries)).MaxBy(entry => entry.Href.Length);
        var list = Tag.Of("ul", "ecl-container sec-nav__list");
        foreach (var entry in entries)
            list.Add(Tag.Of("li", null, Link(entry, entry == current)));
        Become(output, Tag.Of("nav", "sec-nav", list).With("aria-label", T.Of(Label)));
    }

    // The start of a space lies above all its other pages and stands for itself alone.
    private static bool LeadsTo(string path, SiteNavigationEntry entry, List<SiteNavigationEntry> entries) =>
        path == entry.Href || (IsBelow(path, entry.Href) && !entries.Exists(other => IsBelow(other.Href, entry.Href)));

    private static bool IsBelow(string path, string href) => path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);

    private TagBuilder Link(SiteNavigationEntry entry, bool current) =>
        Tag.Of("a", "sec-nav__link", T.Of(entry.Text)).With("href", entry.Href).With("aria-current", current ? "page" : null);
}

internal sealed record SiteNavigationEntry(string Href, string Text);

[HtmlTargetElement("ecl-nav-item", ParentTag = "ecl-nav", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SiteNavigationItem(Text t) : EclTagHelper(t)
{
    public string Href { get; set; } = "";

    [Words]
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ((List<SiteNavigationEntry>)context.Items[typeof(SiteNavigation)]).Add(new(Href, Text));
        output.SuppressOutput();
    }
}
