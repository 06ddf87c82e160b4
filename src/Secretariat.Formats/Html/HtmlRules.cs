using System.Text.RegularExpressions;

namespace Secretariat.Formats.Html;

/// <summary>The allow-list: whatever is not named here does not pass.</summary>
internal static partial class HtmlRules
{
    public static readonly HashSet<string> Void = ["br", "hr", "img", "wbr", "col"];

    public static readonly HashSet<string> Blocks =
    [
        .. new[]
        {
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "div",
            "dl",
            "figure",
            "figcaption",
            "footer",
            "header",
        },
        .. new[] { "h1", "h2", "h3", "h4", "h5", "h6", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul" },
    ];

    public static readonly HashSet<string> Elements =
    [
        .. Blocks,
        .. Void,
        .. new[] { "caption", "colgroup", "dd", "dt", "li", "tbody", "td", "tfoot", "th", "thead", "tr" },
        .. new[] { "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark" },
        .. new[]
        {
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
        },
    ];

    /// <summary>What a start tag closes (HTML section 13.1.2.4), and the elements that shield what lies outside them.</summary>
    public static readonly Dictionary<string, (string[] Closes, string[] Within)> Implied = new(StringComparer.Ordinal)
    {
        ["a"] = (["a"], ["td", "th", "caption"]),
        ["li"] = (["li"], ["ul", "ol", "td", "th"]),
        ["dt"] = (["dt", "dd"], ["dl", "td", "th"]),
        ["dd"] = (["dt", "dd"], ["dl", "td", "th"]),
        ["td"] = (["td", "th"], ["tr", "table"]),
        ["th"] = (["td", "th"], ["tr", "table"]),
        ["tr"] = (["tr", "caption", "colgroup"], ["table"]),
        ["thead"] = (["thead", "tbody", "tfoot", "caption", "colgroup"], ["table"]),
        ["tbody"] = (["thead", "tbody", "tfoot", "caption", "colgroup"], ["table"]),
        ["tfoot"] = (["thead", "tbody", "tfoot", "caption", "colgroup"], ["table"]),
    };

    /// <summary>A block closes an open paragraph, but not one outside its own cell.</summary>
    public static readonly (string[] Closes, string[] Within) BlockImplied = (["p"], ["table", "td", "th", "caption"]);

    private static readonly Dictionary<string, Regex> Attributes = new(StringComparer.Ordinal)
    {
        ["align"] = Word(),
        ["bgcolor"] = Color(),
        ["border"] = Length(),
        ["cellpadding"] = Length(),
        ["cellspacing"] = Length(),
        ["color"] = Color(),
        ["colspan"] = Length(),
        ["dir"] = Word(),
        ["height"] = Length(),
        ["lang"] = Word(),
        ["rowspan"] = Length(),
        ["size"] = Length(),
        ["span"] = Length(),
        ["start"] = Length(),
        ["type"] = Word(),
        ["valign"] = Word(),
        ["width"] = Length(),
    };

    /// <summary>Attributes that a reader of HTML here asks for: those that may pass, and those that say what an element is.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadNames = new HashSet<string>(
        [.. Attributes.Keys, "alt", "cite", "class", "href", "src", "title"],
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether anything asks for an attribute of this name, in lower case.</summary>
    public static bool IsRead(ReadOnlySpan<char> attribute) => ReadNames.Contains(attribute);

    public static bool Allows(string attribute, string value) =>
        Attributes.TryGetValue(attribute, out var rule) && rule.IsMatch(value);

    /// <summary>The address as it may stand in a link: http, https or mailto, without blanks and control characters; else null.</summary>
    public static string? Link(string? value)
    {
        var clean = Clean(value);
        return LinkScheme().IsMatch(clean) ? clean : null;
    }

    /// <summary>The address as it may stand in a picture that came with the mail (RFC 2392), or inside the page itself; else null.</summary>
    public static string? Picture(string? value)
    {
        var clean = Clean(value);
        return PictureScheme().IsMatch(clean) ? clean : null;
    }

    private static string Clean(string? value) =>
        value is null ? "" : string.Concat(value.Where(c => c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9-]{0,20}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[+-]?[0-9]{1,4}(px|%)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Length();

    [GeneratedRegex(@"\A(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,20})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Color();

    [GeneratedRegex(
        @"\A(https?://|mailto:)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex LinkScheme();

    [GeneratedRegex(
        @"\A(cid:[^""<>]+|data:image/(png|gif|jpeg|jpg|webp);base64,[A-Za-z0-9+/=]*)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex PictureScheme();
}
