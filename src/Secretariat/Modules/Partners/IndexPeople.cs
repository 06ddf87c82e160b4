using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>
/// Keeps the words by which a person is found, whenever name or address change; and takes up those that have none yet, as those
/// who were entered before there was a search.
/// </summary>
public sealed class IndexPeople(SecretariatDb db) : IHandle<PersonNamed>, IWork
{
    private const int Batch = 500;

    /// <summary>What was added here: what is new to the record is not asked of the database.</summary>
    private readonly Dictionary<Guid, SearchText> added = [];

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task HandleAsync(PersonNamed fact, CancellationToken cancellationToken)
    {
        var person = fact.Person;
        if (added.Remove(person.Id, out var last) && db.Entry(last).State is not EntityState.Detached)
            db.SearchTexts.Remove(last);
        else if (db.Entry(person).State is not EntityState.Added)
            db.SearchTexts.RemoveRange(await db.SearchTexts.Where(s => s.RecordId == person.Id).ToListAsync(cancellationToken));
        // A merged one is found under the entry that was kept.
        if (person.MergedIntoId is null)
            db.SearchTexts.Add(added[person.Id] = WordsOf(person));
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var indexed = 0;
        while (await UnindexedAsync(cancellationToken) is { Count: > 0 } people)
        {
            db.SearchTexts.AddRange(people.Select(WordsOf));
            await db.SaveChangesAsync(cancellationToken);
            indexed += people.Count;
        }

        return indexed;
    }

    private Task<List<Person>> UnindexedAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return db
            .Persons.AsNoTracking()
            .Where(p => p.MergedIntoId == null && !db.SearchTexts.Any(s => s.RecordId == p.Id))
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Twice in a row, a name is found whichever of its parts is typed first; in Latin letters too.</summary>
    private static SearchText WordsOf(Person person)
    {
        var latin = Latin.Of(person.Name);
        return SearchText.Of(person.Id, person.Name, person.Name, latin, latin, person.Email);
    }
}
