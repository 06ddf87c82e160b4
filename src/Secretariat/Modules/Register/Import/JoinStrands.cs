namespace Secretariat.Modules.Register.Import;

/// <summary>Lists with a row for each strand: rows that say the same of one person but for other strands are one mandate for all of these.</summary>
internal static class JoinStrands
{
    /// <summary>Joins rows to the first of their kind, which has the strands of all then.</summary>
    /// <returns>Those that are joined to none.</returns>
    public static List<ContactRow> Join(List<ContactRow> rows)
    {
        foreach (var same in rows.Where(r => r.Strands is not null).GroupBy(SaidBesides).Select(g => g.ToList()))
        {
            var strands = same.SelectMany(r => r.Strands!).ToList();
            if (same.Count == 1 || strands.Distinct(StringComparer.Ordinal).Count() < strands.Count)
                continue;
            same[0].Strands = strands;
            foreach (var other in same.Skip(1))
                other.JoinedTo = same[0];
        }

        return rows.FindAll(r => r.JoinedTo is null);
    }

    private static object SaidBesides(ContactRow row) =>
        (row.Partner!.Id, row.Person!.Id, row.Role, row.From, row.Until, (row.Function, row.Language, row.Email, row.Phone));
}
