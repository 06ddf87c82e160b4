using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The alliance's own words of a reminder, in each language that they are written in: <c>letters/reminder.json</c>.</summary>
public sealed record ReminderText(LocalizedText Subject, LocalizedText Text)
{
    private static readonly LocalizedText NamesAlone = LocalizedText.InEnglish("{reference}: {addressee}");

    /// <summary>What is added for whoever has followed the addressee in the office.</summary>
    public LocalizedText ToSuccessor { get; init; } = NamesAlone;

    private const string File = "letters/reminder.json";

    /// <summary>An alliance without such words has its officers write them.</summary>
    public static ReminderText Read(AllianceFolder folder) =>
        folder.Has(File)
            ? folder.ReadOne<ReminderText>(File)
            : new ReminderText(LocalizedText.InEnglish("{title}"), LocalizedText.InEnglish("{salutation}\n\n{link}\n"));

    /// <summary>The language of the letter where all the words are written in it, or the one in which they are instead.</summary>
    public string LanguageFor(string language) => Whole.Get(language).LanguageUsed;

    private LocalizedText Whole =>
        Text.Languages.Where(IsWholeIn).ToList() is { Count: > 0 } whole
            ? new(whole.Select(language => KeyValuePair.Create(language, Text.In(language))))
            : Text;

    private bool IsWholeIn(string language) =>
        Subject.Languages.Contains(language) && (ToSuccessor.Equals(NamesAlone) || ToSuccessor.Languages.Contains(language));
}
