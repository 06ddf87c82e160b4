using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>A check-in as devices and we tell it each other.</summary>
/// <param name="Id">Made by the device that noted it.</param>
/// <param name="Person">The registration.</param>
/// <param name="Session">The item of the programme; null for the event as a whole.</param>
/// <param name="Entrance">Where; told by us alone.</param>
public sealed record SentCheckIn(
    Guid Id,
    Guid Person,
    Guid? Session,
    DateTimeOffset At,
    DateTimeOffset? TakenBackAt,
    string? Entrance = null
);

/// <summary>What cannot be taken; the device keeps it, and shows it.</summary>
public sealed record RefusedCheckIn(Guid Id, string Why);

/// <summary>
/// Takes what a device has noted, in any order and however often it is sent: whatever is known already stays as it is, and nothing that
/// another device has noted goes.
/// </summary>
public sealed class TakeCheckIns(SecretariatDb db, TimeProvider time, Text t)
{
    /// <summary>Devices that hold more send it in parts.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Whoever saves at the same moment may become visible a little later than it says.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <exception cref="DbUpdateConcurrencyException">The same was sent twice at this moment: the device sends it again.</exception>
    public async Task<IReadOnlyList<RefusedCheckIn>> RunAsync(
        Entrance entrance,
        IReadOnlyList<SentCheckIn> sent,
        CancellationToken cancellationToken
    )
    {
        var (ids, people) = (sent.Select(s => s.Id).ToList(), sent.Select(s => s.Person).ToList());
        var known = await db.CheckIns.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var registered = await db
            .Registrations.Where(r => r.EventId == entrance.EventId && people.Contains(r.Id))
            .Select(r => r.Id)
            .ToHashSetAsync(cancellationToken);
        var (now, refused) = (time.Now(), new List<RefusedCheckIn>());
        foreach (var one in sent)
        {
            if (!known.TryGetValue(one.Id, out var checkIn) && registered.Contains(one.Person))
                known[one.Id] = checkIn = Add(entrance, one, now);
            if (checkIn is null || (checkIn.EventId, checkIn.RegistrationId) != (entrance.EventId, one.Person))
                refused.Add(new(one.Id, t.Of("Nobody of that key is registered for this event.")));
            else if (one.TakenBackAt is { } at)
                checkIn.TakeBack(Earlier(at, now), now);
        }

        await db.SaveAsync(Text.Key("Check people in"), cancellationToken: cancellationToken);
        return refused;
    }

    /// <summary>What has come from all devices since.</summary>
    /// <param name="since">As it was told before; null for everything.</param>
    public async Task<(IReadOnlyList<SentCheckIn> CheckIns, DateTimeOffset Since)> NewsAsync(
        Guid eventId,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        var next = time.Now() - Overlap;
        var news = await (
            from checkIn in db.CheckIns
            where checkIn.EventId == eventId && (since == null || checkIn.ChangedAt >= since)
            join entrance in db.Entrances on checkIn.EntranceId equals entrance.Id
            orderby checkIn.ChangedAt
            select new SentCheckIn(
                checkIn.Id,
                checkIn.RegistrationId,
                checkIn.ItemId,
                checkIn.At,
                checkIn.TakenBackAt,
                entrance.Name
            )
        ).ToListAsync(cancellationToken);
        return (news, next);
    }

    private CheckIn Add(Entrance entrance, SentCheckIn sent, DateTimeOffset now)
    {
        var checkIn = new CheckIn
        {
            Id = sent.Id,
            EventId = entrance.EventId,
            RegistrationId = sent.Person,
            ItemId = sent.Session,
            EntranceId = entrance.Id,
            At = Earlier(sent.At, now),
        };
        checkIn.Take(now);
        db.CheckIns.Add(checkIn);
        return checkIn;
    }

    // A clock that runs ahead lets nobody in later than we heard of it.
    private static DateTimeOffset Earlier(DateTimeOffset at, DateTimeOffset now) =>
        at.ToUniversalTime() < now ? at.ToUniversalTime() : now;
}
