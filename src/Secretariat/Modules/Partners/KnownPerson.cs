using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>Somebody who stands in a partner's record, and may be nominated again under another spelling.</summary>
public sealed record KnownPerson(Guid Id, string Name, string? Email, string Function)
{
    public bool HasName(string? name) => name is not null && Key(name) == Key(Name);

    public bool HasMailbox(string? email) =>
        email is not null && string.Equals(email.Trim(), Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>Everybody who has or had a mandate of the partner, in the function of the latest.</summary>
    public static async Task<IReadOnlyList<KnownPerson>> OfAsync(
        SecretariatDb db,
        Guid? partnerId,
        CancellationToken cancellationToken
    )
    {
        var mandates = await db
            .Mandates.Where(m => m.PartnerId == partnerId)
            .OrderByDescending(m => m.From)
            .Select(m => new KnownPerson(m.PersonId, m.Person.Name, m.Person.Email, m.Function))
            .ToListAsync(cancellationToken);
        return [.. mandates.DistinctBy(m => m.Id)];
    }

    /// <summary>Case, accents, punctuation, titles and the order of names are a matter of who writes.</summary>
    internal static string Key(string name)
    {
        var letters = Fold.Plain(PersonName.WithoutTitles(name)).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Order(StringComparer.Ordinal));
    }
}
