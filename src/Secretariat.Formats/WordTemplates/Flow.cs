using System.Text;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Text that runs through paragraphs: a story, a text box in it, or the copy of a drawing for older programs.</summary>
internal sealed class Flow(Sentence story, FoundTags found)
{
    private const int LongestQuote = 40;

    public Sentence Story => story;

    public FoundTags Found => found;

    /// <summary>Counted from 1.</summary>
    public int Paragraph { get; set; }

    /// <summary>Fields that have begun, the innermost on top; one may go over several paragraphs.</summary>
    public Stack<OpenField> Fields { get; } = new();

    /// <summary>The merge field of whose last result the text is a part, whatever stands in it.</summary>
    public OpenField? Merged => Fields.FirstOrDefault(open => open is { IsResult: true, Merge: not null });

    /// <summary>The innermost field, and whether it is read up to its result: the same before and after a text that no field leaves or enters.</summary>
    public (OpenField? Field, bool IsResult) InField => Fields.TryPeek(out var inner) ? (inner, inner.IsResult) : (null, false);

    /// <summary>The text of a box in this one.</summary>
    public Flow Box() => new(Sentence.Of("a text box in {0}", story), found);

    /// <summary>The same text once more, for older programs.</summary>
    public Flow Copy() => new(Sentence.Of("the copy for older programs in {0}", story), found) { Paragraph = Paragraph };

    public TagPlace Place(string sign, string name) => new(sign, name, Paragraph, story);

    /// <summary>Says what is wrong in the paragraph that is read.</summary>
    public void Tell(Sentence problem) => Tell(Paragraph, problem);

    public void Tell(int paragraph, Sentence problem) => found.Tell(At(paragraph, problem));

    /// <summary>Says what the paragraph that is read would take in from outside.</summary>
    public void TellOutside(Sentence problem) => found.TellOutside(At(Paragraph, problem));

    private Sentence At(int paragraph, Sentence problem) => Sentence.Of("Paragraph {0} of {1}: {2}", paragraph, story, problem);

    public static string Short(string text) => text.Length <= LongestQuote ? text : WellFormed.Cut(text, LongestQuote) + "…";
}

/// <summary>A complex field (ECMA-376 part 1, section 17.16.18): its instruction, then what was last put in its place.</summary>
internal sealed class OpenField(bool isWithinCode)
{
    /// <summary>Whether it stands in the instruction of another one.</summary>
    public bool IsWithinCode => isWithinCode;

    public StringBuilder Code { get; } = new();

    public bool IsResult { get; set; }

    /// <summary>What the field puts into the text; null where Word works it out itself.</summary>
    public Tag? Merge { get; set; }

    /// <summary>Whether that already stands in the place of a piece.</summary>
    public bool HasPlace { get; set; }

    /// <summary>Its marks, its instruction and its result: they go when it is a merge field.</summary>
    public List<Element> Pieces { get; } = [];
}
