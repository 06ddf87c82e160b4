using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// Reads one story of a document (body, header, note) paragraph by paragraph: runs joined, deleted text and the fall-back copy of
/// drawings left out, the result of a merge field left out for its name.
/// </summary>
internal sealed class StoryReader(XmlReader xml, TagReader tags)
{
    private const int MaxParagraph = 200_000;
    private const int MaxCode = 4_000;
    private const int DeepestField = 50;

    private readonly Stack<Box> boxes = new([new Box(tags)]);
    private readonly Stack<Field> fields = new();

    /// <summary>Reads to the end; false where it is no part of a Word document.</summary>
    public bool Read()
    {
        var isWord = false;
        while (xml.Next())
        {
            if (xml.IsLeftOut())
                xml.Pass();
            else if (xml.IsWord())
            {
                isWord |= xml.LocalName is "document" or "hdr" or "ftr" or "footnotes" or "endnotes";
                Take();
            }
        }

        if (fields.Count > 0)
            tags.Tell("A field of Word begins and never ends: delete it and insert it anew.");
        foreach (var box in boxes)
            box.Tags.End();
        return isWord;
    }

    private Box Here => boxes.Peek();

    private void Take()
    {
        switch (xml.NodeType, xml.LocalName)
        {
            case (XmlNodeType.Element, "t"):
                Append(Value());
                break;
            case (XmlNodeType.Element, "tab" or "br" or "cr"):
                Append(" ");
                break;
            case (XmlNodeType.Element, "noBreakHyphen"):
                Append("-");
                break;
            case (XmlNodeType.Element, "instrText"):
                AddCode(Value());
                break;
            case (XmlNodeType.Element, "fldChar"):
                TakeMark(xml.GetAttribute("fldCharType", xml.NamespaceURI));
                break;
            case (XmlNodeType.Element, "fldSimple"):
                TakeSimple(xml.GetAttribute("instr", xml.NamespaceURI) ?? "");
                break;
            case (XmlNodeType.Element, "p"):
                BeginParagraph();
                break;
            case (XmlNodeType.EndElement, "p"):
                EndParagraph();
                break;
            case (XmlNodeType.Element, "txbxContent") when !xml.IsEmptyElement:
                boxes.Push(new Box(tags.Within("a text box")));
                break;
            case (XmlNodeType.EndElement, "txbxContent") when boxes.Count > 1:
                boxes.Pop().Tags.End();
                break;
        }
    }

    private void BeginParagraph()
    {
        Here.Paragraph++;
        if (xml.IsEmptyElement)
            return;
        Here.Text.Clear();
    }

    private void EndParagraph()
    {
        Here.Tags.ReadParagraph(Here.Text.ToString(), Here.Paragraph);
        Here.Text.Clear();
    }

    /// <summary>The text of an element; the reader stays at its end.</summary>
    private string Value()
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.HasValue && text.Length < MaxParagraph)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>What a field says of itself or what was last put in its place; the latter is text unless it is a merge field.</summary>
    private void Append(string text)
    {
        if (fields.Any(f => !f.IsResult || f.IsMerge))
            return;
        if (Here.Text.Length + text.Length > MaxParagraph)
            throw new UnreadableException($"A paragraph has more than {MaxParagraph} characters: divide it.");
        Here.Text.Append(text);
    }

    private void AddCode(string code)
    {
        if (fields.TryPeek(out var field) && !field.IsResult && field.Code.Length + code.Length <= MaxCode)
            field.Code.Append(code);
    }

    private void TakeMark(string? kind)
    {
        if (kind is "begin" && fields.Count == DeepestField)
            throw new UnreadableException($"Fields are nested deeper than {DeepestField}: make them simpler.");
        if (kind is "begin")
            fields.Push(new Field());
        else if (kind is "separate" && fields.TryPeek(out var field))
            Understand(field);
        else if (kind is "end" && fields.TryPop(out var ended))
            Understand(ended);
    }

    /// <summary>At its separator, or at its end where nothing was put in its place.</summary>
    private void Understand(Field field)
    {
        if (field.IsResult)
            return;
        field.IsResult = true;
        field.IsMerge = TakeField(field.Code.ToString());
    }

    private void TakeSimple(string code)
    {
        if (TakeField(code))
            xml.Pass();
    }

    private bool TakeField(string code)
    {
        var keyword = FieldCode.KeywordOf(code);
        if (keyword is not "MERGEFIELD")
        {
            Here.Tags.ReadOtherField(keyword, Here.Paragraph);
            return false;
        }

        Here.Tags.ReadMergeField(FieldCode.NameOf(code), code.Trim(), Here.Paragraph);
        return true;
    }

    /// <summary>The paragraphs of the story itself, or of a text box in it.</summary>
    private sealed class Box(TagReader tags)
    {
        public TagReader Tags { get; } = tags;

        public StringBuilder Text { get; } = new();

        public int Paragraph { get; set; }
    }

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool IsResult { get; set; }

        public bool IsMerge { get; set; }
    }
}
