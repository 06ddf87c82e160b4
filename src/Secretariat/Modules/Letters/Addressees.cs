using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>To whom of a partner letters were written, as far as the record knows them as its principals, and who holds the office now.</summary>
public sealed class Addressees
{
    private readonly MergedEntries entries;
    private readonly ILookup<Guid, Mandate> principals;

    private Addressees(MergedEntries entries, IEnumerable<Mandate> mandates) =>
        (this.entries, principals) = (entries, mandates.ToLookup(m => entries.KeptOf(m.PartnerId)));

    /// <summary>By one query for any number of letters.</summary>
    public static async Task<Addressees> ReadAsync(
        SecretariatDb db,
        IEnumerable<Letter> letters,
        MergedEntries entries,
        CancellationToken cancellationToken
    )
    {
        var partners = letters.SelectMany(l => entries.EntriesOf(l.PartnerId)).Distinct().ToList();
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => m.Role == MandateRole.Principal && partners.Contains(m.PartnerId))
            .OrderByDescending(m => m.From)
            .ToListAsync(cancellationToken);
        return new(entries, mandates);
    }

    public Guid? PersonOf(Letter letter) => MandatesOf(letter).FirstOrDefault()?.PersonId;

    /// <summary>In which the addressee is written to by preference, as far as the record knows them.</summary>
    public string? LanguageOf(Letter letter) => MandatesOf(letter).FirstOrDefault()?.Language;

    /// <summary>Whoever is written to held the office, and holds it no more.</summary>
    public bool HaveLeft(Letter letter, DateOnly day) =>
        MandatesOf(letter) is { Count: > 0 } theirs && !theirs.Exists(m => m.HoldsOn(day));

    /// <summary>Who holds the office in the place of an addressee who has left it.</summary>
    public Mandate? SuccessorOf(Letter letter, DateOnly day) =>
        HaveLeft(letter, day) ? Principals(letter).FirstOrDefault(m => m.HoldsOn(day)) : null;

    /// <summary>By name, else by mailbox, which a successor may have taken over.</summary>
    private List<Mandate> MandatesOf(Letter letter)
    {
        var named = Principals(letter).Where(m => m.Person.Name == letter.AddresseeName).ToList();
        return named.Count > 0 ? named : [.. Principals(letter).Where(m => HasMailbox(m.Person, letter))];
    }

    private static bool HasMailbox(Person person, Letter letter) =>
        string.Equals(person.Email, letter.AddresseeEmail, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Mandate> Principals(Letter letter) => principals[entries.KeptOf(letter.PartnerId)];
}

/// <summary>To whom is written and how they are addressed.</summary>
public sealed record Addressee(string Name, string Function, string? Email, string Rank, AddressForm Form)
{
    /// <summary>As recorded; null where it is told from the name.</summary>
    public string? FamilyName { get; init; }

    public static Addressee Of(Letter letter) =>
        new(letter.AddresseeName ?? "", letter.AddresseeFunction ?? "", letter.AddresseeEmail, letter.Rank, letter.Form)
        {
            FamilyName = letter.AddresseeFamilyName,
        };

    public static Addressee Of(Mandate mandate, string language) =>
        new(mandate.Person.Name, mandate.FunctionIn(language), mandate.Person.Email, mandate.Rank, mandate.Person.Form)
        {
            FamilyName = mandate.Person.FamilyName,
        };
}
