using System.Globalization;
using System.Text;
using Secretariat.Formats;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Reads what is said of a person in the lines and sentences behind the name.</summary>
internal sealed class MoreDetails(ClerkWords words)
{
    private static readonly string[] DetailLabels =
    [
        WordList.FunctionLabels,
        WordList.OrganisationLabels,
        WordList.EmailLabels,
        WordList.PhoneLabels,
    ];

    private const int MaxStatements = 10;
    private const int MaxBlockWords = 12;
    private readonly Titles titles = new(words);
    private readonly Addresses addresses = new(words);

    /// <summary>Whether a statement goes on about the person before: "She can be reached at", "E-mail:", or nothing but an address.</summary>
    public bool Continues(Statement statement) =>
        statement.OpensWith(words[WordList.Continues])
        || LabelOf(statement) is not null
        || statement.Tokens[statement.FirstWord < statement.Tokens.Count ? statement.FirstWord : 0].IsAddress;

    /// <summary>"Her details are:", and below it labels with an address that is built from the name; of a press office it is not.</summary>
    private bool LeadsToOwnAddress(IReadOnlyList<Statement> statements, int from, Contact contact)
    {
        for (var i = from; i < Math.Min(statements.Count, from + MaxStatements) && Goes(statements[i]); i++)
            if (statements[i].Tokens.Any(t => t.Kind is TokenKind.Email && IsBuiltFrom(t.Folded, contact.Person.Name!)))
                return true;
        return false;
    }

    private bool Goes(Statement statement) =>
        Continues(statement) || statement.ValueStart > 0 && statement.OpensWith(words[WordList.NameLabels]);

    public void Read(IReadOnlyList<Statement> statements, int from, Contact contact, Names names)
    {
        var (last, rank) = (contact.Mention.Statement, contact.Mention.Rank);
        // A function in the lines below says more than the rank in front of the name.
        if (rank is not null && contact.Person.Function == rank)
            contact.Person = contact.Person with { Function = null };
        ReadLines(statements, from, contact, names, last);
        contact.Person = contact.Person with { Function = contact.Person.Function ?? rank };
    }

    private void ReadLines(IReadOnlyList<Statement> statements, int from, Contact contact, Names names, Statement last)
    {
        for (var i = from; i < Math.Min(statements.Count, from + MaxStatements); i++)
        {
            var statement = statements[i];
            if (statement.Introduces && names.In(statement).Count is 0 && LeadsToOwnAddress(statements, i + 1, contact))
                continue;
            if (
                !Goes(statement) && !IsInBlock(statement, last) && !IsAbout(statement, contact, names)
                || names.In(statement).Exists(p => !Mention.IsSamePerson(p.Name, contact.Person.Name!) && Opens(statement, p))
            )
                return;
            if (statement.OpensWith(words[WordList.NameLabels]) && names.In(statement) is [var named, ..])
                contact.TakeName(named.Name);
            var person = Take(statement, contact.Person, IsInBlock(statement, last));
            if (person != contact.Person)
                contact.Quote(statement);
            (contact.Person, last) = (person, statement);
        }
    }

    /// <summary>Somebody else's line; a capitalised row further on may be a street.</summary>
    private bool Opens(Statement statement, Mention person) =>
        person.HasTitle
        || person.First <= statement.FirstWord
        || person.First == statement.ValueStart && LabelOf(statement) is null;

    /// <summary>"Herr Dr. Seidenfaden ist unter … zu erreichen."</summary>
    private bool IsAbout(Statement statement, Contact contact, Names names) =>
        statement.Tokens.Any(t => t.IsAddress)
        && (
            names.In(statement) is [var only]
                ? Opens(statement, only) && Mention.IsSamePerson(only.Name, contact.Person.Name!)
                : names.In(statement).Count is 0 && OpensWithFamilyName(statement, contact)
        );

    /// <summary>"Director Berg can be reached at …": a rank, which alone makes no name of a single word.</summary>
    private static bool OpensWithFamilyName(Statement statement, Contact contact)
    {
        const int furthest = 3;
        return contact.Mention.NameParts.LastOrDefault() is { } family
            && statement.Tokens.Skip(statement.FirstWord).Take(furthest).Any(t => t.IsCapital && t.Folded == family);
    }

