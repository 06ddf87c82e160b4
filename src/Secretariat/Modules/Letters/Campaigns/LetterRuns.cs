using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>A paragraph of a letter on a page: words in another language are marked as such.</summary>
public static class LetterRuns
{
    public static IHtmlContent Html(IEnumerable<LetterRun> runs)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in runs)
            Append(html, run);
        return html;
    }

    private static void Append(HtmlContentBuilder html, LetterRun run)
    {
        if (run.Language is null)
        {
            html.Append(run.Text);
            return;
        }

        var marked = new TagBuilder("span") { Attributes = { ["lang"] = run.Language } };
        marked.AddCssClass("sec-letter__other");
        marked.InnerHtml.Append(run.Text);
        html.AppendHtml(marked);
    }
}
