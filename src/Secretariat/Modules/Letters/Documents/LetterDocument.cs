using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>One letter to one addressee as it is frozen: all words, no layout. Every format is written from it.</summary>
public sealed record LetterDocument
{
    /// <summary>Language tag of the letter, such as <c>en</c> or <c>sr-Latn</c>.</summary>
    public required string Language { get; init; }

    public CorrespondenceForm Form { get; init; }

    /// <summary>Title in the properties of the file; not printed.</summary>
    public required string Title { get; init; }

    public required LetterSender Sender { get; init; }
    public required string Place { get; init; }
    public DateOnly? SignedOn { get; init; }

    /// <summary>The platform’s own, such as <c>GA-2024-0031</c>; the register gives its number only to what is frozen.</summary>
    public string? Reference { get; init; }

    public string? Subject { get; init; }

    /// <summary>Of a note verbale, the sentence with which it begins in the third person.</summary>
    public required string Salutation { get; init; }

    /// <summary>Markdown: paragraphs, headings, lists, bold, italics, links, and <c>[words](lang:en)</c> in another language.</summary>
    public required string Body { get; init; }

    public required string Close { get; init; }
    public required string SignatoryName { get; init; }
    public string? SignatoryFunction { get; init; }

    /// <summary>Printed at the foot of page one.</summary>
    public required IReadOnlyList<string> AddresseeLines { get; init; }

    /// <summary>How its reader finds out whether it was issued; a letter that is not frozen yet has none.</summary>
    public LetterCheck? Check { get; init; }

    /// <summary>In the order in which they follow the letter.</summary>
    public IReadOnlyList<LetterAnnex> Annexes { get; init; } = [];

    /// <summary>Texts of the sender and the annexes that are in another language than the letter, with that language.</summary>
    public IReadOnlyDictionary<string, string> OtherLanguages { get; init; } = new Dictionary<string, string>();

    /// <summary>The letter as a Word file of the house, whose text the body repeats; null for a letter that is laid out here.</summary>
    public ReadOnlyMemory<byte>? Word { get; init; }

    /// <summary>Of a letter in Word, what stands in it in another language; of others it stands in their texts.</summary>
    public IReadOnlyList<OtherWords> OtherWords { get; init; } = [];

    /// <summary>Under a seal instead of a name.</summary>
    public bool IsNoteVerbale => Form is CorrespondenceForm.NoteVerbale;

    /// <summary>The language of a text of the sender or an annex where it is not that of the letter.</summary>
    public string? OtherLanguageOf(string text) => OtherLanguages.GetValueOrDefault(PlainText.Clean(text).Trim('\u200E'));

    /// <summary>What a letter may not leave without, as sentences; an annex only where it has one that lacks something.</summary>
    public IReadOnlyList<string> WhatIsMissing() =>
        [
            .. Lacks(Sender.Name, Text.Key("The letter has no sender.")),
            .. Lacks(Place, Text.Key("The letter has no place.")),
            .. Lacks(Salutation, Text.Key("The letter has no salutation.")),
            .. Lacks(Body, Text.Key("The letter has no text.")),
            .. Lacks(Close, Text.Key("The letter has no close.")),
            .. IsNoteVerbale ? [] : Lacks(SignatoryName, Text.Key("The letter has no signatory.")),
            .. Lacks(string.Concat(AddresseeLines), Text.Key("The letter has no addressee.")),
            .. Annexes.Select(annex => annex.WhyNot()).OfType<string>(),
        ];

    private static string[] Lacks(string value, string sentence) => string.IsNullOrWhiteSpace(value) ? [sentence] : [];
}

/// <summary>Who writes, with the function on the day of signature.</summary>
public sealed record LetterSender(
    string Name,
    string? Institution = null,
    string? Portfolio = null,
    string? Address = null,
    string? Phone = null,
    string? Mailbox = null
);

/// <summary>The code at the foot of page one, and the address at which it is checked.</summary>
public sealed record LetterCheck(string Code, string Address)
{
    /// <summary>Where the code is filled in already.</summary>
    public string Link => $"{Address}?code={Code}";
}

public enum AnnexKind
{
    Timetable,
    Partners,
    Programme,
}

/// <summary>A table on a page of its own; every row has a cell for each column, in which each line is a text of its own.</summary>
public sealed record LetterAnnex(
    string Title,
    string? Subtitle,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    public AnnexKind Kind { get; init; }

    /// <summary>Why no letter leaves with it, or null when one can.</summary>
    public string? WhyNot()
    {
        if (Rows.Count == 0)
            return Kind switch
            {
                AnnexKind.Partners => Text.Key("The list of partners has no rows."),
                AnnexKind.Programme => Text.Key("The programme has no rows."),
                _ => Text.Key("The annex has no rows."),
            };
        return Rows.Any(row => row.Count > Columns.Count)
            ? Text.Key("An annex needs a heading for each of its columns: name them in the head of the template.")
            : null;
    }
}
