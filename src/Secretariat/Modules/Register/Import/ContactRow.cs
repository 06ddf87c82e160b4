using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>What there is to name in a row, and how it is said.</summary>
internal sealed record ContactWords(
    IReadOnlyDictionary<string, string> Languages,
    IReadOnlyDictionary<string, string> Strands,
    CodeNames Names,
    ImportChoice Choice
);

/// <summary>A row of a list of contacts: what it says, and whom of the record it means.</summary>
internal sealed class ContactRow(RowCells cells)
{
    public RowCells Cells => cells;
    public RowOutcome Outcome => cells.Outcome;

    public string? Name { get; private init; }
    public string? Email { get; private init; }
    public string? Phone { get; private init; }
    public string? Function { get; private init; }
    public string? Language { get; private init; }
    public IReadOnlyList<string>? Strands { get; set; }
    public DateOnly? From { get; private init; }
    public DateOnly? Until { get; private init; }
    public Guid? MandateId { get; private init; }
    public Guid? PersonId { get; private init; }

    /// <summary>As the row says, or else as was chosen for rows that say none.</summary>
    public MandateRole? Role { get; private init; }

    public Partner? Partner { get; set; }
    public Person? Person { get; set; }

    /// <summary>The mandate of the record that it means; null for a new one.</summary>
    public Mandate? Mandate { get; set; }

    /// <summary>The row that has its strands too, where the two differ in them only.</summary>
    public ContactRow? JoinedTo { get; set; }

    /// <summary>Whether the person is meant by key, so that another spelling of the name is a correction.</summary>
    public bool IsByKey { get; set; }

    public static ContactRow Read(RowCells cells, ContactWords words)
    {
        string?[] halves = [cells.Said(F.Given), cells.Said(F.Family)];
        var name = cells.Said(F.Name) ?? string.Join(' ', halves.OfType<string>());
        var role =
            cells.OneOf(F.Role, Known.Roles, Known.NameOfRole) ?? (cells.Said(F.Role) is null ? words.Choice.Default : null);
        var row = new ContactRow(cells)
        {
            Name = name.Length > 0 ? name : null,
            Email = cells.Email(F.Email),
            Phone = cells.Line(F.Phone),
            Function = cells.Line(F.Function),
            Language = cells.FirstOf(F.Language, words.Languages, words.Names.Language),
            Strands = StrandsIn(cells, words),
            From = cells.Day(F.From),
            Until = cells.LastDay(F.Until),
            MandateId = cells.Id(F.Mandate),
            PersonId = cells.Id(F.Person),
            Role = role is null ? null : Known.RoleOf(role),
        };
        row.Outcome.Who = Reason.Quoted(row.Name ?? "");
        return row;
    }

    /// <summary>Codes with blanks between them, or names with commas.</summary>
    private static List<string>? StrandsIn(RowCells cells, ContactWords words)
    {
        var known = words.Strands;
        if (cells.Said(F.Strands) is not { } said)
            return null;
        var named = said.Split([',', ';', '\n', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(name =>
                known.ContainsKey(Known.Key(name)) ? [name] : name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            )
            .ToList();
        if (named.Find(name => !known.ContainsKey(Known.Key(name))) is not { } unknown)
            return [.. named.Select(name => known[Known.Key(name)]).Distinct(StringComparer.Ordinal)];
        cells.Tell(
            F.Strands,
            Text.Key(
                "“{0}” is not known here. Use one of: {1}.",
                unknown,
                words.Names.Strands([.. known.Values.Distinct(StringComparer.Ordinal)])
            )
        );
        return null;
    }
}
