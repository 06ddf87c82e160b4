namespace Secretariat.Formats.WordTemplates;

/// <summary>Reads the instructions of the fields of Word in one paragraph, and says which of the fields cannot stay.</summary>
internal sealed class FieldReader(Flow flow)
{
    /// <summary>What a field puts into the text where it is a merge field.</summary>
    public Tag? Read(string written, bool isWithinCode)
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

    /// <summary>Another part or an address stays in the file when what names it is taken out of the text.</summary>
    public void TellKept(Element shown, Tag tag)
    {
        if (NamesPart(shown))
            flow.Tell(
                Sentence.Of(
                    "the merge field “{0}” shows a link or a picture, which would stay in the file: delete it and insert it anew.",
                    Flow.Short(tag.Place.Name)
                )
            );
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

    private static bool NamesPart(Element element) =>
        element.Attributes.Any(attribute => WordXml.IsRelationship(attribute.Space)) || element.Elements.Any(NamesPart);
}
