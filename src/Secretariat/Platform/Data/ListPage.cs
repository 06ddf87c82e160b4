using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Data;

/// <summary>A row of a list, which knows its place there.</summary>
public interface IPlaced<out TPlace>
    where TPlace : struct
{
    TPlace Place { get; }
}

/// <summary>Some rows of a list, newest first, and the places from which it goes on either way; null where it ends.</summary>
public sealed record ListPage<TRow, TPlace>(IReadOnlyList<TRow> Rows, TPlace? Newer, TPlace? Older)
    where TRow : IPlaced<TPlace>
    where TPlace : struct;

public static class ListPages
{
    /// <summary>A page of a list by the keys of its records, which sort by the time they were made.</summary>
    public static Task<ListPage<TRow, Guid>> PageByKeyAsync<TRecord, TRow>(
        this IQueryable<TRecord> found,
        Func<IQueryable<TRecord>, IQueryable<TRow>> show,
        (Guid? Before, Guid? After) at,
        int size,
        CancellationToken cancellationToken
    )
        where TRecord : Row
        where TRow : IPlaced<Guid>
    {
        var placed =
            at.After is { } newer ? found.Where(r => r.Id > newer).OrderBy(r => r.Id)
            : at.Before is { } older ? found.Where(r => r.Id < older).OrderByDescending(r => r.Id)
            : found.OrderByDescending(r => r.Id);
        return placed.PageAsync(show, at, size, cancellationToken);
    }

    /// <param name="placed">The records from the place on, in the direction in which it is read: after a place, the oldest first.</param>
    public static async Task<ListPage<TRow, TPlace>> PageAsync<TRecord, TRow, TPlace>(
        this IQueryable<TRecord> placed,
        Func<IQueryable<TRecord>, IQueryable<TRow>> show,
        (TPlace? Before, TPlace? After) at,
        int size,
        CancellationToken cancellationToken
    )
        where TRow : IPlaced<TPlace>
        where TPlace : struct
    {
        // One row more than is shown tells whether there is another page.
        return Of(await show(placed.Take(size + 1)).ToListAsync(cancellationToken), at, size);
    }

    /// <param name="rows">One more than is shown where there is another page, in the direction in which they are read.</param>
    public static ListPage<TRow, TPlace> Of<TRow, TPlace>(List<TRow> rows, (TPlace? Before, TPlace? After) at, int size)
        where TRow : IPlaced<TPlace>
        where TPlace : struct
    {
        var hasMore = rows.Count > size;
        rows = [.. rows.Take(size)];
        if (at.After is not null)
            rows.Reverse();
        if (rows.Count == 0)
            return new ListPage<TRow, TPlace>(rows, null, null);
        var (hasNewer, hasOlder) = at.After is null ? (at.Before is not null, hasMore) : (hasMore, true);
        return new ListPage<TRow, TPlace>(rows, hasNewer ? rows[0].Place : null, hasOlder ? rows[^1].Place : null);
    }
}
