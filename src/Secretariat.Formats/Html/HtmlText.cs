using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Secretariat.Formats.Html;

/// <summary>HTML as a person would read it aloud: words, lines, lists and cells, without markup.</summary>
public static class HtmlText
{
    /// <summary>
    /// Plain text with LF line ends: paragraphs apart by an empty line, list items with "- " or their number, cells apart by a tab, quoted
    /// mail (blockquote of type cite or of a quote class) behind "> ". Scripts and styles are dropped. Never throws; linear in the length.
    /// </summary>
    /// <param name="html">A page or fragment; as many characters as <see cref="HtmlSanitizer.LengthRead"/> says are read.</param>
    public static string ToText(string html)
    {
        var writer = new TextWriter();
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

    private sealed class TextWriter
    {
        private const int MaxDepth = 20;

        private static readonly HashSet<string> Lines =
        [
            .. HtmlRules.Blocks,
            .. new[]
            {
                "dd",
                "dt",
                "li",
                "tr",
                "caption",
                "form",
                "fieldset",
                "legend",
                "details",
                "summary",
                "option",
                "body",
                "title",
            },
        ];
        private static readonly HashSet<string> Paragraphs =
        [
            "p",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "table",
            "pre",
        ];

        private readonly StringBuilder output = new();
        private readonly Stack<bool> quotes = [];
        private readonly Stack<int?> lists = [];
        private int depth;
        private int lastDepth;
        private int preformatted;
        private int breaks = 2;
        private bool space;
        private bool isFirstCell = true;

        public void Text(string text)
        {
            foreach (var c in text)
            {
                if (preformatted > 0 && c is '\n')
                    breaks++;
                else if (preformatted is 0 && c is ' ' or '\t' or '\n' or '\r' or '\f')
                    space = true;
                else if (c is not ('\r' or '\0'))
                    Put(c is '\u00A0' ? ' ' : c);
            }
        }

        public void Start(HtmlTagToken tag)
        {
            if (tag.Name is "br")
                Break(breaks + 1);
            else if (tag.Name is "td" or "th")
                Cell();
            else if (Lines.Contains(tag.Name))
                Break(Paragraphs.Contains(tag.Name) || HasQuoteClass(tag) ? 2 : 1);
            if (tag.Name is "tr")
                isFirstCell = true;
            else if (tag.Name is "pre")
                preformatted++;
            else if (tag.Name is "blockquote")
                OpenQuote(tag);
            else if (tag.Name is "ul" or "ol" && lists.Count < MaxDepth)
                lists.Push(tag.Name is "ol" ? 1 : null);
            else if (tag.Name is "li")
                Bullet();
        }

        public void End(string name)
        {
            if (Lines.Contains(name))
                Break(Paragraphs.Contains(name) ? 2 : 1);
            if (name is "pre")
                preformatted = Math.Max(0, preformatted - 1);
            else if (name is "blockquote" && quotes.TryPop(out var counted) && counted)
                depth--;
            else if (name is "ul" or "ol")
                lists.TryPop(out _);
        }

        public string Finish() => output.ToString();

        private void Break(int count)
        {
            breaks = Math.Max(breaks, count);
            space = false;
        }

        private void Cell()
        {
            if (!isFirstCell && breaks is 0)
                output.Append('\t');
            isFirstCell = false;
            space = false;
        }

        private static bool HasQuoteClass(HtmlTagToken tag) =>
            tag.GetAttribute("class")?.Contains("quote", StringComparison.OrdinalIgnoreCase) is true;

        private void OpenQuote(HtmlTagToken tag)
        {
            var isQuote = tag.GetAttribute("type") is "cite" || tag.GetAttribute("cite") is { Length: > 0 } || HasQuoteClass(tag);
            isQuote &= depth < MaxDepth;
            quotes.Push(isQuote);
            if (isQuote)
                depth++;
        }

        private void Bullet()
        {
            if (lists.TryPop(out var number))
                lists.Push(number + 1);
            var bullet = number is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n}.") : "-";
            foreach (var c in bullet)
                Put(c);
            space = true;
        }

        private void Put(char c)
        {
            if (breaks > 0)
                NewLine();
            else if (space)
                output.Append(' ');
            space = false;
            output.Append(c);
        }

        private void NewLine()
        {
            if (output.Length > 0)
                for (var i = 0; i < Math.Min(breaks, 3); i++)
                {
                    output.Append('\n');
                    if (i < breaks - 1)
                        output.Append('>', Math.Min(depth, lastDepth));
                }
            if (depth > 0)
                output.Append('>', depth).Append(' ');
            breaks = 0;
            lastDepth = depth;
        }
    }
}
