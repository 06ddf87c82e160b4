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
        var isRun = element.Is("r");
        foreach (var child in element.Elements)
        {
            if (child.Is("fldChar"))
                TakeMark(child);
            else if (child.Is("instrText"))
                TakeCode(child);
            else if (child.Is("fldSimple"))
                TakeSimple(child);
            else if (child.Is("p", "txbxContent"))
                readBox(child);
            else if (child.IsLeftOut)
                continue;
            else if (isRun || child.Is("t"))
                TakePiece(child);
            else if (child.IsCompatibility("AlternateContent"))
                WalkAlternatives(child);
            else
                Walk(child);
        }
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
        else if (piece.IsCompatibility("AlternateContent"))
            WalkAlternatives(piece);
        else
            Walk(piece);
    }

    /// <summary>Whether a piece is text of the paragraph: neither part of an instruction nor what was last put in place of a merge field.</summary>
    private bool Belongs(Element piece)
    {
        foreach (var field in flow.Fields)
            field.Pieces.Add(piece);
        if (flow.Fields.FirstOrDefault(f => f is { IsResult: true, Merge: not null }) is { Merge: { } tag } merged)
        {
            // The value stands as its result stood, whose look is the one that was seen.
            piece.Becomes = merged.Pieces.TrueForAll(p => p.Becomes is null or []) ? [tag] : [];
            return false;
        }

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
        if (field.Pieces.TrueForAll(piece => piece.Becomes is not [Tag]))
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
        field.Merge = TakeField(field.Code.ToString(), field.IsWithinCode);
    }

    private void TakeSimple(Element simple)
    {
        var isWithinCode = flow.Fields.Any(field => !field.IsResult);
        if (TakeField(simple.Attribute("instr") ?? "", isWithinCode) is not { } tag)
            Walk(simple);
        else if (!flow.Fields.Any(field => field is { IsResult: true, Merge: not null }))
            simple.Becomes = [RunLike(simple, tag)];
    }

    /// <summary>A run that looks like the first of what was last put in place of a field.</summary>
    private static Element RunLike(Element field, Tag tag)
    {
        var look = field.Child("r")?.Child("rPr");
        return look is null ? field.Sibling("r", tag) : field.Sibling("r", look, tag);
    }

    /// <summary>What a field puts into the text where it is a merge field.</summary>
    private Tag? TakeField(string written, bool isWithinCode)
    {
        var code = new FieldCode(written);
        if (WordFields.UseOf(code.Keyword) is not FieldUse.Filled)
        {
            TellOfOther(code.Keyword, written);
            return null;
        }

        if (code.Name is not { } name)
        {
            flow.Tell(
                Sentence.Of("the merge field “{0}” names no field; write MERGEFIELD and a name.", Flow.Short(written.Trim()))
            );
            return null;
        }

        flow.Found.AddField(name);
        if (isWithinCode)
            flow.Tell(
                Sentence.Of(
                    "the merge field “{0}” stands in the instruction of another field, which only Word works out; put it into the text, between “{1}” and “{2}” where it depends on something.",
                    Flow.Short(name),
                    "{#name}",
                    "{/name}"
                )
            );
        var format = code.Format(out var notUnderstood);
        if (notUnderstood is not null)
            flow.Tell(
                Sentence.Of(
                    "the switch “{0}” of the merge field “{1}” is not followed; take it out and give the value as it is to be written.",
                    Flow.Short(notUnderstood),
                    Flow.Short(name)
                )
            );
        return new Tag(flow.Place("", name), format);
    }

    /// <summary>Fields that no value takes the place of.</summary>
    private void TellOfOther(string keyword, string written)
    {
        if (WordFields.WhyNot(keyword) is { } reason && WordFields.UseOf(keyword) is FieldUse.FromOutside)
            flow.TellOutside(reason);
        else if (WordFields.WhyNot(keyword) is { } why)
            flow.Tell(why);
        else if (TagFinder.FirstTag(written) is { } tag)
            flow.Tell(
                Sentence.Of(
                    "“{0}” stands in the instruction of the field {1}, where nothing is filled; put it into the text.",
                    Flow.Short(tag),
                    Flow.Short(keyword)
                )
            );
    }
}
