using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Writes a story with the values of one letter, and says which are lacking.</summary>
internal sealed class StoryFiller(StringBuilder xml, FilledValues log, DrawingNumbers numbers)
{
    /// <summary>UTF-16 units of XML of one story: entries within entries can multiply to any size.</summary>
    private const int MaxCharacters = 50_000_000;

    private int copy = numbers.NextCopy();
    private Block last;

    public void Write(IReadOnlyList<StoryPart> parts, MergeData data)
    {
        foreach (var part in parts)
            Write(part, data);
    }

    private void Write(StoryPart part, MergeData data)
    {
        if (xml.Length > MaxCharacters)
            throw new UnreadableException(
                Sentence.Of("The filled document would have more than {0} characters: give fewer entries.", MaxCharacters)
            );
        if (part is StoryPart.Xml same)
        {
            xml.Append(same.Text);
            last = same.Last ?? last;
        }
        else if (part is StoryPart.Field field)
            Write(field, data);
        else if (part is StoryPart.Repeated repeated)
            Write(repeated, data);
        else if (part is StoryPart.UnlessEmpty container)
            Write(container, data);
        else if (part is StoryPart.LastParagraph end && last is not Block.Paragraph)
            WriteEmptyParagraph(end.Prefix, end.Look);
        else if (part is StoryPart.BeforeTable before && last is Block.Table)
            WriteEmptyParagraph(before.Prefix, "");
        else if (part is StoryPart.DrawingNumber)
            xml.Append(CultureInfo.InvariantCulture, $"{numbers.NextDrawing()}");
        else if (part is StoryPart.CopyNumber)
            xml.Append(CultureInfo.InvariantCulture, $"{copy}");
    }

    private void Write(StoryPart.UnlessEmpty container, MergeData data)
    {
        var (begin, lastBefore, isEmpty) = (xml.Length, last, true);
        foreach (var part in container.Inner)
        {
            var before = xml.Length;
            Write(part, data);
            isEmpty &= part is not (StoryPart.Repeated or StoryPart.UnlessEmpty) || IsBlankFrom(before);
        }

        if (isEmpty)
            (xml.Length, last) = (begin, lastBefore);
    }

    private bool IsBlankFrom(int at)
    {
        while (at < xml.Length && char.IsWhiteSpace(xml[at]))
            at++;
        return at == xml.Length;
    }

    private void Write(StoryPart.Repeated section, MergeData data)
    {
        var value = data.Find(section.Place.Name);
        if (value is null)
            log.AddAbsent(section.Place);
        var holds = value is { } found && Holds(found);
        if (section.Place.Sign is "^")
        {
            if (!holds)
                Write(section.First, data);
        }
        else if (holds && value is { ValueKind: JsonValueKind.Array } list)
            WriteEach(section, list, data);
        else if (holds)
            Write(section.First, value is { ValueKind: JsonValueKind.Object } ? data.Within(section.Place.Name) : data);
    }

    private void WriteEach(StoryPart.Repeated section, JsonElement list, MergeData data)
    {
        var (number, outer) = (0, copy);
        foreach (var entry in list.EnumerateArray())
        {
            if (++number > 1)
                copy = numbers.NextCopy();
            var inner = new MergeData(new MergeNames(entry), data) { Entry = (number, section.Place.Name) };
            Write(number is 1 ? section.First : section.Others, inner);
        }

        copy = outer;
    }

    private void Write(StoryPart.Field field, MergeData data)
    {
        if (data.Find(field.Place.Name) is not { } value)
            log.AddMissing(field.Place, data);
        else if (Text(value) is { } text)
            WriteText(field.Format.Write(text), field.Prefix);
        else
            log.AddNoText(field.Place, value.ValueKind);
    }

    /// <summary>Lines and tabs of the value are those of the document; whatever else it holds is text.</summary>
    private void WriteText(string value, string prefix)
    {
        var text = WellFormed.Of(value.ReplaceLineEndings("\n"));
        var from = 0;
        for (
            var at = text.AsSpan().IndexOfAny('\n', '\t');
            at >= 0;
            at = text.AsSpan(from).IndexOfAny('\n', '\t') is >= 0 and var next ? from + next : -1
        )
        {
            WritePiece(text[from..at], prefix);
            xml.Append('<').Append(prefix).Append(text[at] is '\n' ? "br/>" : "tab/>");
            from = at + 1;
        }

        WritePiece(text[from..], prefix);
    }

    private void WritePiece(string text, string prefix)
    {
        if (text.Length is 0)
            return;
        xml.Append('<').Append(prefix).Append("t xml:space=\"preserve\">");
        Markup.AppendText(xml, text);
        xml.Append("</").Append(prefix).Append("t>");
    }

    private void WriteEmptyParagraph(string prefix, string look)
    {
        xml.Append('<').Append(prefix).Append(look.Length is 0 ? "p/>" : $"p>{look}</{prefix}p>");
        last = Block.Paragraph;
    }

    /// <summary>Null where it is none: a list, an entry, or half a character.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => "",
                JsonValueKind.Array or JsonValueKind.Object => null,
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a section is shown for the value: not for null, false, zero, an empty text or an empty list.</summary>
    private static bool Holds(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => false,
            // Its quotation marks are counted.
            JsonValueKind.String => JsonMarshal.GetRawUtf8Value(value).Length > 2,
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Number => !value.TryGetDecimal(out var number) || number is not 0,
            _ => true,
        };
}
