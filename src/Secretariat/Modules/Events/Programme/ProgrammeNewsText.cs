using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>
/// The alliance's own words to those who lead or speak when a release changes something for them, in each language that they are
/// written in: <c>letters/programme-news.json</c>; without it, the bare facts.
/// </summary>
public sealed record ProgrammeNewsText
{
    public LocalizedText Subject { get; init; } = LocalizedText.InEnglish("Programme: {title}");

    /// <summary>Around the lines, which stand for <c>{changes}</c>.</summary>
    public LocalizedText Text { get; init; } =
        LocalizedText.InEnglish("{salutation}\n\n{title}, {date}\n\n{changes}\n\n{zone}\n{link}\n\n{secretariat}\n");

    /// <summary>A line on an <c>{item}</c> in which the person has not stood before: <c>{now}</c> is its day, time and room.</summary>
    public LocalizedText New { get; init; } = LocalizedText.InEnglish("+ {item}: {now}");

    /// <summary>On one in which they stand no more, or that is taken out, with what was <c>{before}</c>.</summary>
    public LocalizedText Gone { get; init; } = LocalizedText.InEnglish("- {item}: {before}");

    public LocalizedText Moved { get; init; } = LocalizedText.InEnglish("{item}: {before} > {now}");

    /// <summary>On one of which something else is told otherwise, with all its <c>{people}</c> as they stand now.</summary>
    public LocalizedText Reworded { get; init; } = LocalizedText.InEnglish("{item}: {now}, {people}");

    private const string File = "letters/programme-news.json";

    /// <summary>The language of the reader, or the one in which there are words instead.</summary>
    public string LanguageFor(string language) => Text.Get(language).LanguageUsed;

    public static ProgrammeNewsText Read(AllianceFolder folder) =>
        folder.Has(File) ? folder.ReadOne<ProgrammeNewsText>(File) : new();
}
