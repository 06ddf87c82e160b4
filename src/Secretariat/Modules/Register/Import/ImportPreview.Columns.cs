using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Secretariat.Modules.Register.Import;

/// <summary>Which column of the list is what: as guessed, or as chosen in the form.</summary>
public sealed partial class ImportPreviewModel
{
    /// <summary>The column of each field, by its place; empty: none.</summary>
    [BindProperty]
    public Dictionary<string, string?> Columns { get; set; } = [];

    public IReadOnlyList<SelectListItem> ColumnOptions { get; private set; } = [];

    /// <summary>The columns that are not read are not needed.</summary>
    [BindProperty]
    public bool ByDomain { get; set; }

    /// <summary>Columns of which nothing is taken, though something stands in them.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    private ColumnChoice Choose(GivenList list)
    {
        var columns = Chosen(list) ?? ColumnChoice.Guess(list, Rules.Fields);
        Unread = list.Unread(columns);
        Columns = Rules.Fields.ToDictionary(f => f.Column, f => columns[f.Column]?.ToString(CultureInfo.InvariantCulture));
        ColumnOptions = [.. Enumerable.Range(0, list.Width).Select(i => new SelectListItem(list.NameOf(i), $"{i}"))];
        return columns;
    }

    /// <summary>The columns of the form, if it came with any.</summary>
    private ColumnChoice? Chosen(GivenList list) =>
        Columns.Count == 0
            ? null
            : new ColumnChoice(
                Columns
                    .Select(c => (c.Key, Place: int.TryParse(c.Value, CultureInfo.InvariantCulture, out var place) ? place : -1))
                    .Where(c => c.Place >= 0 && c.Place < list.Width)
                    .ToDictionary(c => c.Key, c => c.Place, StringComparer.Ordinal)
            );
}
