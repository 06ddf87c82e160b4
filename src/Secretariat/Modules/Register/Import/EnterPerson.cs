using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Enters what a row says of the person; the mailboxes are changed all at once, since accounts follow them.</summary>
internal sealed class EnterPerson(KnownPeople people)
{
    private readonly Dictionary<Person, string> mailboxes = [];

    public IReadOnlyCollection<(Person Person, string? Email)> Moves => [.. mailboxes.Select(m => (m.Key, (string?)m.Value))];

    public void Enter(ContactRow row, Person person)
    {
        var cells = row.Cells;
        var email = mailboxes.GetValueOrDefault(person) ?? person.Email;
        var hasName = cells.IsNewName(F.Name, NameIn(row, person), people.IsNew(person) ? null : person.Name);
        var hasEmail = cells.IsNewEmail(F.Email, row.Email, email);
        var hasPhone = cells.IsNewPhone(F.Phone, row.Phone, person.Phone);
        if (!row.Outcome.IsRight)
            return;
        if (hasName && !people.IsNew(person))
            Rename(row, person);
        if (hasEmail)
        {
            row.Outcome.Change(F.Email.Label, email, row.Email);
            mailboxes[person] = row.Email!;
        }

        if (!hasPhone)
            return;
        row.Outcome.Change(F.Phone.Label, person.Phone, row.Phone);
        person.Phone = row.Phone;
    }

    /// <summary>Whoever was found by name is called so already, however it is spelled here.</summary>
    private string? NameIn(ContactRow row, Person person) => row.IsByKey || people.IsNew(person) ? row.Name : null;

    private static void Rename(ContactRow row, Person person)
    {
        var (before, after) = (KnownPerson.Key(person.Name).Split(' '), KnownPerson.Key(row.Name!).Split(' '));
        if (!before.Intersect(after, StringComparer.Ordinal).Any())
            row.Outcome.Remark(Text.Key("The name is quite another. For another person, leave the keys in this row empty."));
        row.Outcome.Change(F.Name.Label, person.Name, row.Name);
        var family = person.FamilyName;
        person.Name = row.Name!;
        if (family is not null && person.FamilyName is null)
            row.Outcome.Remark(
                Text.Key("The recorded family name “{0}” is not in the new name and goes with the old one.", family)
            );
    }
}
