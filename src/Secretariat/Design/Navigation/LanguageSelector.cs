using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Navigation;

/// <summary>This page in every language of the interface, as links.</summary>
[HtmlTargetElement("ecl-language-selector", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LanguageSelector(Text t, Catalogue catalogue) : EclTagHelper(t)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Tag.Of("ul", "sec-languages__list");
        foreach (var language in catalogue.Languages)
            list.Add(Tag.Of("li", null, LinkTo(language)));
        Become(output, Tag.Of("nav", "sec-languages", list).With("aria-label", T.Of("Language")));
    }

    private TagBuilder LinkTo(Language language) =>
        Tag.Of("a", "ecl-link ecl-link--standalone sec-languages__link", language.Name)
            .With("href", RequestLanguage.AddressIn(language.Code, ViewContext.HttpContext, catalogue))
            .With("lang", language.Code)
            .With("hreflang", language.Code)
            .With("aria-current", language.Code == T.Language.Code ? "true" : null);
}
