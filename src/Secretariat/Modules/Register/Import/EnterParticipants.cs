using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Enters whom a row names on the waiting list of an event. A row of somebody who is registered already does nothing.</summary>
internal sealed class EnterParticipants
{
    private readonly SecretariatDb db;
    private readonly Guid eventId;
    private readonly string sentBy;
    private readonly DateTimeOffset now;
    private readonly Dictionary<Guid, Guid> delegations;
    private readonly List<RegistrationCategory> categories;
    private readonly HashSet<string> registered;
    private readonly Dictionary<string, int> rowsByAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> categoryKeys = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> entered = [];

    private EnterParticipants(
        SecretariatDb db,
        (Guid EventId, string SentBy, DateTimeOffset Now) about,
        Dictionary<Guid, Guid> delegations,
        List<RegistrationCategory> categories,
        HashSet<string> registered
    )
    {
        (this.db, this.delegations, this.categories, this.registered) = (db, delegations, categories, registered);
        (eventId, sentBy, now) = about;
        foreach (var category in categories)
        foreach (var language in category.Name.Languages)
            categoryKeys.TryAdd(Known.Key(category.Name.In(language)), $"{category.Id}");
    }

    /// <summary>In which somebody was entered.</summary>
    public IReadOnlyCollection<Guid> Categories => entered;

    /// <param name="sentBy">What stands as the address from which they were registered.</param>
    public static async Task<EnterParticipants> ReadAsync(
        SecretariatDb db,
        Guid eventId,
        string sentBy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var led = await db
            .Delegations.Where(d => d.EventId == eventId)
            .Where(d => db.Invitations.Any(i => i.Id == d.InvitationId && i.WithdrawnAt == null))
            .ToDictionaryAsync(d => d.PartnerId, d => d.Id, cancellationToken);
        var asked = await db
            .RegistrationCategories.Where(c => c.EventId == eventId)
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        var known = await db
            .Registrations.Where(r => r.EventId == eventId && r.Once != null)
            .Select(r => r.Once!)
            .ToHashSetAsync(cancellationToken);
        return new(db, (eventId, sentBy, now), led, asked, known);
    }

    public void Enter(ContactRow row)
    {
        var cells = row.Cells;
        row.Outcome.Who = Reason.Quoted(row.Name ?? "");
        var category = CategoryOf(cells);
        var delegation = DelegationOf(row);
        CheckWords(row);
        if (!row.Outcome.IsRight)
            return;
        var once = Registration.OnceOf(row.Email!);
        if (!rowsByAddress.TryAdd(once, row.Outcome.Row))
            cells.Tell(F.Email, Text.Key("Row {0} has this address too: leave one of them.", rowsByAddress[once]));
        else if (!registered.Contains(once))
            Add(row, category!.Value, delegation!.Value);
    }

    private void Add(ContactRow row, Guid category, Guid delegation)
    {
        var (given, family) = NamesIn(row);
        var registration = new Registration
        {
            EventId = eventId,
            DelegationId = delegation,
            CategoryId = category,
            GivenNames = given,
            FamilyName = family,
            Function = row.Function!,
            Email = row.Email!.Trim(),
            SentBy = sentBy,
        };
        // In the order of the list.
        registration.Settle(RegistrationStatus.Waiting, now.AddMicroseconds(row.Outcome.Row));
        db.Registrations.Add(registration);
        entered.Add(category);
        row.Outcome.Does(RowEffect.NewPerson);
    }

    private static void CheckWords(ContactRow row)
    {
        var cells = row.Cells;
        if (row.Name is null)
            cells.Tell(F.Name, Text.Key("The name is missing."));
        else
            cells.IsNewName(F.Name, row.Name, null);
        if (row.Function is null)
            cells.Tell(F.Function, Text.Key("The function is missing."));
        else
            cells.IsNew(F.Function, row.Function, null, 200);
        if (row.Email is null)
            cells.Tell(F.Email, Text.Key("The address is missing: the person is told by it."));
        else
            cells.IsNewEmail(F.Email, row.Email, null);
    }

    private Guid? DelegationOf(ContactRow row)
    {
        if (row.Partner is not { } partner)
            return null;
        row.Outcome.Footnote = partner.Footnote;
        if (delegations.TryGetValue(partner.Id, out var delegation))
            return delegation;
        row.Cells.Tell(
            F.Partner,
            Text.Key("{0} has no delegation: it has not accepted, or its head has no link yet.", KnownPartners.NameOf(partner))
        );
        return null;
    }

    /// <summary>Where there is only one, a row need not name it.</summary>
    private Guid? CategoryOf(RowCells cells)
    {
        if (cells.Said(ParticipantFields.Category) is null && categories is [var only])
            return only.Id;
        if (cells.Said(ParticipantFields.Category) is null)
            cells.Tell(ParticipantFields.Category, Text.Key("The category is missing."));
        var named = cells.OneOf(
            ParticipantFields.Category,
            categoryKeys,
            id => Reason.Quoted(categories.Single(c => $"{c.Id}" == id).Name.ToString())
        );
        return named is null ? null : Guid.Parse(named);
    }

    /// <summary>A name in one cell has its family name last, unless the list has it apart.</summary>
    private static (string? Given, string Family) NamesIn(ContactRow row)
    {
        var (given, family) = (row.Cells.Line(F.Given), row.Cells.Line(F.Family));
        if (family is not null)
            return (given, family);
        var words = OneLine.Of(row.Name!).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [.. { Length: > 0 } first, var last] ? (string.Join(' ', first), last) : (null, row.Name!);
    }
}
