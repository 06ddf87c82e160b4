namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Finds what a letter in a known language asks for.</summary>
/// <param name="isNote">The letter says that its writer is away.</param>
internal sealed class ReadLetter(ClerkWords words, Letter letter, bool isNote)
{
    private const int MaxQuotes = 12;

    private readonly Strands strands = new(words);

    public Findings Find()
    {
        var names = new Names(words);
        var contacts = new Contacts(words, letter, strands, names, isNote);
        var nominated = contacts.Find();
        var wishes = new Wishes(words, letter, strands, names).Find();
        var interest = wishes.GetValueOrDefault(ProposalType.Interest)?.Strands ?? [];
        return new Findings(
            [
                .. nominated.Select(c => Suggest(c, interest)),
                .. wishes
                    .Values.OrderBy(w => w.Type)
                    .Select(w => new Suggestion(w.Type, false, Ordered(w.Strands), w.Person, Quoted(w.Quotes))),
            ],
            contacts.AwaitsPerson,
            contacts.Acts || wishes.Count > 0
        );
    }

    /// <summary>Where the letter gives no strand to its contact person, the person speaks for those the sender takes interest in.</summary>
    private Suggestion Suggest(Contact contact, HashSet<string> interest) =>
        new(
            contact.IsReplacement ? ProposalType.Replacement : ProposalType.Nomination,
            contact.IsAlternate,
            Ordered(contact.Strands.Count > 0 || contact.IsAlternate ? contact.Strands : interest),
            contact.Person,
            Quoted(contact.Quotes)
        );

    private List<string> Ordered(HashSet<string> codes) => [.. strands.AllCodes.Where(codes.Contains)];

    private List<Evidence> Quoted(List<string> quotes) =>
        [.. quotes.Distinct().Take(MaxQuotes).Select(q => new Evidence(letter.Part, q))];
}

/// <summary>What one letter asks for.</summary>
/// <param name="AwaitsPerson">It nominates somebody whom it does not name.</param>
/// <param name="Acts">It does more than name a person to write to.</param>
internal sealed record Findings(IReadOnlyList<Suggestion> Suggestions, bool AwaitsPerson, bool Acts);
