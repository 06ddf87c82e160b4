using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The alliance's own words of a reminder, in each language that they are written in: <c>letters/reminder.json</c>.</summary>
public sealed record ReminderText(LocalizedText Subject, LocalizedText Text)
{
    /// <summary>What is added for whoever has followed the addressee in the office.</summary>
    public LocalizedText ToSuccessor { get; init; } = LocalizedText.InEnglish("{reference}: {addressee}");

    private const string File = "letters/reminder.json";

    /// <summary>An alliance without such words has its officers write them.</summary>
    public static ReminderText Read(AllianceFolder folder) =>
        folder.Has(File)
            ? folder.ReadOne<ReminderText>(File)
            : new ReminderText(LocalizedText.InEnglish("{title}"), LocalizedText.InEnglish("{salutation}\n\n{link}\n"));

    /// <summary>The language of the letter, or the one in which there are words instead.</summary>
    public string LanguageFor(string language) => Text.Get(language).LanguageUsed;
}
