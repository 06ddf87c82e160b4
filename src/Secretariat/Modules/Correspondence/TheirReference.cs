using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>The number that a partner has given a letter in its own house, and its day, as an officer read them.</summary>
public sealed record TheirReference(string? Number, DateOnly? On)
{
    public const int Longest = 100;

    /// <summary>Nothing but blanks takes back what was recorded.</summary>
    public static TheirReference Of(string? typed, DateOnly? on) =>
        string.IsNullOrWhiteSpace(typed) ? new(null, on) : new(OneLine.Of(typed).Trim(), on);

    public Reason? WhyNot(DateOnly today)
    {
        if (Number is { Length: > Longest })
            return Text.Key("The reference has more than {0} characters.", Longest);
        if (Number is null && On is not null)
            return Text.Key("A day without a reference is not recorded: give both, or leave both empty.");
        return On > today ? Text.Key("The day of their reference lies in the future.") : null;
    }
}
