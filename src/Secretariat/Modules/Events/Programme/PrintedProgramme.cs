using Secretariat.Modules.Alliance;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>A programme in the words of one language; every file of it is written from this.</summary>
/// <param name="On">Of the release, or of the draft.</param>
/// <param name="Mark">Which version it is, at the foot of every sheet.</param>
public sealed record PrintedProgramme(string Language, LetterRun Title, DateOnly On, string Mark)
{
    /// <summary>Its name as a file, without the ending.</summary>
    public required string FileName { get; init; }

    /// <summary>What stands between its title and its days.</summary>
    public required IReadOnlyList<IReadOnlyList<LetterRun>> Head { get; init; }

    /// <summary>Over the time, what happens and the room.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<PrintedDay> Days { get; init; }

    /// <summary>Title in the properties of a file.</summary>
    public string FileTitle => $"{Title.Text} – {Mark}";
}

public sealed record PrintedDay(string Day, IReadOnlyList<PrintedItem> Items);

/// <param name="What">Its title, then its strand and who leads and speaks, each a line.</param>
public sealed record PrintedItem(string Time, IReadOnlyList<IReadOnlyList<LetterRun>> What, string Room);

/// <summary>Puts a programme into the words that are printed.</summary>
public sealed class WriteProgramme(Text t)
{
    private string Language => t.Language.Code;

    public PrintedProgramme Released(TimetableEntry entry, ProgrammeRelease release, DateOnly on, IReadOnlyList<Strand> strands)
    {
        var mark = t.Of("Programme, version {0} of {1}", release.Number, on);
        return Write(entry, release.Items, (mark, on), release.Said, strands) with
        {
            FileName = $"programme-{entry.Event.Code}-{release.Number}",
        };
    }

    public PrintedProgramme Draft(
        TimetableEntry entry,
        IReadOnlyList<ReleasedItem> items,
        DateOnly on,
        IReadOnlyList<Strand> strands
    ) => Write(entry, items, (t.Of("Programme: draft of {0}, not released", on), on), null, strands);

    private PrintedProgramme Write(
        TimetableEntry entry,
        IReadOnlyList<ReleasedItem> items,
        (string Mark, DateOnly On) version,
        LocalizedText? said,
        IReadOnlyList<Strand> strands
    )
    {
        var e = entry.Event;
        return new(Language, Run(e.Title), version.On, version.Mark)
        {
            FileName = $"programme-{e.Code}-draft",
            Head =
            [
                [.. e.City is { } city ? [Run(entry.When.Text), new(", "), Run(city)] : new[] { Run(entry.When.Text) }],
                [new(version.Mark, Bold: true)],
                [new(t.Of("All times are those of {0}.", e.Details.TimeZone))],
                .. said is null ? [] : new[] { new[] { Run(said) } },
            ],
            Columns = [t.Of("Time"), t.Of("What"), t.Of("Room")],
            Days =
            [
                .. items
                    .GroupBy(i => i.Day)
                    .Select(day => new PrintedDay(t.Date(day.Key), [.. day.Select(i => Item(i, strands))])),
            ],
        };
    }

    private PrintedItem Item(ReleasedItem item, IReadOnlyList<Strand> strands)
    {
        var what = new List<IReadOnlyList<LetterRun>> { new[] { Run(item.Title) with { Bold = true } } };
        if (strands.FirstOrDefault(s => s.Code == item.Strand) is { } strand)
            what.Add([Run(strand.Name) with { Italic = true }]);
        if (item.Chairs is { } chairs)
            what.Add([new(t.Of("Co-chairs:") + " "), Run(chairs)]);
        if (item.Speakers is { } speakers)
            what.AddRange(OneByOne(speakers));
        return new(item.Time, what, item.Room ?? "");
    }

    /// <summary>In the order in which they speak, each on a line of their own.</summary>
    private IEnumerable<IReadOnlyList<LetterRun>> OneByOne(LocalizedText speakers)
    {
        var run = Run(speakers);
        return run
            .Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(speaker => new[] { run with { Text = speaker } });
    }

    /// <summary>A text that is not written in the language of the file says in which one it is.</summary>
    private LetterRun Run(LocalizedText text)
    {
        var (words, used) = text.Get(Language);
        return new(PlainText.Clean(words), Language: used == Language ? null : used);
    }
}
