using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>Something to know before going on: info, success, warning or error.</summary>
[HtmlTargetElement("ecl-notification")]
public sealed class Notification(Text t) : EclTagHelper(t)
{
    public string Kind { get; set; } = "info";

    [Words]
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = Said(Title) is { } words ? Tag.Of("div", "ecl-notification__title", words) : null;
        var content = Tag.Of("div", "ecl-notification__description", await output.GetChildContentAsync());
        var icon = Ecl.Icon(IconOf(Kind), "m", "ecl-notification__icon");
        var notification = Tag.Of(
            "div",
            $"ecl-notification ecl-notification--{Kind}",
            icon,
            Tag.Of("div", "ecl-notification__content", title, content)
        );
        Become(
            output,
            notification.With(
                "role",
                Kind is "success" ? "status"
                    : Kind is "error" ? "alert"
                    : null
            )
        );
    }

    private static string IconOf(string kind) =>
        kind switch
        {
            "info" => "information",
            "success" => "check-filled",
            _ => kind,
        };
}

/// <summary>What stands where nothing is yet: why it is empty, and what to do about it.</summary>
[HtmlTargetElement("ecl-empty")]
public sealed class Empty(Text t) : EclTagHelper(t)
{
    [Words]
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = Tag.Of("p", "sec-empty__text", Said(Text));
        Become(output, Tag.Of("div", "sec-empty", Ecl.Icon("file-blank", "l"), words, await output.GetChildContentAsync()));
    }
}

/// <summary>A word on the state of something: low, medium, high or highlight.</summary>
[HtmlTargetElement("ecl-label")]
public sealed class Label(Text t) : EclTagHelper(t)
{
    [Words]
    public string? Text { get; set; }

    public string Kind { get; set; } = "medium";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Become(output, Tag.Of("span", $"ecl-label ecl-label--{Kind}", Said(Text) ?? (object)await output.GetChildContentAsync()));
}

/// <summary>A subject something belongs to, such as a strand; with an address, a link to all of it.</summary>
[HtmlTargetElement("ecl-tag")]
public sealed class TopicTag(Text t) : EclTagHelper(t)
{
    [Words]
    public string? Text { get; set; }

    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = Said(Text) ?? (object)await output.GetChildContentAsync();
        var tag = Href is null ? Tag.Of("span", "ecl-tag sec-tag--still", words) : Tag.Of("a", "ecl-tag", words);
        Become(output, tag.With("href", Href));
    }
}

/// <summary>An icon of the library's sprite, decoration unless labelled.</summary>
[HtmlTargetElement("ecl-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconElement(Text t) : EclTagHelper(t)
{
    public string Name { get; set; } = "";

    /// <summary>2xs, xs, s, m, l, xl or 2xl</summary>
    public string Size { get; set; } = "s";

    [Words]
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Become(output, Ecl.Icon(Name, Size, label: Said(Label)));
}

/// <summary>A text of the content in the reader's language, or in another one and then saying which.</summary>
[HtmlTargetElement("ecl-localized", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Localized(Text t) : EclTagHelper(t)
{
    public LocalizedText Text { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Tag.Of(Text, T.Language.Code));
    }
}

/// <summary>What has to stand with the name before it, on a line of its own; nothing where there is none.</summary>
[HtmlTargetElement("ecl-footnote", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Footnote(Text t) : EclTagHelper(t)
{
    public LocalizedText? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Text is null)
            output.SuppressOutput();
        else
            Become(output, Tag.Of("div", "sec-sources", Tag.Of(Text, T.Language.Code)));
    }
}

/// <summary>A reason in the reader's language; words of a server, which are English as a rule, as they came.</summary>
[HtmlTargetElement("ecl-reason", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReasonElement(Text t) : EclTagHelper(t)
{
    public Reason? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Of is null)
            return;
        var words = T.Of(Of);
        if (!Of.IsQuoted || T.Language.Code == Catalogue.English)
            output.Content.SetContent(words);
        else
            output.Content.SetHtmlContent(Tag.Of("span", "sec-other-language", words).With("lang", Catalogue.English));
    }
}
