using System.Linq.Expressions;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>
/// A part of a timeline: what happened up to a day, from a place on in one direction. On one day, what has an hour is newer than
/// what has none.
/// </summary>
public sealed record Stretch(AsOf Until, (PlaceInList? Before, PlaceInList? After) At, int Size)
{
    /// <summary>Where something without an hour stands.</summary>
    public static PlaceInList PlaceOf(DateOnly day, Guid id) => new(Clock.InstantOf(day.ToDateTime(TimeOnly.MinValue)), id);

    public IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, DateTimeOffset>> at)
        where TRow : Row
    {
        var end = Until.EndsAt;
        Expression<Func<DateTimeOffset>> last = () => end;
        return Cut(rows.Where(That(at, Expression.LessThan(at.Body, last.Body))), at, place => (place.At, place.Id));
    }

    public IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, DateOnly>> on)
        where TRow : Row
    {
        var day = Until.Day;
        Expression<Func<DateOnly>> last = () => day;
        return Cut(rows.Where(That(on, Expression.LessThanOrEqual(on.Body, last.Body))), on, InDays);
    }

    /// <summary>The same place among days: in the midst of a day, it lies before everything of the next.</summary>
    private static (DateOnly Key, Guid Id) InDays(PlaceInList place)
    {
        var day = Clock.DayOf(place.At);
        return PlaceOf(day, place.Id) == place ? (day, place.Id) : (day.AddDays(1), Guid.Empty);
    }

    private IQueryable<TRow> Cut<TRow, TKey>(
        IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Func<PlaceInList, (TKey Key, Guid Id)> placeOf
    )
        where TRow : Row
    {
        // One more than is shown, of each sort, tells whether there is more of all together.
        if (At.After is { } newer)
            return rows.Where(Beyond(key, placeOf(newer), Expression.GreaterThan)).OrderBy(key).ThenBy(r => r.Id).Take(Size + 1);
        if (At.Before is { } older)
            rows = rows.Where(Beyond(key, placeOf(older), Expression.LessThan));
        return rows.OrderByDescending(key).ThenByDescending(r => r.Id).Take(Size + 1);
    }

    private static Expression<Func<TRow, bool>> Beyond<TRow, TKey>(
        Expression<Func<TRow, TKey>> key,
        (TKey Key, Guid Id) place,
        Func<Expression, Expression, Expression> isBeyond
    )
    {
        Expression<Func<TKey>> at = () => place.Key;
        Expression<Func<Guid>> id = () => place.Id;
        var rowId = Expression.Property(key.Parameters[0], nameof(Row.Id));
        var onTheSame = Expression.AndAlso(Expression.Equal(key.Body, at.Body), isBeyond(rowId, id.Body));
        return That(key, Expression.OrElse(isBeyond(key.Body, at.Body), onTheSame));
    }

    private static Expression<Func<TRow, bool>> That<TRow, TKey>(Expression<Func<TRow, TKey>> of, Expression holds) =>
        Expression.Lambda<Func<TRow, bool>>(holds, of.Parameters[0]);
}
