namespace Secretariat.Modules.Register.Import;

/// <summary>What stands in the columns of a list, as far as it tells which field they hold.</summary>
internal sealed class ColumnCells(GivenList list, IReadOnlyList<Field> fields)
{
    private const int Sample = 200;

    private readonly bool isOurs = fields.Any(f => f.IsOurs && list.Header.Contains(f.Column, StringComparer.OrdinalIgnoreCase));

    public bool AllAre(Predicate<string> isOfKind, int column) =>
        Filled(column) is { Count: > 0 } cells && cells.TrueForAll(isOfKind);

    /// <summary>
    /// Whether a column of the field's name can be the field’s: “name” beside a first name is the family name, “role” over job titles is
    /// the function. Wrong cells in a file of our own are mistakes, unless the reader of lists knows better.
    /// </summary>
    public bool MayHold(Field field, int column)
    {
        if (field.Understood.Contains("name") && IsHalf(column))
            return false;
        return field.Holds is not { } isOfKind
            || isOurs && !list.IsUnderstood(column)
            || Filled(column) is var cells && 2 * cells.Count(c => isOfKind(c)) >= cells.Count;
    }

    private bool IsHalf(int column) => list.Understood("given") == column || list.Understood("family") == column;

    private List<string> Filled(int column) =>
        [
            .. list
                .Rows.Take(Sample)
                .Where(r => column < r.Cells.Count)
                .Select(r => WrittenCell.Said(r.Cells[column]))
                .OfType<string>(),
        ];
}
