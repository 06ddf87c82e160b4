using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Secretariat.Formats.Html;

/// <summary>
/// Makes foreign HTML safe to show. Only elements and attributes of a short list pass; there is no script, style, form or event
/// attribute, nothing is loaded, and every tag that is opened is closed.
/// </summary>
public static class HtmlSanitizer
{
    /// <summary>Most characters of a page that are read, here and by <see cref="HtmlText"/>; the rest is left out, which its owner must tell.</summary>
    public const int MaxLength = HtmlTokens.MaxLength;

    /// <summary>
    /// How many characters of a page are read, here and by <see cref="HtmlText"/>: at most <see cref="MaxLength"/>, and fewer where it has
    /// more than 100,000 tags.
    /// </summary>
    /// <param name="html">A page or fragment.</param>
    public static int LengthRead(string html) => HtmlTokens.LengthRead(html);

    /// <summary>
    /// A safe fragment with the readable content of the HTML. Links keep http, https and mailto addresses; pictures only those that came
    /// with the mail (cid:) or stand in the page itself (data:), others leave "[image: alternative text]". Elements nested deeper than 100 lose
    /// their tags, not their text. Applied again it changes nothing. Never throws; linear in the length.
    /// </summary>
    /// <param name="html">A page or fragment; as many characters as <see cref="LengthRead"/> says are read.</param>
    public static string Sanitize(string html)
    {
        var writer = new SafeHtmlWriter();
        foreach (var token in HtmlTokens.Read(html))
        {
            if (token.Type is HtmlTokenType.Character)
                writer.Text(token.Data);
            else if (token.Type is HtmlTokenType.StartTag)
                writer.Start(token.AsTag());
            else if (token.Type is HtmlTokenType.EndTag)
                writer.End(token.Name);
        }
        return writer.Finish();
    }

    /// <summary>Writes allowed markup, balanced and bounded in depth.</summary>
    private sealed class SafeHtmlWriter
    {
        private const int MaxDepth = 100;

        private readonly StringBuilder output = new();
        private readonly List<string> open = [];
        private readonly Dictionary<string, int> unwritten = new(StringComparer.Ordinal);

        public void Text(string text) => Escape(text, isAttribute: false);

        public void Start(HtmlTagToken tag)
        {
            var name = tag.Name is "image" ? "img" : tag.Name;
            if (!HtmlRules.Elements.Contains(name))
                return;
            if (HtmlRules.Implied.TryGetValue(name, out var implied))
                CloseImplied(implied.Closes, implied.Within);
            else if (HtmlRules.Blocks.Contains(name))
                CloseImplied(HtmlRules.BlockImplied.Closes, HtmlRules.BlockImplied.Within);
            if (name is "img")
                Picture(tag);
            else if (HtmlRules.Void.Contains(name))
                Open(name, tag);
            else if (open.Count < MaxDepth)
            {
                Open(name, tag);
                open.Add(name);
            }
            else
                unwritten[name] = unwritten.GetValueOrDefault(name) + 1;
        }

        public void End(string name)
        {
            if (unwritten.GetValueOrDefault(name) is > 0 and var count)
                unwritten[name] = count - 1;
            else if (open.LastIndexOf(name) is >= 0 and var index)
                CloseFrom(index);
        }

        public string Finish()
        {
            CloseFrom(0);
            return output.ToString();
        }

        private void CloseImplied(string[] closes, string[] within)
        {
            for (var i = open.Count - 1; i >= 0 && !within.Contains(open[i]); i--)
                if (closes.Contains(open[i]))
                {
                    CloseFrom(i);
                    return;
                }
        }

        private void CloseFrom(int index)
        {
            for (var i = open.Count - 1; i >= index; i--)
                output.Append("</").Append(open[i]).Append('>');
            open.RemoveRange(index, open.Count - index);
        }

        private void Open(string name, HtmlTagToken tag)
        {
            output.Append('<').Append(name);
            foreach (var attribute in tag.Attributes)
                if (attribute.Name is "title" or "alt" || HtmlRules.Allows(attribute.Name, attribute.Value))
                    Attribute(attribute.Name, attribute.Value);
            if (name is "a" && HtmlRules.Link(tag.GetAttribute("href")) is { } link)
            {
                Attribute("href", link);
                Attribute("rel", "noopener noreferrer nofollow");
                Attribute("target", "_blank");
            }
            if (name is "img")
                Attribute("src", HtmlRules.Picture(tag.GetAttribute("src"))!);
            output.Append('>');
        }

        private void Picture(HtmlTagToken tag)
        {
            if (HtmlRules.Picture(tag.GetAttribute("src")) is not null)
                Open("img", tag);
            else if (tag.GetAttribute("alt") is { } alt && !string.IsNullOrWhiteSpace(alt))
                Text($"[image: {alt.Trim()}]");
            else if (tag.GetAttribute("width") is not ("0" or "1"))
                Text("[image]");
        }

        private void Attribute(string name, string value)
        {
            output.Append(' ').Append(name).Append("=\"");
            Escape(value, isAttribute: true);
            output.Append('"');
        }

        private void Escape(string text, bool isAttribute)
        {
            foreach (var c in text)
                _ = c switch
                {
                    '&' => output.Append("&amp;"),
                    '<' => output.Append("&lt;"),
                    '>' => output.Append("&gt;"),
                    '"' when isAttribute => output.Append("&quot;"),
                    '\r' => output.Append('\n'),
                    // No character, and the end of the text to the tokenizer: read again, it would be another one.
                    '\0' or '\uFFFF' => output.Append('\uFFFD'),
                    _ => output.Append(c),
                };
        }
    }
}
