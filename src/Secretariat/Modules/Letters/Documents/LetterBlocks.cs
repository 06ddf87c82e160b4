using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>The text of a letter as every format writes it: what Markdown offers beyond this becomes plain text.</summary>
public abstract record LetterBlock
{
    private LetterBlock() { }

    public sealed record Paragraph(IReadOnlyList<LetterRun> Runs) : LetterBlock;

    public sealed record Heading(IReadOnlyList<LetterRun> Runs) : LetterBlock;

    public sealed record Bullets(bool Numbered, IReadOnlyList<IReadOnlyList<LetterBlock>> Items) : LetterBlock;
}

/// <summary>A stretch of text in one form; <c>\n</c> alone is a line break. The link is http, https or mailto.</summary>
/// <param name="Language">Where it is not that of the letter.</param>
public sealed record LetterRun(string Text, bool Bold = false, bool Italic = false, string? Link = null, string? Language = null);

/// <summary>Reads the Markdown of a letter.</summary>
public static partial class LetterMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IReadOnlyList<LetterBlock> Read(string markdown) => Blocks(Markdown.Parse(markdown, Pipeline));

    private static List<LetterBlock> Blocks(ContainerBlock container) => [.. container.SelectMany(Blocks)];

    private static IEnumerable<LetterBlock> Blocks(Block block) =>
        block switch
        {
            ListBlock list => [new LetterBlock.Bullets(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(Blocks)])],
            HeadingBlock heading => [new LetterBlock.Heading(Runs(heading.Inline))],
            ParagraphBlock paragraph => [new LetterBlock.Paragraph(Runs(paragraph.Inline))],
            CodeBlock code => [new LetterBlock.Paragraph([new(PlainText.Printable(code.Lines.ToString()))])],
            ContainerBlock container => Blocks(container),
            _ => [],
        };

    private static List<LetterRun> Runs(ContainerInline? inlines)
    {
        var runs = new List<LetterRun>();
        Collect(inlines, new(""), runs);
        return runs;
    }

    private static void Collect(IEnumerable<Inline>? inlines, LetterRun form, List<LetterRun> runs)
    {
        foreach (var inline in inlines ?? [])
        {
            if (inline is EmphasisInline emphasis)
                Collect(emphasis, Emphasised(form, emphasis), runs);
            else if (inline is LinkInline link)
                Collect(link, Linked(form, link.Url), runs);
            else if (inline is ContainerInline container)
                Collect(container, form, runs);
            else
                Append(runs, Printable(Leaf(inline, form)));
        }
    }

    private static LetterRun Emphasised(LetterRun form, EmphasisInline emphasis) =>
        emphasis.DelimiterCount == 2 ? form with { Bold = true } : form with { Italic = true };

    private static LetterRun Leaf(Inline inline, LetterRun form) =>
        inline switch
        {
            LineBreakInline { IsHard: true } => new("\n"),
            LineBreakInline => form with { Text = " " },
            AutolinkInline autolink => form with
            {
                Text = autolink.Url,
                Link = Allowed(autolink.IsEmail ? $"mailto:{autolink.Url}" : autolink.Url),
            },
            CodeInline code => form with { Text = code.Content },
            HtmlEntityInline entity => form with { Text = entity.Transcoded.ToString() },
            LiteralInline literal => form with { Text = literal.Content.ToString() },
            _ => form,
        };

    private static LetterRun Printable(LetterRun run) =>
        run.Text == "\n" ? run : run with { Text = PlainText.Printable(run.Text) };

    // Markdig cuts text at every escaped character; runs of one form are joined again.
    private static void Append(List<LetterRun> runs, LetterRun run)
    {
        if (runs.Count > 0 && runs[^1].Text != "\n" && runs[^1] == run with { Text = runs[^1].Text } && run.Text != "\n")
            runs[^1] = run with { Text = runs[^1].Text + run.Text };
        else if (run.Text.Length > 0)
            runs.Add(run);
    }

    private static LetterRun Linked(LetterRun form, string? url) =>
        LanguageLink().Match(url ?? "") is { Success: true } language
            ? form with
            {
                Language = language.Groups[1].Value,
            }
            : form with
            {
                Link = Allowed(url),
            };

    [GeneratedRegex("^lang:([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageLink();

    private static string? Allowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? uri.AbsoluteUri : null;
}
