using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Content;

/// <summary>
/// A table with a caption. Inside stands plain HTML; the cells take their column's header along, so that on a narrow
/// screen each row can be read as a list.
/// </summary>
[HtmlTargetElement("ecl-table")]
public sealed class Table(Text t) : EclTagHelper(t)
{
    [Words]
    public string Caption { get; set; } = "";

    /// <summary>The caption is read out only: a heading just above says it already.</summary>
    public bool CaptionHidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TableColumns)] = new TableColumns();
        var rows = await output.GetChildContentAsync();
        var caption = Tag.Of("caption", CaptionHidden ? "sec-unseen" : "ecl-table__caption sec-table__caption", T.Of(Caption));
        Become(output, Tag.Of("table", "ecl-table ecl-table--simple sec-table", caption, rows));
    }
}

/// <summary>The headers read so far, and the column the row has come to.</summary>
internal sealed class TableColumns
{
    public List<IHtmlContent> Headers { get; } = [];

    public int At { get; set; }

    public bool InHead { get; set; }

    public static TableColumns? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(TableColumns), out var columns) ? (TableColumns)columns : null;
}

[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed partial class TablePart : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (TableColumns.Of(context) is not { } columns)
            return;
        if (context.TagName is "thead" or "tbody")
            columns.InHead = context.TagName is "thead";
        if (context.TagName is "tr")
            columns.At = 0;
        var inHead = columns.InHead;
        var content = await output.GetChildContentAsync();
        AddClass(output, Css(context.TagName, inHead));
        if (context.TagName is "th")
            output.Attributes.SetAttribute("scope", inHead ? "col" : "row");
        if (context.TagName is "th" or "td")
            Place(columns, inHead, content, output);
    }

    private static void Place(TableColumns columns, bool inHead, TagHelperContent content, TagHelperOutput output)
    {
        if (inHead)
            columns.Headers.Add(new HtmlString(Element().Replace(content.GetContent(), "").Trim()));
        else if (columns.At < columns.Headers.Count)
            output.Attributes.SetAttribute("data-ecl-table-header", columns.Headers[columns.At]);
        columns.At++;
    }

    private static string Css(string part, bool inHead) =>
        (part, inHead) switch
        {
            ("thead", _) => "ecl-table__head",
            ("tbody", _) => "ecl-table__body",
            ("tr", _) => "ecl-table__row",
            ("th", true) => "ecl-table__header",
            ("th", false) => "ecl-table__cell sec-table__row-header",
            _ => "ecl-table__cell",
        };

    private static void AddClass(TagHelperOutput output, string css)
    {
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", css + given);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Element();
}
