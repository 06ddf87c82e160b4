using Secretariat.Modules.Groups.Mailings;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>What is announced for the time after a day, by the public timetable.</summary>
public sealed class EventNews(SecretariatDb db) : INews
{
    public async Task<NewsSection> ReadAsync(DateOnly since, AsOf until, Text t, CancellationToken cancellationToken)
    {
        var language = t.Language.Code;
        var entries = await TimetableEntry.AllAsync(db, until, t.Language.Culture, cancellationToken);
        return new(
            t.Of("Announced and still to come"),
            [.. entries.Where(e => e.Standing is Standing.Coming).Select(e => string.Join(", ", Facts(e, language)))]
        );
    }

    private static IEnumerable<string> Facts(TimetableEntry entry, string language)
    {
        yield return $"{entry.When.Text.In(language)}: {entry.Event.Title.In(language)}";
        if (entry.Event.City is { } city)
            yield return city.In(language);
    }
}
