using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>A delegation as read, with what pages and messages say of it.</summary>
public sealed class DelegationRow
{
    public required Delegation Delegation { get; init; }
    public required Event Event { get; init; }
    public required LocalizedText Partner { get; init; }
    public string? IsoAlpha2 { get; init; }

    /// <summary>In which its head was invited, or the one that it was merged into.</summary>
    public Guid ThreadId { get; init; }
}

public static class DelegationQueries
{
    /// <summary>Of some delegations, without following what changes.</summary>
    public static IQueryable<DelegationRow> RowsOf(this SecretariatDb db, IQueryable<Delegation> delegations) =>
        from delegation in delegations.AsNoTracking().AsSingleQuery()
        join e in db.Events.Include(e => e.Announcements) on delegation.EventId equals e.Id
        join partner in db.Partners on delegation.PartnerId equals partner.Id
        join message in db.Outbox on delegation.OutgoingMessageId equals message.Id
        join thread in db.Threads on message.ThreadId equals thread.Id
        select new DelegationRow
        {
            Delegation = delegation,
            Event = e,
            Partner = partner.Name,
            IsoAlpha2 = partner.IsoAlpha2,
            ThreadId = thread.MergedIntoId ?? thread.Id,
        };
}
