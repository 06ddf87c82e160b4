using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Secretariat.Design.Layout;

/// <summary>What a page tells the layout around it.</summary>
public sealed class PageHead
{
    /// <summary>The page's one heading, in the reader's language.</summary>
    public string Title { get; set; } = "";

    public IHtmlContent? Header { get; set; }

    public bool HasMistakes { get; set; }

    public static PageHead Of(ViewContext context)
    {
        var data = context.ViewData;
        if (data[nameof(PageHead)] is not PageHead head)
            data[nameof(PageHead)] = head = new PageHead();
        return head;
    }
}
