using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence.Understanding;

namespace Secretariat.Modules.Correspondence;

/// <summary>What the clerk believes a message asks for; a person decides.</summary>
/// <param name="IsAlternate">The person is a deputy of the contact person.</param>
/// <param name="Strands">Codes of the strands named, in the order of the strands.</param>
public sealed record Suggestion(
    ProposalType Type,
    bool IsAlternate,
    IReadOnlyList<string> Strands,
    ProposedPerson? Person,
    IReadOnlyList<Evidence> Evidence
);

/// <summary>Reads letters and marks what they ask for, with the words it rests on. Knows no language: the words are given to it.</summary>
public sealed class Clerk
{
    /// <summary>Characters of a letter that are read: what it asks for stands in front, and reading stays quick whatever is sent.</summary>
    public const int MaxLength = 60_000;

    /// <summary>More than any ministry asks for in one letter; a page has to stay one that a person can read.</summary>
    public const int MaxSuggestions = 40;
    private const int MaxQuotes = 12;

    private readonly ClerkWords words;
    private readonly Strands strands;

    public Clerk(ClerkWords words)
    {
        words.Prepare();
        this.words = words;
        strands = new Strands(words);
    }

    /// <summary>
    /// Suggestions from what the sender wrote this time; none from quoted history and none from mail that no person wrote. Quotes stand
    /// verbatim in <see cref="MimeMessage.TextBody"/>. Never throws; takes time linear in the length.
    /// </summary>
    public IReadOnlyList<Suggestion> Read(MimeMessage message)
    {
        if (ReplyKind.Of(message) is not MailKind.Ordinary || Letter.Of(message, words) is not { } letter)
            return [];
        var names = new Names(words);
        var contacts = new Contacts(words, letter, strands, names).Find();
        var wishes = new Wishes(words, letter, strands, names).Find();
        var interest = wishes.GetValueOrDefault(ProposalType.Interest)?.Strands ?? [];
        var suggested = wishes
            .Values.OrderBy(w => w.Type)
            .Select(w => new Suggestion(w.Type, false, Ordered(w.Strands), w.Person, Quoted(letter, w.Quotes)))
            .ToList();
        return [.. contacts.Take(MaxSuggestions - suggested.Count).Select(c => Suggest(letter, c, interest)), .. suggested];
    }

    /// <summary>Where the letter gives no strand to its contact person, the person speaks for those the sender takes interest in.</summary>
    private Suggestion Suggest(Letter letter, Contact contact, HashSet<string> interest) =>
        new(
            contact.IsReplacement ? ProposalType.Replacement : ProposalType.Nomination,
            contact.IsAlternate,
            Ordered(contact.Strands.Count > 0 || contact.IsAlternate ? contact.Strands : interest),
            contact.Person,
            Quoted(letter, contact.Quotes)
        );

    private List<string> Ordered(HashSet<string> codes) => [.. strands.AllCodes.Where(codes.Contains)];

    private static List<Evidence> Quoted(Letter letter, List<string> quotes) =>
        [.. quotes.Distinct().Take(MaxQuotes).Select(q => new Evidence(letter.Part, q))];
}
