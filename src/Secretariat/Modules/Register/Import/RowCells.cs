using System.Text.RegularExpressions;
using Secretariat.Formats.Tables;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Register.Import;

/// <summary>What one row says, field by field. An empty cell says nothing, nor does a dash; what cannot be meant is told with the row.</summary>
internal sealed partial class RowCells(TableRow row, GivenList list, ColumnChoice columns, RowOutcome outcome)
{
    private const char Lost = '\uFFFD';
    private static readonly char[] Between = ['/', ',', ';', '+', '&', '\n'];

    public RowOutcome Outcome => outcome;

    /// <summary>The columns of the list that hold something and of which nothing is taken.</summary>
    public IReadOnlyList<string> UnreadColumns() => list.Unread(columns);

    public string? Said(Field field) =>
        columns[field.Column] is { } column && column < row.Cells.Count ? WrittenCell.Said(row.Cells[column]) : null;

    /// <summary>As it would stand in the record.</summary>
    public string? Line(Field field) => Said(field) is { } said ? OneLine.Of(said) : null;

    /// <summary>Tells of cells that are read and empty only because what stood there, as a formula, could not be read.</summary>
    public void TellLost()
    {
        var empty = columns.Columns.Values.Where(i => i >= row.Cells.Count || string.IsNullOrWhiteSpace(row.Cells[i]));
        var names = empty.Select(list.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in list.MetIn(row.Number).Where(p => names.Contains(p.Column ?? "")))
            outcome.Tell(Reason.Of(lost.Said), lost.Column);
    }

    /// <summary>A text that would enter the record, no longer than it takes.</summary>
    /// <param name="known">What stands there: that is right, whatever it is.</param>
    public bool IsNew(Field field, string? said, string? known, int longest)
    {
        if (said is null || said == known?.Trim())
            return false;
        if (said.Length > longest)
            Tell(field, Text.Key("It is longer than {0} characters.", longest));
        if (said.Contains(Lost, StringComparison.Ordinal))
            Tell(field, Text.Key("Characters were lost before the file was saved. Save it again as a workbook."));
        if (FailedFormula().IsMatch(said))
            Tell(field, Text.Key("“{0}” is left by a formula that fails. Put the value there.", said));
        return outcome.IsRight;
    }

    /// <summary>A day in a way of writing that cannot be another day; of a column, all days have the order that one of them settles.</summary>
    public DateOnly? Day(Field field)
    {
        if (Said(field) is not { } said)
            return null;
        switch (WrittenDay.Read(said, list.DayOrderOf(columns[field.Column]!.Value)))
        {
            case [var day]:
                return day;
            case [] when WrittenDay.OfNumber(said) is { } counted:
                Tell(
                    field,
                    Text.Key("“{0}” is a number; a spreadsheet may mean {1}. Write the day so.", said, $"{counted:yyyy-MM-dd}")
                );
                return null;
            case []:
                Tell(field, Text.Key("“{0}” is no day such as 2024-02-29.", said));
                return null;
            default:
                Tell(field, Text.Key("“{0}” can be two days. Write it such as 2024-02-29.", said));
                return null;
        }
    }

    /// <summary>The last day of 9999 is what programs write for “no end”, and says as little as an empty cell.</summary>
    public DateOnly? LastDay(Field field)
    {
        var day = Day(field);
        if (day != DateOnly.MaxValue)
            return day;
        Remark(field, Text.Key("{0} means “no end” and is read as an empty cell: an end in the record stays as it is.", day));
        return null;
    }

    /// <summary>One address, with the name beside it or the scheme before it taken off.</summary>
    public string? Email(Field field)
    {
        if (Said(field) is not { } said)
            return null;
        if (WrittenCell.Addresses(said) is not { Count: > 1 } several)
            return WrittenCell.Addresses(said).SingleOrDefault(said);
        Tell(field, Text.Key("It holds several addresses: {0}. Leave one of them.", string.Join(", ", several)));
        return null;
    }

    public bool IsNewEmail(Field field, string? said, string? known)
    {
        if (!IsNew(field, said, known, 254))
            return false;
        if (!EmailAddress.IsOne(said))
            Tell(field, Text.Key("“{0}” is not one e-mail address. Give one that mail can be sent to.", said));
        return outcome.IsRight;
    }

    public bool IsNewPhone(Field field, string? said, string? known)
    {
        if (!IsNew(field, said, known, 50))
            return false;
        if (!WrittenCell.IsPhone(said!))
            Tell(field, Text.Key("“{0}” is no telephone number. Write it as a text, such as +32 2 555 00 00.", said));
        return outcome.IsRight;
    }

    public bool IsNewName(Field field, string? said, string? known)
    {
        if (!IsNew(field, said, known, 200))
            return false;
        if (WrittenCell.IsOfSeveralPeople(said!))
            Tell(field, Text.Key("“{0}” looks like more than one person. Give each a row of its own.", said));
        return outcome.IsRight;
    }

    /// <summary>One of those that there are, by any of its names.</summary>
    /// <param name="nameOf">What is said of a code.</param>
    public string? OneOf(Field field, IReadOnlyDictionary<string, string> known, Func<string, object?> nameOf)
    {
        if (Said(field) is not { } said)
            return null;
        if (known.TryGetValue(Known.Key(said), out var found))
            return found;
        var names = ImportWords.Listed(known.Values.Distinct(StringComparer.Ordinal).Take(30).Select(nameOf));
        Tell(field, Text.Key("“{0}” is not known here. Use one of: {1}.", said, names));
        return null;
    }

    /// <summary>The first of several such as “EN/FR”, all of which there are; that it is only the first is remarked.</summary>
    public string? FirstOf(Field field, IReadOnlyDictionary<string, string> known, Func<string, object?> nameOf)
    {
        var pieces = (Said(field) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length < 2 || !Array.TrueForAll(pieces, p => known.ContainsKey(Known.Key(p))))
            return OneOf(field, known, nameOf);
        var first = known[Known.Key(pieces[0])];
        Remark(field, Text.Key("Of several, the first is taken: {0}.", nameOf(first)));
        return first;
    }

    public Guid? Id(Field field) => Guid.TryParse(Said(field), out var id) ? id : null;

    public void Tell(Field field, Reason reason) => outcome.Tell(reason, ColumnOf(field));

    public void Remark(Field field, Reason reason) => outcome.Remark(reason, ColumnOf(field));

    private object ColumnOf(Field field) => columns[field.Column] is { } column ? list.NameOf(column) : new Reason(field.Label);

    /// <summary>Such as <c>#N/A</c> (ECMA-376 part 1, section 18.17.3).</summary>
    [GeneratedRegex("^#[A-Z0-9/]+[!?]?$", RegexOptions.None, 1000)]
    private static partial Regex FailedFormula();
}
