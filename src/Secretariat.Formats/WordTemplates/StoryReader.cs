namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// Reads one story (body, header, footer, notes) and puts what stands between the tags of a section into one piece: runs of a paragraph,
/// paragraphs of a text, rows of a table.
/// </summary>
internal sealed class StoryReader(FoundTags found)
{
    public void Read(Element root, Sentence place)
    {
        var flow = new Flow(place, found);
        foreach (var text in root.Is("document", "footnotes", "endnotes") ? root.Elements : [root])
            ReadText(text, flow);
        if (flow.Fields.Count > 0)
            found.Tell(Sentence.Of("In {0}: a field of Word begins and never ends: delete it and insert it anew.", place));
        RangeMarks.Pair(root);
        Unbind(root);
    }

    /// <summary>Sections open and close within a text.</summary>
    private void ReadText(Element text, Flow flow)
    {
        ReadBlocks(text, flow);
        foreach (var tag in Sections.Take(text))
            Sections.TellUnpaired(tag.Place, flow);
        text.EndsInParagraph = text.Is("hdr", "ftr", "footnote", "endnote", "txbxContent");
    }

    private void ReadBox(Element box, Flow around)
    {
        var flow = around.Box();
        ReadText(box, flow);
        if (flow.Fields.Count > 0)
            found.Tell(Sentence.Of("In {0}: a field of Word begins and never ends: delete it and insert it anew.", flow.Story));
    }

    private void ReadBlocks(Element container, Flow flow)
    {
        var blocks = new List<WordNode>();
        foreach (var child in container.Children)
        {
            if (child is not Element element)
                blocks.Add(child);
            else if (element.Is("p"))
                blocks.AddRange(ReadParagraph(element, flow));
            else if (element.Is("tbl"))
                blocks.Add(ReadTable(element, flow));
            else
                blocks.Add(ReadInner(element, flow));
        }

        container.Children = Sections.Join(blocks, flow);
    }

    /// <summary>A content control, or one of several ways to say the same.</summary>
    private Element ReadInner(Element element, Flow flow)
    {
        if (element.IsMath("oMath"))
            Formulas.Look(element, flow);
        if (element.IsCompatibility("AlternateContent"))
            foreach (var (index, choice) in element.Elements.Index())
                ReadClosed(choice, index is 0 ? flow : flow.Copy());
        else if (!element.IsLeftOut && !element.Is("sdtPr", "sdtEndPr", "tcPr"))
            ReadClosed(element, flow);
        element.GoesWhenEmpty = Lines.IsControlOfSections(element);
        return element;
    }

    /// <summary>What no section can reach into or out of.</summary>
    private void ReadClosed(Element element, Flow flow)
    {
        ReadBlocks(element, flow);
        foreach (var tag in Sections.Take(element))
            Sections.TellOutside(tag.Place, flow);
    }

    /// <summary>The paragraph, or its parts and the tags between them.</summary>
    private IEnumerable<WordNode> ReadParagraph(Element paragraph, Flow flow)
    {
        flow.Paragraph++;
        new ParagraphReader(flow, box => ReadBox(box, flow)).Read(paragraph);
        paragraph.Children = Sections.Join(Lines.Read(paragraph, flow), flow);
        if (paragraph.Children.Exists(node => node is Tag { IsSection: true }))
            return Lines.Split(paragraph);
        paragraph.GoesWhenEmpty = Lines.IsOnlySections(paragraph);
        return [paragraph];
    }

    private Element ReadTable(Element table, Flow flow)
    {
        ReadRows(table, flow);
        foreach (var tag in Sections.Take(table))
            Sections.TellOutside(tag.Place, flow);
        table.GoesWhenEmpty = Lines.IsOnlySections(table);
        return table;
    }

    /// <summary>Leaves the tags that no row closes itself.</summary>
    private void ReadRows(Element table, Flow flow)
    {
        var rows = new List<WordNode>();
        foreach (var child in table.Children)
        {
            if (child is Element row && row.Is("tr"))
                rows.AddRange(Sections.Around(row, ReadCells(row, flow), flow));
            else if (child is Element inner && inner.Is("sdt", "sdtContent", "customXml", "ins"))
            {
                ReadRows(inner, flow);
                var tags = Sections.Take(inner);
                inner.GoesWhenEmpty = Lines.IsControlOfSections(inner);
                rows.AddRange(Sections.Around(inner, tags, flow));
            }
            else
                rows.Add(child);
        }

        table.Children = Sections.Join(rows, flow);
    }

    /// <summary>The tags that no cell closes itself.</summary>
    private List<Tag> ReadCells(Element row, Flow flow)
    {
        var tags = new List<Tag>();
        foreach (var cell in row.Elements)
        {
            if (cell.Is("tc"))
            {
                ReadBlocks(cell, flow);
                tags.AddRange(Sections.Take(cell));
                cell.EndsInParagraph = true;
            }
            else if (cell.Is("sdt", "sdtContent", "customXml", "ins"))
                tags.AddRange(ReadCells(cell, flow));
        }

        return tags;
    }

    /// <summary>
    /// Frees a content control from the data that Word would put in place of what is filled (ECMA-376 part 1, section 17.5.2.6), and from
    /// its look of one that waits to be filled; says whether anything is filled in the node.
    /// </summary>
    private static bool Unbind(WordNode node)
    {
        if (node is Tag)
            return true;
        var children = (node as Element)?.Children ?? (node as Section)?.Children ?? [];
        var isFilled = false;
        foreach (var child in children)
            isFilled |= Unbind(child);
        if (isFilled && node is Element element && element.Is("sdt") && element.Child("sdtPr") is { } properties)
            properties.Children.RemoveAll(child => child is Element { LocalName: "dataBinding" or "showingPlcHdr" });
        return isFilled || node is Section;
    }
}
