using Secretariat.Formats.Mime;
using Secretariat.Formats.VCard;
using Secretariat.Formats.WordTemplates;
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

/// <summary>What a message is, and what it seems to ask for.</summary>
public sealed record Understood(MailKind Kind, IReadOnlyList<Suggestion> Suggestions);

/// <summary>The text of an attachment.</summary>
/// <param name="Name">The attachment's name.</param>
/// <param name="Cards">Of a vCard, whom it describes; then its text is no letter.</param>
public sealed record PartText(string Name, string Text, IReadOnlyList<Card>? Cards = null)
{
    public string Part => $"attachment:{Name}";

    /// <summary>Of a reply sheet, what is filled in there; null for all else.</summary>
    public IReadOnlyList<Suggestion>? Filled { get; private init; }

    /// <summary>Whether its text is read as a letter: cards and reply sheets say by names what they say.</summary>
    public bool IsLetter => Cards is null && Filled is null;

    internal PartText WithSheet(DocxForm? form, IReadOnlyList<string> strands) =>
        form is not null && FilledSheet.In(form, Part, strands) is { } sheet ? this with { Filled = sheet.Suggestions() } : this;
}

/// <summary>Reads letters and marks what they ask for, with the words it rests on. Knows no language: the words are given to it.</summary>
public sealed class Clerk(IReadOnlyList<ClerkWords> languages)
{
    /// <summary>Characters of a letter that are read: what it asks for stands in front, and reading stays quick whatever is sent.</summary>
    public const int MaxLength = 60_000;

    /// <summary>Characters of a message that are read, its body and what is attached together.</summary>
    public const int MaxTotal = 80_000;

    /// <summary>More than any ministry asks for in one letter; a page has to stay one that a person can read.</summary>
    public const int MaxSuggestions = 40;

    private readonly Languages languages = new(languages);
    private readonly Lazy<IReadOnlyList<(string Name, string Iso)>> stateNames = new(() =>
        [.. languages.SelectMany(l => l.Countries).Select(c => (c.Key, c.Value))]
    );

    /// <summary>What states are called in its languages, folded, each with its code (ISO 3166-1).</summary>
    public IEnumerable<(string Name, string Iso)> StateNames => stateNames.Value;

    /// <summary>In which language the sender seems to have written, as its code.</summary>
    public string LanguageOf(MimeMessage message) =>
        languages.Of(NewText.Split(message.TextBody ?? ""), message.Subject)[0].Language;

    /// <summary>
    /// Suggestions from what the sender wrote this time; none from quoted history and none from mail that no person wrote. Quotes stand
    /// verbatim in <see cref="MimeMessage.TextBody"/> or in the text of an attachment. Never throws; takes time linear in the length.
    /// </summary>
    public Understood Read(MimeMessage message, params IReadOnlyList<PartText> attached)
    {
        var kind = ReplyKind.Of(message);
        // Whoever answers an invitation may write beside it.
        if (kind is not (MailKind.Ordinary or MailKind.CalendarReply))
            return new Understood(kind, []);
        var (suggestions, isAbsence) = Find(message, attached);
        if (!isAbsence || kind is not MailKind.Ordinary)
            return new Understood(kind, suggestions);
        // Whoever attaches a document has more to say than that nobody is there.
        return new Understood(AttachedTexts.HasDocument(message) ? MailKind.Ordinary : MailKind.AutoReply, []);
    }

    /// <summary>The same of mail that a person wrote, as somebody knows, whatever it looks like.</summary>
    public IReadOnlyList<Suggestion> ReadByPerson(MimeMessage message, params IReadOnlyList<PartText> attached) =>
        Find(message, attached).Suggestions;

    private (IReadOnlyList<Suggestion> Suggestions, bool IsAbsence) Find(MimeMessage message, IReadOnlyList<PartText> attached)
    {
        var joined = new Suggestions();
        // What is filled in by name is surer than what a letter says around it.
        var sheets = attached.Where(a => a.Filled is not null).ToList();
        sheets.ForEach(s => joined.Add(s.Filled!));
        var acts = !joined.IsEmpty;
        // The mail program's language may be another one than the writer's.
        var isAbsence = languages.Known.Any(words => new AbsenceNote(words).IsNamed(message.Subject));
        foreach (var writing in Writing.In(message, attached))
        foreach (var words in languages.Of(writing.Text, message.Subject))
        {
            var letter = Letter.Of(writing, words, joined.AwaitsPerson);
            isAbsence |= writing.IsBody && new AbsenceNote(words).Is(letter);
            var findings = new ReadLetter(words, letter, isAbsence && writing.IsBody).Find();
            joined.Add(findings);
            acts |= findings.Acts || !writing.IsBody && findings.Suggestions.Count > 0;
        }
        foreach (var part in attached)
            joined.Add(part);
        // Whoever asks for something wrote it, whatever else the letter says; whom to write to meanwhile is said by programs, too.
        return (joined.ToList(), isAbsence && (!acts || joined.IsEmpty));
    }
}
