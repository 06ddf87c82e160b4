using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>People and their mandates, from a list.</summary>
public sealed class ContactImport(SecretariatDb db, Clerk clerk, TimeProvider time) : ImportRules
{
    public override ImportKind Kind => ImportKind.Contacts;

    public override IReadOnlyList<Field> Fields => ContactFields.All;

    public override string DefaultLabel => Text.Key("Role of the rows that name none");

    public override string Process => Text.Key("Import contacts");

    public override Task<IReadOnlyList<SelectListItem>> DefaultsAsync(Text t, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SelectListItem>>([
            .. Enum.GetValues<MandateRole>().Select(r => new SelectListItem(t.Of(r.Name()), $"{r}")),
        ]);

    private protected override async Task EnterAsync(
        IReadOnlyList<RowCells> rows,
        ImportChoice choice,
        CancellationToken cancellationToken
    )
    {
        var today = time.Today();
        var words = new ContactWords(
            await Known.LanguagesAsync(db, cancellationToken),
            await Known.StrandsAsync(db, cancellationToken),
            await CodeNames.ReadAsync(db, cancellationToken),
            choice
        );
        var partners = new KnownPartners(
            await db.Partners.Include(p => p.Domains).ToListAsync(cancellationToken),
            await db.PartnerKinds.AsNoTracking().ToListAsync(cancellationToken),
            clerk.StateNames
        );
        var persons = await db.Persons.ToListAsync(cancellationToken);
        var people = new KnownPeople(persons, await db.Mandates.OrderBy(m => m.Id).ToListAsync(cancellationToken));
        var unread = choice.ByDomain || rows.Count == 0 ? [] : rows[0].UnreadColumns();
        var match = new MatchContact(new MatchPartner(partners, unread), people, today);
        var contacts = rows.Select(r => ContactRow.Read(r, words)).ToList();
        contacts.ForEach(match.Match);
        new MatchMandates(people, words.Names, today).Match(contacts);
        ContactAgreement.Check(contacts, today);
        var enter = new EnterContact(db, people, words, today);
        enter.Enter(contacts);
        await db.MoveMailboxesAsync(enter.Moves, cancellationToken);
    }
}
