using System.Globalization;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

public enum QuestionKind
{
    Line,
    Lines,
    YesOrNo,
    Choice,
    Day,
    Number,
}

/// <summary>Something that is asked of those who register, and what for.</summary>
/// <param name="Key">What its answers are kept under; never changes.</param>
/// <param name="Purpose">What the answer is needed for: without one nothing is asked.</param>
public sealed record Question(string Key, QuestionKind Kind, LocalizedText Label, LocalizedText Purpose)
{
    public const int LongestLine = 200;
    public const int LongestLines = 2000;
    public const string Yes = "yes";
    public const string No = "no";

    public bool IsRequired { get; init; }

    /// <summary>Such as a need or the number of a passport: asked of the person alone, kept apart, erased after the event.</summary>
    public bool IsKeptApart { get; init; }

    /// <summary>Asked of the person once they have a place, such as when they arrive.</summary>
    public bool IsForAccepted { get; init; }

    /// <summary>What can be chosen; an answer is kept by its English words.</summary>
    public IReadOnlyList<LocalizedText> Choices { get; init; } = [];

    /// <summary>After which answer to an earlier question it is asked; null where it always is.</summary>
    public AskedAfter? OnlyIf { get; init; }

    /// <summary>Who answers: whoever registers, or the person for themselves.</summary>
    public bool IsForPerson => IsForAccepted || IsKeptApart;

    public bool IsAsked(IReadOnlyDictionary<string, string> answers) =>
        OnlyIf is null || (answers.TryGetValue(OnlyIf.Key, out var answer) && answer == OnlyIf.Answer);

    /// <summary>Why that is no answer to it, or null where it is one.</summary>
    public Reason? WhyNot(string? answer) =>
        string.IsNullOrWhiteSpace(answer)
            ? IsRequired
                ? Text.Key("{0} is missing.", Label)
                : null
            : Kind switch
            {
                QuestionKind.Line when answer.Trim().Length > LongestLine => TooLong(LongestLine),
                QuestionKind.Lines when answer.Trim().Length > LongestLines => TooLong(LongestLines),
                QuestionKind.YesOrNo when answer is not (Yes or No) => Text.Key("Choose an answer."),
                QuestionKind.Choice when Choices.All(c => c.In("en") != answer) => Text.Key("Choose an answer."),
                QuestionKind.Day when DayIn(answer) is null => Text.Key("{0} must be a day.", Label),
                QuestionKind.Number when !int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                    Text.Key("{0} must be a whole number.", Label),
                _ => null,
            };

    /// <summary>The day that an answer is kept as (ISO 8601), or null where it is none.</summary>
    public static DateOnly? DayIn(string answer) =>
        DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private Reason TooLong(int longest) => Text.Key("{0} can have {1} characters at most.", Label, longest);
}

/// <param name="Key">Of the earlier question.</param>
/// <param name="Answer">As it is kept.</param>
public sealed record AskedAfter(string Key, string Answer);
