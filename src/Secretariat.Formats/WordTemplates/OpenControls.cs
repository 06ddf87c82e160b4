using System.Xml;

namespace Secretariat.Formats.WordTemplates;

/// <summary>The content controls of a document while it is read: which are open, and what is known of each.</summary>
internal sealed class OpenControls
{
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private readonly List<Control> read = [];
    private readonly Stack<Control> open = new();
    private Control? described;
    private (string Name, int At)? bookmark;

    /// <param name="xml">At the element that begins or ends.</param>
    /// <param name="at">Characters of text so far.</param>
    public void Take(XmlReader xml, int at)
    {
        if (xml.NodeType is XmlNodeType.Element)
            Begin(xml, at);
        else if (xml.NodeType is XmlNodeType.EndElement && xml.IsWord())
            End(xml.LocalName, at);
    }

    /// <param name="end">Where controls end that are still open.</param>
    public IReadOnlyList<ContentControl> ToList(int end) =>
        [
            .. read.Select(c => new ContentControl(
                c.Tag,
                c.Bookmark,
                c.IsPlaceholder,
                c.IsChecked,
                c.Start,
                (c.End ?? end) - c.Start
            )),
        ];

    private void Begin(XmlReader xml, int at)
    {
        if (described is not null)
            Describe(described, xml);
        else if (!xml.IsWord())
            return;
        else if (xml.LocalName is "sdt" && !xml.IsEmptyElement)
            Open(at);
        else if (xml.LocalName is "sdtPr" && !xml.IsEmptyElement)
            open.TryPeek(out described);
        else if (xml.LocalName is "bookmarkStart" && Value(xml, "name") is { Length: > 0 } name)
            Mark(name, at);
    }

    private void Open(int at)
    {
        var control = new Control { Start = at, Bookmark = bookmark is { } before && before.At == at ? before.Name : null };
        bookmark = null;
        open.Push(control);
        if (read.Count < DocxForm.MaxControls)
            read.Add(control);
    }

    /// <summary>Some programs put it before the control, others at the beginning of what it shows.</summary>
    private void Mark(string name, int at)
    {
        if (open.TryPeek(out var control) && control.Bookmark is null && control.Start == at)
            control.Bookmark = name;
        else
            bookmark = (name, at);
    }

    private static void Describe(Control control, XmlReader xml)
    {
        if (xml.NamespaceURI is Word2010)
            control.IsChecked = xml.LocalName switch
            {
                "checkbox" => control.IsChecked ?? false,
                "checked" => IsOn(xml),
                _ => control.IsChecked,
            };
        else if (xml.IsWord() && xml.LocalName is "tag")
            control.Tag ??= Value(xml, "val");
        else if (xml.IsWord() && xml.LocalName is "showingPlcHdr")
            control.IsPlaceholder = IsOn(xml);
    }

    private void End(string local, int at)
    {
        if (local is "sdtPr")
            described = null;
        else if (local is "sdt" && open.TryPop(out var control))
            control.End = at;
    }

    /// <summary>On without a value (section 17.17.4).</summary>
    private static bool IsOn(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI) is null or "1" or "true" or "on";

    private static string? Value(XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute, xml.NamespaceURI) is { } value ? WellFormed.Cut(value, DocxForm.MaxName) : null;

    private sealed class Control
    {
        public required int Start { get; init; }
        public int? End { get; set; }
        public string? Tag { get; set; }
        public string? Bookmark { get; set; }
        public bool IsPlaceholder { get; set; }
        public bool? IsChecked { get; set; }
    }
}
