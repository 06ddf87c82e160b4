namespace Secretariat.Formats.VCard;

/// <summary>
/// What a card says of a person or an organisation (RFC 6350). Every text but the note stands on one line, without escapes; of several values of
/// which one is kept, it is the preferred one (PREF, section 5.3), else the first. What the card does not say is null or empty.
/// </summary>
public sealed record Card
{
    /// <summary>The name as it is shown (FN, section 6.2.1); put together from the structured name (N) where the card has no other.</summary>
    public string? Name { get; init; }

    /// <summary>Given names (N, section 6.2.2).</summary>
    public string? Given { get; init; }

    /// <summary>Family names (N, section 6.2.2).</summary>
    public string? Family { get; init; }

    /// <summary>Addresses without "mailto:", preferred ones first, each once.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Numbers as written, fax included, preferred ones first, each once; of a "tel:" URI what follows the scheme, so that ";ext=" stays (RFC 3966 section 3).</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>The organisation and its units (ORG, section 6.6.4), apart by ", ".</summary>
    public string? Organisation { get; init; }

    /// <summary>The position (TITLE, section 6.6.1).</summary>
    public string? Title { get; init; }

    /// <summary>The function (ROLE, section 6.6.2).</summary>
    public string? Role { get; init; }

    /// <summary>A web address (URL, section 6.7.8), never followed nor checked.</summary>
    public string? Url { get; init; }

    /// <summary>What it is about: <c>individual</c>, <c>org</c>, <c>group</c> or <c>location</c> (KIND, section 6.1.4), in small letters.</summary>
    public string? Kind { get; init; }

    /// <summary>Languages by their tags (LANG, section 6.4.4), preferred ones first, each once.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>By which the card is known again (UID, section 6.7.6), such as <c>urn:uuid:</c> and a number.</summary>
    public string? Uid { get; init; }

    /// <summary>When the card was last changed, in UTC and whole seconds (REV, section 6.7.4).</summary>
    public DateTimeOffset? Revised { get; init; }

    /// <summary>A remark (NOTE, section 6.7.2), its lines apart by LF.</summary>
    public string? Note { get; init; }

    /// <summary>What it belongs to (CATEGORIES, section 6.7.1); of one line the first hundred.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
