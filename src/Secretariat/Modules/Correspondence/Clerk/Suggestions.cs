namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Joins what the body of a message and the documents attached to it ask for: the same person or wish is said once.</summary>
internal sealed class Suggestions
{
    private readonly List<Suggestion> joined = [];

    /// <summary>Somebody was nominated who is still to be named.</summary>
    public bool AwaitsPerson { get; private set; }

    public void Add(Findings findings)
    {
        foreach (var suggestion in findings.Suggestions)
        {
            var index = joined.FindIndex(s => IsSame(s, suggestion));
            if (index >= 0)
                joined[index] = Join(joined[index], suggestion);
            else
                joined.Add(suggestion);
        }
        AwaitsPerson = (AwaitsPerson || findings.AwaitsPerson) && !joined.Exists(IsOfPerson);
    }

    public bool IsEmpty => joined.Count is 0;

    /// <summary>Persons first, then wishes.</summary>
    public IReadOnlyList<Suggestion> ToList() =>
        [.. joined.OrderBy(s => IsOfPerson(s) ? 0 : 1 + (int)s.Type).Take(Clerk.MaxSuggestions)];

    private static bool IsOfPerson(Suggestion suggestion) =>
        suggestion.Type is ProposalType.Nomination or ProposalType.Replacement;

    private static bool IsSame(Suggestion one, Suggestion other) =>
        IsOfPerson(one) && IsOfPerson(other)
            ? Mention.IsSamePerson(one.Person!.Name!, other.Person!.Name!)
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
