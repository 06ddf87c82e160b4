using System.Text;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// Reads the text of one paragraph, its runs joined, and marks what stands in the place of each tag and merge field. The structure stays
/// as it is: <see cref="Element.Becomes"/> says what takes the place of what.
/// </summary>
/// <param name="flow">The text that the paragraph is of.</param>
/// <param name="readBox">Told of each text box, which is a text of its own.</param>
internal sealed class ParagraphReader(Flow flow, Action<Element> readBox)
{
    private const int MaxParagraph = 200_000;
    private const int MaxCode = 4_000;
    private const int DeepestField = 50;

    private readonly FieldReader fields = new(flow);
    private readonly StringBuilder text = new();
    private readonly List<(Element Piece, int Start)> pieces = [];

    public void Read(Element paragraph)
    {
        Walk(paragraph);
        foreach (var field in flow.Fields.Where(field => field.Merge is not null))
            flow.Tell(
                Sentence.Of(
                    "the merge field “{0}” goes over several paragraphs: delete it and insert it anew.",
                    field.Merge!.Place.Name
                )
            );
        new TagFinder(flow, text.ToString(), pieces).Find();
    }

    private void Walk(Element element)
    {
        foreach (var child in element.Elements)
        {
            var isPiece = element.Is("r") || child.Is("t");
            if (child.Is("fldChar"))
                TakeMark(child);
            else if (child.Is("instrText"))
                TakeCode(child);
            else if (flow.Merged is { } merged && (isPiece ? !child.Is("rPr") : !HoldsRuns(child)))
                PutInPlace(merged, child, isPiece);
            else if (child.Is("fldSimple"))
                TakeSimple(child);
            else if (child.Is("p", "txbxContent"))
                readBox(child);
            else if (child.IsLeftOut)
                continue;
            else if (isPiece)
                TakePiece(child);
            else if (child.IsOfWord)
                Walk(child);
            else
                WalkWhole(child);
        }
    }

    /// <summary>Whether the marks of a field may stand in an element, or nothing that is seen; any other is shown as a whole.</summary>
    private static bool HoldsRuns(Element child) =>
        child.Is("r", "sdt", "sdtContent", "smartTag", "customXml", "ins", "dir", "bdo") || Lines.IsMark(child);

    /// <summary>The value stands as the result of its field stood, whose look is the one that was seen; nothing of the result stays.</summary>
    private void PutInPlace(OpenField merged, Element shown, bool isPiece)
    {
        fields.TellKept(shown, merged.Merge!);
        shown.Becomes = isPiece && !merged.HasPlace ? [merged.Merge!] : [];
        merged.HasPlace |= isPiece;
    }

    /// <summary>What is shown or goes as a whole: no field may reach into or out of it.</summary>
    private void WalkWhole(Element whole)
    {
        var before = flow.InField;
        if (whole.IsMath("oMath"))
            Formulas.Look(whole, flow);
        if (whole.IsCompatibility("AlternateContent"))
            WalkAlternatives(whole);
        else
            Walk(whole);
        if (flow.InField != before)
            flow.Tell(Sentence.Of("a field of Word begins or ends within a drawing or a formula: delete it and insert it anew."));
        foreach (var field in flow.Fields)
            field.Pieces.Add(whole);
    }

    /// <summary>The first of them is the text; the others say the same once more, to other programs.</summary>
    private void WalkAlternatives(Element alternatives)
    {
        foreach (var (index, choice) in alternatives.Elements.Index())
        {
            if (index is 0)
                Walk(choice);
            else
                new ParagraphReader(flow.Copy(), readBox).Read(choice);
        }
    }

    private void TakePiece(Element piece)
    {
        if (!Belongs(piece))
            return;
        if (piece.Is("t"))
            Append(piece, string.Concat(piece.Children.OfType<Characters>().Select(c => c.Text)));
        else if (piece.Is("tab", "br", "cr", "ptab"))
            Append(piece, " ");
        else if (piece.Is("noBreakHyphen"))
            Append(piece, "-");
        else
            WalkWhole(piece);
    }

    /// <summary>Whether a piece is text of the paragraph, not part of an instruction.</summary>
    private bool Belongs(Element piece)
    {
        foreach (var field in flow.Fields)
            field.Pieces.Add(piece);
        return flow.Fields.All(f => f.IsResult);
    }

    private void Append(Element piece, string more)
    {
        if (text.Length + more.Length > MaxParagraph)
            throw new UnreadableException(Sentence.Of("A paragraph has more than {0} characters: divide it.", MaxParagraph));
        pieces.Add((piece, text.Length));
        text.Append(more);
    }

    private void TakeCode(Element piece)
    {
        foreach (var open in flow.Fields)
            open.Pieces.Add(piece);
        if (flow.Fields.TryPeek(out var field) && !field.IsResult)
            foreach (var code in piece.Children.OfType<Characters>())
                field.Code.Append(code.Text.AsSpan(0, Math.Min(code.Text.Length, Math.Max(0, MaxCode - field.Code.Length))));
    }

    private void TakeMark(Element mark)
    {
        var kind = mark.Attribute("fldCharType");
        if (kind is "begin" && flow.Fields.Count == DeepestField)
            throw new UnreadableException(Sentence.Of("Fields are nested deeper than {0}: make them simpler.", DeepestField));
        if (kind is "begin")
            flow.Fields.Push(new OpenField(flow.Fields.Any(outer => !outer.IsResult)));
        foreach (var open in flow.Fields)
            open.Pieces.Add(mark);
        if (kind is "separate" && flow.Fields.TryPeek(out var field))
            Understand(field);
        else if (kind is "end" && flow.Fields.TryPop(out var ended))
            End(ended);
    }

    private void End(OpenField field)
    {
        Understand(field);
        if (field.Merge is not { } tag)
            return;
        if (!field.HasPlace)
            field.Pieces[0].Becomes = [tag];
        foreach (var piece in field.Pieces)
            piece.Becomes ??= [];
    }

    /// <summary>At its separator, or at its end where nothing was put in its place.</summary>
    private void Understand(OpenField field)
    {
        if (field.IsResult)
            return;
        field.IsResult = true;
        if (flow.Merged is null)
            field.Merge = fields.Read(field.Code.ToString(), field.IsWithinCode);
    }

    private void TakeSimple(Element simple)
    {
        var isWithinCode = flow.Fields.Any(field => !field.IsResult);
        if (fields.Read(simple.Attribute("instr") ?? "", isWithinCode) is not { } tag)
            WalkWhole(simple);
        else
        {
            fields.TellKept(simple, tag);
            simple.Becomes = [RunLike(simple, tag)];
        }
    }

    /// <summary>A run that looks like the first of what was last put in place of a field.</summary>
    private static Element RunLike(Element field, Tag tag)
    {
        var look = field.Child("r")?.Child("rPr");
        return look is null ? field.Sibling("r", tag) : field.Sibling("r", look, tag);
    }
}
