using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>Puts into words what a release changes for one person who leads or speaks.</summary>
public sealed class ProgrammeMail(ProgrammeNewsText text, AllianceWords alliance, Settings settings, Catalogue catalogue)
{
    public string LanguageFor(string language) => text.LanguageFor(language);

    /// <param name="changes">Those in which the person stands, or stood.</param>
    public InvitationWords Write(
        TimetableEntry entry,
        IReadOnlyList<ProgrammeChange> changes,
        (string Name, string Salutation) to,
        string language
    )
    {
        var lines = changes.Select(c => Line(c, to.Name, language));
        var page = $"{settings.BaseUrl}/{catalogue.For(language).Language.Code}/events/{entry.Event.Code}/programme";
        return new InvitationWords(language, text.Subject.In(language), text.Text.In(language))
            .With("{title}", entry.Event.Title.In(language))
            .With("{date}", entry.When.Text.In(language))
            .With("{place}", entry.Event.City?.In(language) ?? "–")
            .With("{zone}", entry.Event.Details.TimeZone)
            .With("{link}", page)
            .With("{mailbox}", settings.Mail.Mailbox)
            .With("{secretariat}", alliance.Secretariat.In(language))
            .With("{salutation}", to.Salutation)
            .With("{changes}", string.Join('\n', lines));
    }

    private string Line(ProgrammeChange change, string name, string language)
    {
        var words = change switch
        {
            { After: { } after } when !StandsIn(change.Before, name) && StandsIn(after, name) => text.New,
            { Before: not null } when !StandsIn(change.After, name) => text.Gone,
            { IsReworded: true } => text.Reworded,
            _ => text.Moved,
        };
        return words
            .In(language)
            .Replace("{now}", PlaceOf(change.After, language), StringComparison.Ordinal)
            .Replace("{before}", PlaceOf(change.Before, language), StringComparison.Ordinal)
            .Replace("{people}", PeopleOf(change.Item, language), StringComparison.Ordinal)
            .Replace("{item}", change.Item.Title.In(language), StringComparison.Ordinal);
    }

    /// <summary>By name, in whatever language it is written.</summary>
    public static bool StandsIn(ReleasedItem? item, string name) =>
        item is not null && PeopleIn(item).Any(person => Fold.AreSame(person, name));

    /// <summary>Names of those who lead or speak, in all languages in which they are written.</summary>
    public static IEnumerable<string> PeopleIn(ReleasedItem item) =>
        new[] { item.Chairs, item.Speakers }
            .OfType<LocalizedText>()
            .SelectMany(people => people.Languages.Select(people.In))
            .SelectMany(ProgrammeClashes.NamesIn);

    private static string PlaceOf(ReleasedItem? item, string language) =>
        item is null
            ? ""
            : string.Join(
                ", ",
                new[] { LetterLanguage.For(language).Write(item.Day), item.Time, item.Room }.Where(part => part is not null)
            );

    private static string PeopleOf(ReleasedItem item, string language) =>
        string.Join("; ", new[] { item.Chairs, item.Speakers }.OfType<LocalizedText>().Select(people => people.In(language)));
}
