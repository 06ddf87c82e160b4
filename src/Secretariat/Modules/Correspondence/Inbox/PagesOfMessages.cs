using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence.Inbox;

public static class PagesOfMessages
{
    /// <summary>A page of a list of messages by the time at which they were received.</summary>
    public static Task<ListPage<TRow, PlaceInList>> PageByTimeAsync<TRow>(
        this IQueryable<Message> found,
        Func<IQueryable<Message>, IQueryable<TRow>> show,
        (PlaceInList? Before, PlaceInList? After) at,
        int size,
        CancellationToken cancellationToken
    )
        where TRow : IPlaced<PlaceInList> => Place(found, at.Before, at.After).PageAsync(show, at, size, cancellationToken);

    private static IQueryable<Message> Place(IQueryable<Message> found, PlaceInList? before, PlaceInList? after)
    {
        if (after is { } newer)
            return found
                .Where(m => m.ReceivedAt > newer.At || (m.ReceivedAt == newer.At && m.Id > newer.Id))
                .OrderBy(m => m.ReceivedAt)
                .ThenBy(m => m.Id);
        if (before is { } older)
            found = found.Where(m => m.ReceivedAt < older.At || (m.ReceivedAt == older.At && m.Id < older.Id));
        return found.OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id);
    }
}
