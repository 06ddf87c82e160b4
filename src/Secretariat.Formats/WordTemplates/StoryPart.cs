namespace Secretariat.Formats.WordTemplates;

/// <summary>A story as it is written for each letter: what stays, and what depends on the values.</summary>
internal abstract record StoryPart
{
    private StoryPart() { }

    /// <summary>XML that is the same in each letter.</summary>
    /// <param name="Text">The XML.</param>
    /// <param name="Last">What stands last in the text around it; null where it neither begins nor ends anything of that.</param>
    internal sealed record Xml(string Text, Block? Last) : StoryPart;

    /// <param name="Place">Where it stands in the template.</param>
    /// <param name="Format">How the value is written.</param>
    /// <param name="Prefix">Of the elements of Word around it.</param>
    internal sealed record Field(TagPlace Place, FieldFormat Format, string Prefix) : StoryPart;

    /// <param name="Place">Where it begins in the template.</param>
    /// <param name="First">What is written for the first entry.</param>
    /// <param name="Others">What is written for the others, without what may stand in a document only once.</param>
    internal sealed record Repeated(TagPlace Place, IReadOnlyList<StoryPart> First, IReadOnlyList<StoryPart> Others) : StoryPart;

    /// <summary>What goes where none of the sections in it says anything.</summary>
    internal sealed record UnlessEmpty(IReadOnlyList<StoryPart> Inner) : StoryPart;

    /// <summary>The end of what must end in a paragraph.</summary>
    /// <param name="Prefix">Of the elements of Word around it.</param>
    /// <param name="Look">The XML of the properties that an empty one takes.</param>
    internal sealed record LastParagraph(string Prefix, string Look) : StoryPart;

    /// <summary>The place before a table, which Word would take for one with a table right before it.</summary>
    /// <param name="Prefix">Of the elements of Word around it.</param>
    internal sealed record BeforeTable(string Prefix) : StoryPart;

    /// <summary>A number that no other drawing of the document has.</summary>
    internal sealed record DrawingNumber : StoryPart;

    /// <summary>The number of the copy that is written, by which the names of shapes differ.</summary>
    internal sealed record CopyNumber : StoryPart;
}

/// <summary>What can stand last in a text.</summary>
internal enum Block
{
    None,
    Paragraph,
    Table,
}
