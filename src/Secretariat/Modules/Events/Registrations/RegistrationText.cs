using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The subject and the text of a message, in each language that it is written in.</summary>
public sealed record MessageText(LocalizedText Subject, LocalizedText Text)
{
    internal static MessageText Plain(string text) => new(LocalizedText.InEnglish("{title}"), LocalizedText.InEnglish(text));
}

/// <summary>The alliance's own words around a registration: <c>letters/registration.json</c>; without it, the bare facts.</summary>
public sealed record RegistrationText
{
    /// <summary>To the head of a delegation: the <c>{link}</c> by which the others are registered, <c>{until}</c> when.</summary>
    public MessageText Link { get; init; } =
        MessageText.Plain("{salutation}\n\n{title}, {date}\n\n{link}\n{until}\n\n{secretariat}\n");

    /// <summary>To the head, once: that nobody of the delegation is registered, with the same link.</summary>
    public MessageText Reminder { get; init; } =
        MessageText.Plain("{salutation}\n\n{title}, {date}\n\n{link}\n{until}\n\n{secretariat}\n");

    /// <summary>To the head: that registrations have come from <c>{other}</c>.</summary>
    public MessageText Other { get; init; } = MessageText.Plain("{other}\n\n{title}, {date}\n\n{link}\n\n{secretariat}\n");

    /// <summary>To the head: that <c>{name}</c> has come from the waiting list to a place.</summary>
    public MessageText Place { get; init; } = MessageText.Plain("{name}\n\n{title}, {date}\n\n{secretariat}\n");

    /// <summary>To the head: that the office has not accepted <c>{name}</c>, and why: <c>{because}</c>.</summary>
    public MessageText Rejected { get; init; } = MessageText.Plain("{name}: {because}\n\n{title}, {date}\n\n{secretariat}\n");

    /// <summary>To the person: that they are registered, and the <c>{link}</c> to their own page.</summary>
    public MessageText Registered { get; init; } =
        MessageText.Plain("{name}\n\n{title}, {date}\n\n{category}\n{link}\n\n{secretariat}\n");

    /// <summary>To the person: that they no longer are.</summary>
    public MessageText Left { get; init; } = MessageText.Plain("{name}\n\n{title}, {date}\n\n{secretariat}\n");

    /// <summary>To the person: that the event is at another time or place, with what stood before as <c>{former}</c>.</summary>
    public MessageText Changed { get; init; } =
        MessageText.Plain("{name}\n\n{title}, {former} > {date}\n\n{said}\n\n{secretariat}\n");

    /// <summary>To the person: that the event is off.</summary>
    public MessageText Cancelled { get; init; } = MessageText.Plain("{name}\n\n{title}, {date}\n\n{said}\n\n{secretariat}\n");

    private const string File = "letters/registration.json";

    /// <summary>The language of the reader, or the one in which there are words instead.</summary>
    public string LanguageFor(string language) => Link.Text.Get(language).LanguageUsed;

    public static RegistrationText Read(AllianceFolder folder) =>
        folder.Has(File) ? folder.ReadOne<RegistrationText>(File) : new();
}
