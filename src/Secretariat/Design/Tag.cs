using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Secretariat.Platform.Localization;

namespace Secretariat.Design;

/// <summary>Markup in one expression: strings are encoded, markup stays, null is nothing.</summary>
internal static class Tag
{
    public static TagBuilder Of(string name, string? css = null, params ReadOnlySpan<object?> content)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
            tag.AddCssClass(css);
        foreach (var each in content)
            tag.Add(each);
        return tag;
    }

    /// <summary>A text of the content in that language, or in another one and then saying which.</summary>
    public static IHtmlContent Of(LocalizedText text, string language)
    {
        var (words, used) = text.Get(language);
        return used == language ? new StringHtmlContent(words) : Of("span", "sec-other-language", words).With("lang", used);
    }

    public static TagBuilder Add(this TagBuilder tag, object? content)
    {
        if (content is IHtmlContent markup)
            tag.InnerHtml.AppendHtml(markup);
        else if (content is not null)
            tag.InnerHtml.Append(content.ToString()!);
        return tag;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
            tag.Attributes[attribute] = value;
        return tag;
    }

    /// <summary>Sets an attribute that needs no value.</summary>
    public static TagBuilder When(this TagBuilder tag, bool condition, string attribute) =>
        condition ? tag.With(attribute, attribute) : tag;

    public static TagBuilder Empty(this TagBuilder tag)
    {
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }
}
