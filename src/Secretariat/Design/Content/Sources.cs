using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>Where a statement comes from and how far it can be trusted: addresses as links, publishers in their own words.</summary>
[HtmlTargetElement("ecl-sources", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Sources(Text t) : EclTagHelper(t)
{
    public IEnumerable<string> Of { get; set; } = [];

    /// <summary>confirmed, second-hand, background, inferred or unknown</summary>
    public string Confidence { get; set; } = "confirmed";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var line = Tag.Of("span", "sec-sources", Said(Introduction(Confidence)));
        var separator = " ";
        foreach (var source in Of)
        {
            line.Add(separator).Add(Source(source));
            separator = "; ";
        }

        if (separator == " ")
            line.Add(" ").Add(T.Of("none recorded"));
        Become(output, line);
    }

    private static string Introduction(string confidence) =>
        confidence switch
        {
            "second-hand" => Text.Key("Source, at second hand:"),
            "background" => Text.Key("General knowledge, not checked at a source:"),
            "inferred" => Text.Key("Inferred from:"),
            "unknown" => Text.Key("Not known; looked for in:"),
            _ => Text.Key("Source:"),
        };

    // Sources are named in English, whatever the page's language.
    private TagBuilder Source(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? Tag.Of("a", "ecl-link", Site(address)).With("href", source).With("rel", "noopener")
            : Tag.Of("cite", null, source).With("lang", T.Language.Code == Catalogue.English ? null : Catalogue.English);

    private static string Site(Uri address) =>
        address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
}
