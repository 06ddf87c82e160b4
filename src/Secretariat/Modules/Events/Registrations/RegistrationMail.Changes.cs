using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Changes;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>What one person reads because an event stands otherwise.</summary>
/// <param name="Words">Their link stands in it only when it leaves.</param>
public sealed record RegistrationNews(
    RegistrationMail.Frame About,
    Guid RegistrationId,
    string Kind,
    string Name,
    string Address,
    InvitationWords Words
);

public sealed partial class RegistrationMail
{
    private const string ChangedKind = "changed";
    private const string CancelledKind = "cancelled";

    /// <summary>
    /// What those who are registered are told of a change: those who know of their place that it is otherwise; those to whom a message
    /// still waits, what it says as it stands now. Of those who wait for a place the heads of delegation, who are invited, know.
    /// </summary>
    public async Task<IReadOnlyList<RegistrationNews>> NewsAsync(EventChange change, CancellationToken cancellationToken)
    {
        if (!change.IsCalledOff && !change.IsOther)
            return [];
        var kinds = (await WaitingAsync(change.Before.Event.Id, cancellationToken))
            .Where(w => w.RegistrationId is not null)
            .ToLookup(w => w.RegistrationId!.Value, w => w.Kind);
        var waiting = kinds.Select(k => k.Key).ToList();
        var people = await db
            .Registrations.AsNoTracking()
            .Where(r => r.EventId == change.Before.Event.Id)
            .Where(r => r.Status == RegistrationStatus.Registered || waiting.Contains(r.Id))
            .OrderBy(r => r.Id)
            .ToListAsync(cancellationToken);
        var about = await FramesAsync(change.After, cancellationToken);
        var categories = await db
            .RegistrationCategories.AsNoTracking()
            .Where(c => c.EventId == change.Before.Event.Id)
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. people.SelectMany(p => NewsOf(p, categories[p.CategoryId], [.. kinds[p.Id]], about[p.DelegationId], change))];
    }

    /// <summary>Puts them in the outbox, and recalls what the change has overtaken; also the link of a delegation, which is sent again.</summary>
    public async Task TellAsync(IReadOnlyList<RegistrationNews> news, EventChange change, CancellationToken cancellationToken)
    {
        if (!change.Overtakes)
            return;
        foreach (var (message, _, _) in await WaitingAsync(change.Before.Event.Id, cancellationToken))
            message.Recall(Text.Key("The event had changed before it left."));
        foreach (var (about, registrationId, kind, name, address, words) in news)
        {
            var link = await links.AddressAsync(LinkTo.Person, registrationId, cancellationToken);
            // Each change is told once; the version of the event tells them apart.
            var purpose = $"{PersonPurpose}{registrationId}/{kind}/{change.Before.Event.Version}";
            await PutAsync(
                about,
                purpose,
                name,
                address,
                words.With(LinkPlaceholder, link),
                cancellationToken,
                change.IsCalledOff
            );
        }
    }

    /// <summary>What still waits under the link of a delegation.</summary>
    public async Task RecallAsync(Guid linkId, CancellationToken cancellationToken)
    {
        foreach (var message in await Waiting($"{WriteToHeads.Purpose}{linkId}").ToListAsync(cancellationToken))
            message.Recall(Text.Key("The invitation was withdrawn before it left."));
    }

    /// <summary>What still waits to be said of a person who no longer comes.</summary>
    /// <returns>Whether that they are registered was among it.</returns>
    public async Task<bool> RecallAsync(Registration registration, CancellationToken cancellationToken)
    {
        var prefix = $"{PersonPurpose}{registration.Id}/";
        var waiting = await Waiting(prefix).ToListAsync(cancellationToken);
        foreach (var message in waiting.Where(m => m.Purpose[prefix.Length..].Split('/')[0] is not (LeftKind or RejectedKind)))
            message.Recall(Text.Key("The person was no longer registered before it left."));
        return waiting.Exists(m => m.Purpose[prefix.Length..].Split('/')[0] is RegisteredKind);
    }

    private IQueryable<OutgoingMessage> Waiting(string prefix) =>
        db
            .Outbox.Where(m => m.SentAt == null && (m.Delivery == Delivery.Due || m.Delivery == Delivery.Failed))
            .Where(m => m.Purpose.StartsWith(prefix));

    private IEnumerable<RegistrationNews> NewsOf(
        Registration person,
        RegistrationCategory category,
        IReadOnlyCollection<string> waiting,
        Frame about,
        EventChange change
    )
    {
        var isKnown = !waiting.Contains(RegisteredKind);
        if (person.Status is RegistrationStatus.Registered && (isKnown || change.IsOther))
            yield return !isKnown ? ToPerson(RegisteredKind, WriteRegistered(about, person, category))
            : change.IsOther ? ToPerson(ChangedKind, change.Tell(WriteAbout(text.Changed, about, person), invitations.Off))
            : ToPerson(CancelledKind, change.Tell(WriteAbout(text.Cancelled, about, person), invitations.Off));
        if (change.IsCalledOff)
            yield break;
        if (waiting.Contains(LeftKind))
            yield return ToPerson(LeftKind, WriteAbout(text.Left, about, person));
        if (waiting.Contains(PlaceKind))
            yield return ToHead(PlaceKind, WriteAbout(text.Place, about, person));
        if (waiting.Contains(RejectedKind))
            yield return ToHead(RejectedKind, WriteAbout(text.Rejected, about, person));

        RegistrationNews ToPerson(string kind, InvitationWords words) =>
            new(about, person.Id, kind, person.Name, person.Email, words);
        RegistrationNews ToHead(string kind, InvitationWords words) =>
            new(about, person.Id, kind, about.Delegation.HeadName, about.Delegation.HeadAddress, words);
    }

    /// <summary>What has not left yet of the registration for an event.</summary>
    /// <returns>Each message, about which registration (null for the link of a delegation), and what it says of it.</returns>
    private async Task<IReadOnlyList<(OutgoingMessage Message, Guid? RegistrationId, string Kind)>> WaitingAsync(
        Guid eventId,
        CancellationToken cancellationToken
    )
    {
        var messages = await Waiting(PersonPurpose).ToListAsync(cancellationToken);
        messages.AddRange(await Waiting(WriteToHeads.Purpose).ToListAsync(cancellationToken));
        var about = messages.ConvertAll(m =>
            m.Purpose.Split('/') is [_, var id, .. var rest]
                ? (Message: m, Id: Guid.Parse(id), Kind: rest.FirstOrDefault() ?? "")
                : default
        );
        var ids = about.ConvertAll(a => a.Id);
        var registrations = await db
            .Registrations.Where(r => r.EventId == eventId && ids.Contains(r.Id))
            .Select(r => r.Id)
            .ToHashSetAsync(cancellationToken);
        var linkIds = await db
            .Delegations.Where(d => d.EventId == eventId && ids.Contains(d.LinkId))
            .Select(d => d.LinkId)
            .ToHashSetAsync(cancellationToken);
        return
        [
            .. about
                .Where(a => registrations.Contains(a.Id) || linkIds.Contains(a.Id))
                .Select(a => (a.Message, registrations.Contains(a.Id) ? a.Id : (Guid?)null, a.Kind)),
        ];
    }

    private async Task<Dictionary<Guid, Frame>> FramesAsync(TimetableEntry entry, CancellationToken cancellationToken)
    {
        var rows = await db.RowsOf(db.Delegations.Where(d => d.EventId == entry.Event.Id)).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Delegation.Id, r => Frame.Of(r, entry));
    }
}
