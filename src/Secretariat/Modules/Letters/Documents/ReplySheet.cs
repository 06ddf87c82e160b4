namespace Secretariat.Modules.Letters.Documents;

/// <summary>The sheet on which a partner answers one letter: what stands on it before anybody fills it in.</summary>
public sealed record ReplySheet
{
    /// <summary>A language that sheets are written in.</summary>
    public required string Language { get; init; }

    public required string Secretariat { get; init; }

    /// <summary>An ellipsis until it has one, as the day below: a letter is tried out before it is signed.</summary>
    public required string Reference { get; init; }
    public required DateOnly? SignedOn { get; init; }
    public required SheetText Partner { get; init; }
    public required string Mailbox { get; init; }

    /// <summary>Where the letter is answered without the sheet.</summary>
    public required string AnswerAt { get; init; }

    public required IReadOnlyList<(string Code, SheetText Name)> Strands { get; init; }
}

/// <summary>Words of the record, with the language in which it has them.</summary>
public sealed record SheetText(string Words, string Language);