    /// <summary>An address that is built from the person's name is the person's, wherever it stands.</summary>
    public static ProposedPerson ByName(Letter letter, ProposedPerson person)
    {
        if (person.Email is not null || person.Name is null)
            return person;
        var own = letter
            .Statements.SelectMany(s => s.Tokens)
            .FirstOrDefault(t => t.Kind is TokenKind.Email && IsBuiltFrom(t.Folded, person.Name));
        return own.Folded is null ? person : person with { Email = Addresses.Email(own) };
    }

    public static bool IsBuiltFrom(string address, string name)
    {
        var local = Plain(address.Split('@')[0]);
        return Mention.PartsOf(name).LastOrDefault() is { } family && local.Contains(Plain(family), StringComparison.Ordinal);
    }

    private static string Plain(string text) =>
        string.Concat(
            WellFormed
                .Of(text.ToLowerInvariant())
                .Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
        );

    /// <summary>A line under the name, as in an address block or signature.</summary>
    private static bool IsInBlock(Statement statement, Statement last) =>
        statement.StartsLine
        && statement.Paragraph == last.Paragraph
        && statement.WordCount <= MaxBlockWords
        && (!statement.Tokens[^1].IsAnyMark(".:?!") || EndsInLegalForm(statement.Tokens))
        && last.WordCount <= MaxBlockWords + 4;

    /// <summary>"N.V.", "S.p.A.", "A.Ş.": its last full stop ends no sentence.</summary>
    private static bool EndsInLegalForm(IReadOnlyList<Token> tokens) =>
        tokens.Count > 1
        && tokens[^1].IsMark('.')
        && tokens[^2] is { Kind: TokenKind.Word, IsCapital: true, Folded.Length: <= 6 } form
        && form.Folded.Contains('.', StringComparison.Ordinal);

    private ProposedPerson Take(Statement statement, ProposedPerson person, bool isInBlock)
    {
        var label = LabelOf(statement);
        if (label is WordList.FunctionLabels)
            person = person with { Function = ValueOf(statement) ?? person.Function };
        else if (label is WordList.OrganisationLabels)
            person = person with { Organisation = ValueOf(statement) ?? person.Organisation };
        else if (isInBlock && label is null)
            person = TakeLine(statement, person);
        return addresses.AddTo(person, statement, 0, statement.Tokens.Count);
    }

    private ProposedPerson TakeLine(Statement statement, ProposedPerson person)
    {
        var end = 0;
        while (end < statement.Tokens.Count && !statement.Tokens[end].IsAddress && !statement.Tokens[end].IsAnyMark("|\t"))
            end++;
        var (function, organisation) = titles.Divide(statement, statement.FirstWord, end);
        return person with { Function = person.Function ?? function, Organisation = person.Organisation ?? organisation };
    }

    private static string? ValueOf(Statement statement)
    {
        if (statement.ValueStart is 0)
            return null;
        var end = statement.ValueStart;
        while (end < statement.Tokens.Count && !statement.Tokens[end].IsAnyMark("|\t;"))
            end++;
        while (end > statement.ValueStart && statement.Tokens[end - 1].IsAnyMark(".,"))
            end--;
        return statement.Text(statement.ValueStart, end) is { Length: > 0 } value ? value : null;
    }

    private string? LabelOf(Statement statement)
    {
        var tokens = statement.Tokens;
        foreach (var list in DetailLabels)
            if (
                words[list].EndAt(tokens, statement.FirstWord) is > 0 and var end
                && (HasValue(statement, end) || tokens.Any(t => t.IsAddress))
            )
                return list;
        return null;
    }

    /// <summary>A colon may follow further words, "Function in the ministry:"; a cell ends with its label.</summary>
    private static bool HasValue(Statement statement, int labelEnd) =>
        statement.ValueStart > 0
        && (
            statement.Tokens[statement.ValueStart - 1].IsMark(':')
            || statement.Tokens.Take(statement.ValueStart).Skip(labelEnd).All(t => t.Kind is TokenKind.Mark)
        );
}
