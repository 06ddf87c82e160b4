using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register.Import;

/// <summary>Whom of the record a list names in any of its cells, whatever its columns are taken for.</summary>
internal sealed class NamedInList
{
    private static readonly char[] Between = [' ', '\t', '\n', ',', ';', ':', '<', '>', '(', ')'];

    /// <summary>By mailbox, and by the key of the person or of a mandate.</summary>
    private readonly ILookup<string, Guid> bySign;

    /// <summary>By the first of the words of the name.</summary>
    private readonly ILookup<string, (string[] Words, Guid Id)> byWord;

    private NamedInList(IEnumerable<(string Sign, Guid Id)> signs, IEnumerable<(string[] Words, Guid Id)> names)
    {
        bySign = signs.ToLookup(s => s.Sign, s => s.Id, StringComparer.OrdinalIgnoreCase);
        byWord = names.Where(n => n.Words.Length > 0).ToLookup(n => n.Words[0], StringComparer.Ordinal);
    }

    /// <summary>Their entries; of one that was merged, the one into which it was.</summary>
    public static async Task<HashSet<Guid>> PersonsAsync(SecretariatDb db, GivenList list, CancellationToken cancellationToken)
    {
        var persons = await db.Persons.AsNoTracking().ToListAsync(cancellationToken);
        var held = await db.Mandates.Select(m => new { m.Id, m.PersonId }).ToListAsync(cancellationToken);
        var named = new NamedInList(
            [
                .. persons.Where(p => p.Email is not null).Select(p => (p.Email!.Trim(), EntryOf(p))),
                .. persons.Select(p => ($"{p.Id}", EntryOf(p))),
                .. held.Select(m => ($"{m.Id}", m.PersonId)),
            ],
            persons.Select(p => (WordsOf(p.Name), EntryOf(p)))
        );
        return [.. list.Rows.SelectMany(r => named.In(r.Cells))];
    }

    /// <summary>A name may stand in one cell, or in two.</summary>
    private IEnumerable<Guid> In(IReadOnlyList<string> cells)
    {
        var signs = cells.SelectMany(c => c.Split(Between, StringSplitOptions.RemoveEmptyEntries));
        var words = cells.SelectMany(WordsOf).ToHashSet(StringComparer.Ordinal);
        return signs
            .SelectMany(s => bySign[s])
            .Concat(words.SelectMany(w => byWord[w]).Where(n => n.Words.All(words.Contains)).Select(n => n.Id));
    }

    private static Guid EntryOf(Person person) => person.MergedIntoId ?? person.Id;

    private static string[] WordsOf(string text) => KnownPerson.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
