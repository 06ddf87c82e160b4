using Microsoft.EntityFrameworkCore;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A row of a list of messages, which knows its place.</summary>
public interface IPlaced
{
    PlaceInList Place { get; }
}

/// <summary>Some of the messages of a list, newest first, and where the list goes on.</summary>
/// <param name="Newer">The query that leads to newer ones, or null.</param>
/// <param name="Older">The query that leads to older ones, or null.</param>
public sealed record PageOfMessages<TRow>(IReadOnlyList<TRow> Rows, string? Newer, string? Older)
    where TRow : IPlaced;

public static class PagesOfMessages
{
    public static async Task<PageOfMessages<TRow>> PageAsync<TRow>(
        this IQueryable<Message> found,
        Func<IQueryable<Message>, IQueryable<TRow>> show,
        (PlaceInList? Before, PlaceInList? After) at,
        int size,
        CancellationToken cancellationToken
    )
        where TRow : IPlaced
    {
        // One row more than is shown tells whether there is another page.
        var rows = await show(Place(found, at.Before, at.After).Take(size + 1)).ToListAsync(cancellationToken);
        var hasMore = rows.Count > size;
        rows = [.. rows.Take(size)];
        if (at.After is not null)
            rows.Reverse();
        if (rows.Count == 0)
            return new PageOfMessages<TRow>(rows, null, null);
        var hasNewer = at.After is null ? at.Before is not null : hasMore;
        var hasOlder = at.After is not null || hasMore;
        return new PageOfMessages<TRow>(
            rows,
            hasNewer ? $"after={rows[0].Place}" : null,
            hasOlder ? $"before={rows[^1].Place}" : null
        );
    }

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
