using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>
/// Brings the facts of two entries into one line, day by day. One of the entry that goes moves for the days on which it holds.
/// Where it takes days from one of the kept entry, it stays as it is and a copy goes over: two rows without an end could not be
/// changed at once.
/// </summary>
internal sealed class MoveDays<T>(SecretariatDb db, Moving moving, OneADay<T> sort)
    where T : Entity, IDated
{
    private readonly List<MovedRecord> done = [];

    public void Take(IReadOnlyList<T> theirs, IReadOnlyList<T> own)
    {
        var left = theirs.Select(t => (Fact: t, Days: sort.LeftOf(t, own))).ToList();
        var leftOfOwn = own.Select(o => (Fact: o, Days: sort.LeftOfOwn(o, theirs))).ToList();
        foreach (var reason in theirs.SelectMany(t => own.Select(o => sort.WhyNotOfOne(t, o))).OfType<Reason>())
            moving.Forbid(reason);
        foreach (var (fact, days) in left)
        {
            Say(fact, days, own);
            if (sort.PrevailsOverAny(fact, own))
                Copy(fact, days);
            else if (days.Count > 0)
                Move(fact, days);
        }

        foreach (var (fact, days) in leftOfOwn.Where(o => !IsWhole(o.Fact, o.Days)))
            Cut(fact, days);
        moving.Took(sort.Heading, typeof(T).Name, done);
    }

    private void Say(T fact, IReadOnlyList<Days> left, IReadOnlyList<T> own)
    {
        if (sort.RivalOf(fact, own) is not { } rival)
            return;
        var (name, days) = (sort.Name(fact), Days.Of(fact).InWords());
        var (other, held) = (sort.Name(rival), Days.Of(rival).InWords());
        var over = new Reason(string.Join(", ", left.Select((_, i) => $"{{{i}}}")), [.. left.Select(d => d.InWords())]);
        if (left.Count == 0)
            moving.Stay(Text.Key("{0}, {1}: the kept entry has {2}, {3}.", name, days, other, held));
        else if (sort.PrevailsOverAny(fact, own))
            moving.Stay(
                Text.Key(
                    "{0}, {1}: a copy of it holds {2}, in the place of what the kept entry has ({3}, {4}).",
                    name,
                    days,
                    over,
                    other,
                    held
                )
            );
        else
            moving.GoesInPart(
                Text.Key("{0}, {1}: goes over {2} alone, because the kept entry has {3}, {4}.", name, days, over, other, held)
            );
    }

    /// <summary>What holds last is the record itself, so that whatever speaks of it finds what holds now.</summary>
    private void Move(T fact, IReadOnlyList<Days> days)
    {
        var before = IsWhole(fact, days) ? null : Days.Of(fact);
        Copy(fact, days.SkipLast(1));
        db.PutUnder(fact, moving.KeptId);
        db.PutOn(fact, days[^1]);
        done.Add(new(fact.Id, db.ValuesOf(fact), MovedAs.Moved, before));
    }

    private void Copy(T fact, IEnumerable<Days> days)
    {
        foreach (var each in days)
        {
            var copy = db.CopyOf(fact, moving.KeptId, each);
            done.Add(new(copy.Id, db.ValuesOf(copy), MovedAs.Copied));
        }
    }

    /// <summary>One of the kept entry of which no day is left held on none.</summary>
    private void Cut(T fact, IReadOnlyList<Days> days)
    {
        var before = Days.Of(fact);
        Copy(fact, days.Skip(1));
        db.PutOn(fact, days.Count > 0 ? days[0] : new(fact.From, fact.From));
        done.Add(new(fact.Id, db.ValuesOf(fact), MovedAs.Cut, before));
    }

    private static bool IsWhole(T fact, IReadOnlyList<Days> days) => days.Count == 1 && days[0] == Days.Of(fact);
}
