namespace Secretariat.Formats.Tables;

/// <summary>The header of a table.</summary>
/// <param name="Index">Of its row among the rows that hold anything; of two rows the lower.</param>
/// <param name="Names">Of the columns.</param>
internal sealed record TableHeader(int Index, IReadOnlyList<string> Names)
{
    private const int MostRowsAbove = 30;
    private const int MostColumns = 100;
    private const int Sample = 200;
    private const int LongestName = 80;
    private const int WeightOfExact = 2;

    /// <summary>Finds the header below titles and above the data; null where the first row that is as wide as the others is data.</summary>
    /// <param name="rows">The rows that hold anything.</param>
    /// <param name="known">Names of columns that are known beforehand.</param>
    public static TableHeader? Find(IReadOnlyList<TableRow> rows, IReadOnlySet<string>? known)
    {
        if (known is not null && FirstOf(known, rows) is var first and >= 0)
            return Of(rows, first);
        var usual = rows.Take(Sample).GroupBy(r => FilledOf(r)).MaxBy(g => (g.Count(), g.Key))!.Key;
        var candidates = Candidates(rows, usual);
        var best = candidates
            .Select(i => (Index: i, Words: WordsIn(rows, i), Filled: FilledOf(rows[i])))
            .Where(c => c.Words >= WeightOfExact)
            .OrderByDescending(c => (c.Words, c.Filled))
            .FirstOrDefault((Index: -1, Words: 0, Filled: 0));
        if (best.Index >= 0)
            return Of(rows, best.Index);
        var plain = candidates.FindIndex(i => IsAboveData(rows, i, usual));
        return plain < 0 ? null : Of(rows, candidates[plain]);
    }

    /// <summary>The header of that row, and of the next where the two are one.</summary>
    private static TableHeader Of(IReadOnlyList<TableRow> rows, int index)
    {
        var lower = HeaderBelow.Is(rows, index) ? index + 1 : index;
        return new(lower, NamesOf(rows, lower));
    }

    /// <summary>The first row more than half of which are such names; negative where there is none.</summary>
    private static int FirstOf(IReadOnlySet<string> known, IReadOnlyList<TableRow> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, MostRowsAbove); i++)
        {
            var named = rows[i].Cells.Take(MostColumns).Count(c => known.Contains(c.Trim()));
            if (named > 1 && named > FilledOf(rows[i]) / 2)
                return i;
        }

        return -1;
    }

    /// <summary>Rows before the first one of data that are no titles.</summary>
    private static List<int> Candidates(IReadOnlyList<TableRow> rows, int usual)
    {
        var candidates = new List<int>();
        for (var i = 0; i < Math.Min(rows.Count, MostRowsAbove); i++)
        {
            var (filled, hasData) = (FilledOf(rows[i]), rows[i].Cells.Take(MostColumns).Any(CellShape.IsData));
            if (hasData && filled >= Math.Max(1, (usual + 1) / 2))
                break;
            if (filled > 1 || usual is 1)
                candidates.Add(i);
        }

        return candidates;
    }

    private static int FilledOf(TableRow row) => row.Cells.Count(c => !string.IsNullOrWhiteSpace(c));

    /// <summary>
    /// How many cells say what columns say, a word among others half. One such word alone must be none that a row of data may hold, and a
    /// cell that comes again below, in a row that is no repetition of the whole header, is data.
    /// </summary>
    private static int WordsIn(IReadOnlyList<TableRow> rows, int index)
    {
        var (words, sure, cells) = (0, 0, rows[index].Cells);
        var below = rows.Skip(index + 1).Take(Sample).Where(r => !r.Cells.SequenceEqual(cells, StringComparer.Ordinal)).ToList();
        for (var i = 0; i < Math.Min(cells.Count, MostColumns); i++)
        {
            var meanings = string.IsNullOrWhiteSpace(cells[i]) ? [] : ColumnNames.Meanings(cells[i]);
            if (meanings.Count is 0 || below.Exists(r => i < r.Cells.Count && r.Cells[i] == cells[i]))
                continue;
            var isExact = meanings[0].Score >= ColumnNames.Exact - 1;
            words += isExact ? WeightOfExact : 1;
            sure +=
                meanings[0].Field is "email" or "phone" || isExact && meanings[0].Field is not ("organisation" or "function")
                    ? 1
                    : 0;
        }

        return sure > 0 || words >= 2 * WeightOfExact ? Math.Max(words, WeightOfExact) : 0;
    }

    /// <summary>A row of short, different texts above columns that hold something else than texts, or are written otherwise.</summary>
    private static bool IsAboveData(IReadOnlyList<TableRow> rows, int index, int usual)
    {
        var cells = rows[index].Cells.Take(MostColumns).Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        var below = rows.Skip(index + 1).Take(Sample).ToList();
        if (below.Count is 0 || cells.Count < 0.6 * usual || cells.Any(c => c.Length > LongestName || CellShape.IsData(c)))
            return false;
        if (cells.Distinct(StringComparer.OrdinalIgnoreCase).Count() < cells.Count)
            return false;
        var columns = Enumerable.Range(0, Math.Min(rows[index].Cells.Count, MostColumns)).ToList();
        return columns.Any(c => HoldsData(below, c)) || IsCasedOtherwise(cells, below);
    }

    private static bool HoldsData(List<TableRow> below, int column)
    {
        var cells = below.Where(r => column < r.Cells.Count).Select(r => r.Cells[column]).Where(c => c.Length > 0).ToList();
        return cells.Count > 0 && cells.Count(CellShape.IsData) >= 0.5 * cells.Count;
    }

    private static bool IsCasedOtherwise(List<string> cells, List<TableRow> below)
    {
        bool Fits(IEnumerable<string> texts, Func<char, bool> isCase) =>
            texts.All(t => t.All(c => !char.IsLetter(c) || isCase(c)));
        var others = below.SelectMany(r => r.Cells.Take(MostColumns)).ToList();
        return Fits(cells, char.IsLower) && !Fits(others, char.IsLower)
            || Fits(cells, char.IsUpper) && !Fits(others, char.IsUpper);
    }

    private static string[] NamesOf(IReadOnlyList<TableRow> rows, int index)
    {
        var lower = rows[index].Cells;
        var upper = index > 0 && rows[index - 1].Number == rows[index].Number - 1 ? rows[index - 1].Cells : [];
        if (upper.Count(c => !string.IsNullOrWhiteSpace(c)) < 2)
            upper = [];
        var names = new string[Math.Max(lower.Count, upper.Count)];
        for (var i = 0; i < names.Length; i++)
            names[i] = OneLine(At(lower, i) is { Length: > 0 } name ? name : At(upper, i));
        return upper.Count > 0 ? Told(names, upper) : names;
    }

    /// <summary>Names that stand under several groups, each with its group.</summary>
    private static string[] Told(string[] names, IReadOnlyList<string> groups)
    {
        var often = names.Where(n => n.Length > 0).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var (told, group) = (names.ToArray(), "");
        for (var i = 0; i < names.Length; i++)
        {
            group = At(groups, i) is { Length: > 0 } own ? OneLine(own) : group;
            if (often.Contains(names[i]) && group.Length > 0 && group != names[i])
                told[i] = $"{group} {names[i]}";
        }

        return told;
    }

    private static string At(IReadOnlyList<string> cells, int index) =>
        index < cells.Count && !string.IsNullOrWhiteSpace(cells[index]) ? cells[index] : "";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
