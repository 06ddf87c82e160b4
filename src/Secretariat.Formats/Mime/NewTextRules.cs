namespace Secretariat.Formats.Mime;

/// <summary>How mail programs of one language mark quoted history and how people close a letter. Compared without regard to case.</summary>
public sealed record NewTextRules
{
    /// <summary>Words between dashes above a quoted or forwarded message.</summary>
    public required IReadOnlyList<string> Dividers { get; init; }

    /// <summary>How the line that introduces a quotation begins and ends: "On … wrote:".</summary>
    public required IReadOnlyList<(string Begin, string End)> Introductions { get; init; }

    /// <summary>Names of header fields as programs copy them above a quoted message; the first of each group is the sender.</summary>
    public required IReadOnlyList<string> SenderFields { get; init; }

    /// <summary>The other fields of such a block: date, recipients, subject.</summary>
    public required IReadOnlyList<string> OtherFields { get; init; }

    /// <summary>Formulas that end a letter; they stand alone on their line, before a name.</summary>
    public required IReadOnlyList<string> Closings { get; init; }

    /// <summary>How lines begin that a device adds.</summary>
    public required IReadOnlyList<string> DeviceLines { get; init; }

    /// <summary>English.</summary>
    public static NewTextRules English { get; } =
        new()
        {
            Dividers =
            [
                "original message",
                "original appointment",
                "forwarded message",
                "forwarded by",
                "forwarded mail",
                "reply message",
                "begin forwarded message:",
            ],
            Introductions =
            [
                ("on ", "wrote:"),
                ("on ", "writes:"),
                ("on ", "said:"),
                ("at ", "wrote:"),
                ("in reply to", "wrote:"),
                ("quoting ", ":"),
            ],
            SenderFields = ["from"],
            OtherFields =
            [
                "sent",
                "date",
                "to",
                "cc",
                "bcc",
                "subject",
                "reply-to",
                "importance",
                "attachments",
                "sent on",
                "when",
                "where",
                "required",
            ],
            Closings =
            [
                "best regards",
                "kind regards",
                "warm regards",
                "warmest regards",
                "best wishes",
                "with best wishes",
                "with best regards",
                "with kind regards",
                "with kindest regards",
                "kindest regards",
                "regards",
                "many regards",
                "best",
                "all the best",
                "sincerely",
                "sincerely yours",
                "yours sincerely",
                "yours faithfully",
                "yours truly",
                "very truly yours",
                "respectfully",
                "respectfully yours",
                "yours respectfully",
                "cordially",
                "thanks",
                "many thanks",
                "thank you",
                "thanks and regards",
                "thanks and best regards",
                "with thanks",
                "cheers",
                "br",
                "kr",
                "rgds",
            ],
            DeviceLines =
            [
                "sent from my ",
                "sent from mail for ",
                "sent from outlook",
                "sent from yahoo",
                "sent via ",
                "get outlook for ",
                "sent with ",
            ],
        };
}
