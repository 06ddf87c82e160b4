using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Data;

/// <summary>What the alliance is called and says of itself: <c>alliance.json</c>, read once.</summary>
public sealed record AllianceWords : IJsonOnDeserialized
{
    private static readonly LocalizedText Nothing = new([]);

    public LocalizedText Name { get; init; } = Nothing;

    /// <summary>Who signs the mails.</summary>
    public LocalizedText Secretariat { get; init; } = Nothing;

    /// <summary>Who writes the mails, where no other name of the mailbox is configured.</summary>
    public string MailboxName { get; init; } = "";

    /// <summary>One sentence on who works together and on what.</summary>
    public LocalizedText Lead { get; init; } = Nothing;

    /// <summary>How it began and how it works.</summary>
    public LocalizedText Introduction { get; init; } = Nothing;

    public static AllianceWords Read(AllianceFolder folder) => folder.ReadOne<AllianceWords>("alliance.json");

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (string.IsNullOrWhiteSpace(MailboxName))
            throw Lacking("mailboxName");
        (string Field, LocalizedText Text)[] texts =
        [
            ("name", Name),
            ("secretariat", Secretariat),
            ("lead", Lead),
            ("introduction", Introduction),
        ];
        foreach (var (field, text) in texts)
            if (text.Languages.Count == 0 || text.Languages.Any(language => string.IsNullOrWhiteSpace(text.In(language))))
                throw Lacking(field);
    }

    private static JsonException Lacking(string field) => new($"“{field}” is missing or empty.");
}
