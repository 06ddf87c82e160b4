using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Finds out which mandate of the record each row means, once it is known whose. The strands of one change by its key only.</summary>
internal sealed class MatchMandates(KnownPeople people, CodeNames names, DateOnly today)
{
    public void Match(IReadOnlyCollection<ContactRow> rows)
    {
        foreach (var row in rows.Where(r => r.Outcome.IsRight && r.Mandate is not null))
            CheckRole(row);
        var open = rows.Where(r => r.Outcome.IsRight && r.Mandate is null).ToList();
        foreach (var row in open)
            row.Mandate = Meant(row) is [var only] ? only : null;
        foreach (var row in JoinStrands.Join(open.FindAll(r => r.Mandate is null)))
            Find(row);
    }

    private static void CheckRole(ContactRow row)
    {
        if (row.Role is { } other && other != row.Mandate!.Role && row.Cells.Said(F.Role) is not null)
            row.Cells.Tell(
                F.Role,
                Text.Key("The role of a mandate does not change. End this one, and give the new one in a row without its key.")
            );
    }

    private void Find(ContactRow row)
    {
        var meant = Meant(row);
        if (meant.Count == 1)
            row.Mandate = meant[0];
        else if (meant.Count > 1)
            row.Cells.Tell(F.From, Text.Key("Several mandates can be meant. Give role, first day and strands, or its key."));
        else if (ForOtherStrands(row) is { } other)
            row.Cells.Tell(
                F.Strands,
                Text.Key(
                    "The mandate since {0} is for {1}. Give its key to change that, or leave the strands out.",
                    other.From,
                    names.Strands(other.Strands)
                )
            );
        else if (row.Role is null)
            row.Cells.Tell(
                F.Role,
                Text.Key("The role is missing: choose the column that has it, or one role for all such rows.")
            );
        else if (row.From is null && LastEnded(row) is { To: { } end })
            row.Cells.Tell(
                F.From,
                Text.Key(
                    "The person held this role until {0}. Give the first day of a new mandate, or leave the row out.",
                    end.AddDays(-1)
                )
            );
    }

    /// <summary>Of its days and its strands; of several, those that held on any day, and without strands those for all of them.</summary>
    private List<Mandate> Meant(ContactRow row)
    {
        var meant = Held(row).Where(m => IsOfItsDays(row, m)).ToList();
        return row.Strands is { } strands
            ? Prefer(meant.FindAll(m => m.Strands.ToHashSet(StringComparer.Ordinal).SetEquals(strands)), m => !m.HeldOnNoDay())
            : Prefer(Prefer(meant, m => !m.HeldOnNoDay()), m => m.Strands.Count == 0);
    }

    private static List<Mandate> Prefer(List<Mandate> meant, Predicate<Mandate> better) =>
        meant.FindAll(better) is { Count: > 0 } found ? found : meant;

    /// <summary>One that it cannot stand beside, since both are for the same strand.</summary>
    private Mandate? ForOtherStrands(ContactRow row) =>
        Held(row).FirstOrDefault(m => IsOfItsDays(row, m) && !m.HeldOnNoDay() && row.Strands?.Any(m.Covers) is true);

    private Mandate? LastEnded(ContactRow row) => Held(row).Where(m => m.To <= today && !m.HeldOnNoDay()).MaxBy(m => m.To);

    private bool IsOfItsDays(ContactRow row, Mandate mandate) =>
        row.From is { } from
            ? mandate.From == from
            : mandate.HoldsOn(today) || (row.Until is { } last && mandate.To == last.AddDays(1));

    private IEnumerable<Mandate> Held(ContactRow row) =>
        people.HeldBy(row.Partner!.Id, row.Person!).Where(m => row.Role is null || m.Role == row.Role);
}
