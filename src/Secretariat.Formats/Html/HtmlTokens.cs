using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Secretariat.Formats.Html;

/// <summary>
/// The tokens of an HTML text as the HTML standard divides it (section 13.2.5, AngleSharp's tokenizer), without what is never
/// shown: comments, scripts, styles, foreign content. No tree is built, so depth and misnesting cost nothing.
/// </summary>
internal static class HtmlTokens
{
    /// <summary>Longest input in characters that is read; the rest is left out.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    /// <summary>Most tags that are read, which take longer than text: far more than a long thread of mail has.</summary>
    public const int MaxTags = 100_000;

    /// <summary>Elements whose content the tokenizer must not take for markup (sections 13.2.6.2 and 13.2.6.4.7).</summary>
    private static readonly Dictionary<string, HtmlParseMode> Modes = new(StringComparer.Ordinal)
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["xmp"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["textarea"] = HtmlParseMode.RCData,
        ["title"] = HtmlParseMode.RCData,
        ["plaintext"] = HtmlParseMode.Plaintext,
    };

    /// <summary>Elements that vanish with all they hold.</summary>
    private static readonly HashSet<string> Hidden =
    [
        .. new[] { "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext", "title", "textarea" },
        .. new[] { "template", "svg", "math", "audio", "video", "canvas" },
    ];

    /// <summary>Start tags that end an open svg or math (section 13.2.6.5), because a browser shows what follows them.</summary>
    private static readonly HashSet<string> Breakout =
    [
        .. new[]
        {
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
        },
        .. new[]
        {
            "head",
            "hr",
            "i",
            "img",
            "li",
            "listing",
            "menu",
            "meta",
            "nobr",
            "ol",
            "p",
            "pre",
            "ruby",
            "s",
            "small",
            "span",
            "strong",
        },
        .. new[] { "strike", "sub", "sup", "table", "tt", "u", "ul", "var" },
    ];

    /// <summary>How many characters of a text are read: none beyond <see cref="MaxLength"/>, and none from the tag on that is one too many.</summary>
    public static int LengthRead(string html)
    {
        var text = html.AsSpan(0, Math.Min(html.Length, MaxLength));
        var (length, tags) = (0, 0);
        while (text[length..].IndexOf('<') is >= 0 and var next)
        {
            length += next;
            if (++tags > MaxTags)
                return length;
            length++;
        }
        return text.Length;
    }

    /// <param name="html">The text.</param>
    /// <param name="withTitle">Whether the page's title, which is shown beside the page, counts as shown.</param>
    public static IEnumerable<HtmlToken> Read(string html, bool withTitle = false)
    {
        using var source = new TextSource(html[..LengthRead(html)]);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { ShouldEmitAttribute = IsRead };
        string? hidden = null;
        var depth = 0;
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            var isStart = token.Type is HtmlTokenType.StartTag;
            if (isStart && Modes.TryGetValue(token.Name, out var mode))
                tokenizer.State = mode;
            if (hidden is "svg" or "math" && isStart && Breakout.Contains(token.Name))
                hidden = null;
            if (hidden is null && isStart && Hidden.Contains(token.Name) && !(withTitle && token.Name is "title"))
                (hidden, depth) = (token.Name, 0);
            if (hidden is null)
                yield return token;
            else if (token.Name == hidden)
                depth += Change(token);
            if (depth is 0)
                hidden = null;
        }
    }

    /// <summary>
    /// Whether an attribute is one that is asked for, and the first of its name. Left to the tokenizer, doubles are taken out one by one
    /// from among all the others, which is quadratic.
    /// </summary>
    private static bool IsRead(ref StructHtmlToken tag, ReadOnlyMemory<char> name)
    {
        if (!HtmlRules.IsRead(name.Span))
            return false;
        for (var i = 0; i < tag.Attributes.Count; i++)
            if (tag.Attributes[i].Name.Memory.Span.SequenceEqual(name.Span))
                return false;
        return true;
    }

    /// <summary>How a tag changes the depth of the hidden element; only svg and math know empty tags.</summary>
    private static int Change(HtmlToken token) =>
        token.Type switch
        {
            HtmlTokenType.StartTag when token.Name is "svg" or "math" && token.AsTag().IsSelfClosing => 0,
            HtmlTokenType.StartTag => 1,
            HtmlTokenType.EndTag => -1,
            _ => 0,
        };
}
