using Secretariat.Formats.VCard;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Joins what the body of a message and the documents attached to it ask for: the same person or wish is said once.</summary>
internal sealed class Suggestions
{
    private readonly List<Suggestion> joined = [];

    /// <summary>Somebody was nominated who is still to be named.</summary>
    public bool AwaitsPerson { get; private set; }

    public void Add(Findings findings)
    {
        Add(findings.Suggestions);
        AwaitsPerson = (AwaitsPerson || findings.AwaitsPerson) && !joined.Exists(IsOfPerson);
    }

    public void Add(IReadOnlyList<Suggestion> suggestions)
    {
        foreach (var suggestion in suggestions)
        {
            var index = joined.FindIndex(s => IsSame(s, suggestion));
            if (index >= 0)
                joined[index] = Join(joined[index], suggestion);
            else
                joined.Add(suggestion);
        }
    }

    /// <summary>
    /// A card completes the person it describes, and names the one who is nominated without a name ("see the attached card"). Else it is
    /// the sender's, as many mail programs add.
    /// </summary>
    public void Add(PartText part)
    {
        foreach (var card in (part.Cards ?? []).Where(c => c.Name is not null))
        {
            var person = new ProposedPerson(
                card.Name,
                card.Title ?? card.Role,
                card.Organisation,
                card.Emails is [var email, ..] ? email : null,
                card.Phones is [var phone, ..] ? phone : null
            );
            var index = joined.FindIndex(s =>
                IsOfPerson(s) && s.Person!.Name is { } name && Mention.IsSamePerson(name, card.Name!)
            );
            var read = new Suggestion(
                ProposalType.Nomination,
                false,
                Interest(),
                person,
                [new Evidence(part.Part, LineOf(part, card))]
            );
            if (index >= 0)
                joined[index] = Join(joined[index], read with { Strands = [] });
            else if (AwaitsPerson)
                joined.Add(read);
        }
        AwaitsPerson &= !joined.Exists(IsOfPerson);
    }

    private IReadOnlyList<string> Interest() => joined.Find(s => s.Type is ProposalType.Interest)?.Strands ?? [];

    /// <summary>The line of the card that names the person.</summary>
    private static string LineOf(PartText part, Card card)
    {
        var lines = part.Text.Split('\n');
        return lines.FirstOrDefault(line => line.Contains(card.Name!, StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.StartsWith("FN", StringComparison.OrdinalIgnoreCase))
            ?? lines[0];
    }

    public bool IsEmpty => joined.Count is 0;

    /// <summary>Persons first, then wishes.</summary>
    public IReadOnlyList<Suggestion> ToList() =>
        [.. joined.OrderBy(s => IsOfPerson(s) ? 0 : 1 + (int)s.Type).Take(Clerk.MaxSuggestions)];

    private static bool IsOfPerson(Suggestion suggestion) =>
        suggestion.Type is ProposalType.Nomination or ProposalType.Replacement;

    private static bool IsSame(Suggestion one, Suggestion other) =>
        IsOfPerson(one) && IsOfPerson(other)
            ? one.Person!.Name is { } name && other.Person!.Name is { } otherName && Mention.IsSamePerson(name, otherName)
            : one.Type == other.Type;

    private static Suggestion Join(Suggestion one, Suggestion other) =>
        one with
        {
            Type = other.Type is ProposalType.Replacement ? other.Type : one.Type,
            IsAlternate = one.IsAlternate || other.IsAlternate,
            Strands = [.. one.Strands.Union(other.Strands)],
            Person = one.Person is { } person && other.Person is { } more ? Join(person, more) : one.Person ?? other.Person,
            Evidence = [.. one.Evidence.Union(other.Evidence)],
        };

    private static ProposedPerson Join(ProposedPerson one, ProposedPerson other) =>
        new(
            one.Name ?? other.Name,
            one.Function ?? other.Function,
            one.Organisation ?? other.Organisation,
            one.Email ?? other.Email,
            one.Phone ?? other.Phone
        );
}
