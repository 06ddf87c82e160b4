using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>
/// Those whom delegations bring to an event, from a list. All of them come on the waiting list in its order; those for whom there is a
/// place get it at once, by the same rules as whoever is registered by a form.
/// </summary>
public sealed class ParticipantImport(SecretariatDb db, Clerk clerk, GivePlaces places, Settings settings, TimeProvider time)
    : ImportRules
{
    private readonly HashSet<Guid> entered = [];

    public override ImportKind Kind => ImportKind.Participants;

    public override IReadOnlyList<Field> Fields => ParticipantFields.All;

    public override string DefaultLabel => Text.Key("Event to which they come");

    public override string Process => Text.Key("Import participants");

    public override async Task<IReadOnlyList<SelectListItem>> DefaultsAsync(Text t, CancellationToken cancellationToken)
    {
        var open = await db
            .Events.AsNoTracking()
            .Include(e => e.Announcements)
            .Where(e => db.Delegations.Any(d => d.EventId == e.Id))
            .ToListAsync(cancellationToken);
        return
        [
            .. open.Where(e => TimetableEntry.At(e, AsOf.Today(time)) is { Standing: Standing.Coming })
                .Select(e => new SelectListItem(e.Title.In(t.Language.Code), e.Code)),
        ];
    }

    private protected override async Task EnterAsync(
        IReadOnlyList<RowCells> rows,
        ImportChoice choice,
        CancellationToken cancellationToken
    )
    {
        if (await db.Events.SingleOrDefaultAsync(e => e.Code == choice.Default, cancellationToken) is not { } e)
        {
            foreach (var row in rows)
                row.Outcome.Tell(Text.Key("Choose the event to which they come."));
            return;
        }

        var match = await PartnersAsync(rows, choice, cancellationToken);
        var enter = await EnterParticipants.ReadAsync(db, e.Id, settings.Mail.Mailbox, time.Now(), cancellationToken);
        var words = new ContactWords(
            await Known.LanguagesAsync(db, cancellationToken),
            await Known.StrandsAsync(db, cancellationToken),
            await CodeNames.ReadAsync(db, cancellationToken),
            new ImportChoice()
        );
        foreach (var row in rows.Select(r => ContactRow.Read(r, words)))
        {
            match.Match(row);
            enter.Enter(row);
        }

        entered.UnionWith(enter.Categories);
    }

    internal override async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var category in entered)
            await places.AdmitAsync(category, cancellationToken);
    }

    private async Task<MatchPartner> PartnersAsync(
        IReadOnlyList<RowCells> rows,
        ImportChoice choice,
        CancellationToken cancellationToken
    )
    {
        var partners = new KnownPartners(
            await db.Partners.Include(p => p.Domains).ToListAsync(cancellationToken),
            await db.PartnerKinds.AsNoTracking().ToListAsync(cancellationToken),
            clerk.StateNames
        );
        return new(partners, choice.ByDomain || rows.Count == 0 ? [] : rows[0].UnreadColumns());
    }
}
