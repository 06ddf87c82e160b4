using Secretariat.Modules.Correspondence;

namespace Secretariat.Modules.Nominations;

/// <summary>What a form asks for, in words of the message: English, as the triage reads them.</summary>
/// <param name="Quotes">Lines of the message.</param>
public sealed record FormAsk(
    ProposalType Type,
    bool IsAlternate,
    ProposedPerson? Person,
    IReadOnlyList<string> Strands,
    IReadOnlyList<string> Quotes
)
{
    public static FormAsk Nominates(ProposedPerson person, bool isAlternate, bool replaces, IReadOnlyList<string> strands)
    {
        var role = isAlternate ? "alternate contact person" : "contact person";
        var lines = new List<string> { $"We nominate {person.Name} as our {role}." };
        if (replaces)
            lines.Add($"This person replaces our {role} named before.");
        lines.Add($"Function: {person.Function}");
        if (person.Organisation is not null)
            lines.Add($"Organisation: {person.Organisation}");
        lines.Add($"E-mail: {person.Email}");
        if (person.Phone is not null)
            lines.Add($"Phone: {person.Phone}");
        if (strands.Count > 0)
            lines.Add($"Strands of work: {string.Join(", ", strands)}");
        return new(replaces ? ProposalType.Replacement : ProposalType.Nomination, isAlternate, person, strands, lines);
    }

    public static FormAsk TakesPart(IReadOnlyList<string> strands) =>
        new(
            ProposalType.Interest,
            false,
            null,
            strands,
            [$"We wish to take part in these strands of work: {string.Join(", ", strands)}."]
        );

    public static FormAsk Declines(IReadOnlyList<string> strands) =>
        new(
            ProposalType.Decline,
            false,
            null,
            strands,
            [$"We do not take part in these strands of work: {string.Join(", ", strands)}."]
        );

    /// <summary>One line as a person meant it: no control characters, single blanks.</summary>
    public static string? Line(string? text)
    {
        var clean = new string([.. (text ?? "").Select(c => char.IsControl(c) ? ' ' : c)]);
        var words = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    /// <summary>A remark as lines below the others.</summary>
    public static IEnumerable<string> Remark(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : text.ReplaceLineEndings("\n").Split('\n').Select(l => Line(l) ?? "").Prepend("");
}
