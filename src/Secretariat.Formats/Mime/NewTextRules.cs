namespace Secretariat.Formats.Mime;

/// <summary>
/// How mail programs of one language mark earlier mail, and how people close a letter. Each entry is a list with commas or line ends
/// between the phrases; "…" stands for any text. Case, accents and kinds of blank do not count (<see cref="FoldedLine"/>).
/// </summary>
internal sealed record NewTextRules
{
    /// <summary>Names of the header field that holds the sender, as programs copy it above an earlier message.</summary>
    public string Senders { get; init; } = "";

    /// <summary>The field that holds the subject.</summary>
    public string Subjects { get; init; } = "";

    /// <summary>The other fields of such a block: date, recipients, and those of meetings and attachments.</summary>
    public string Fields { get; init; } = "";

    /// <summary>The line above a quotation, without its colon. Phrases that begin with a word know how such a line begins.</summary>
    public string Introductions { get; init; } = "";

    /// <summary>Words between dashes above an earlier message; with a colon where they stand alone on the line.</summary>
    public string Dividers { get; init; } = "";

    /// <summary>The line a device or program adds; counts where it also names one (<see cref="NewTextPhrases.Products"/>).</summary>
    public string Devices { get; init; } = "";

    /// <summary>Formulas that end a letter; they stand alone, before a name.</summary>
    public string Closings { get; init; } = "";

    /// <summary>Thanks, greetings and wishes that end a letter too, but as often open it or are a sentence of it.</summary>
    public string Courtesies { get; init; } = "";

    /// <summary>How a line begins that is added below the signature.</summary>
    public string Postscripts { get; init; } = "P.S., P. S., PS, PPS";

    /// <summary>Stems of the words in which organisations warn below their signatures; three of them tell such a paragraph, "mail" counted.</summary>
    public string Disclaimers { get; init; } = "";
}
