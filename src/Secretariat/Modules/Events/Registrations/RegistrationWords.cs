using System.Globalization;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Questions and their answers in the reader's words.</summary>
public static class RegistrationWords
{
    public static string NameOf(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.Line => Text.Key("One line"),
            QuestionKind.Lines => Text.Key("Several lines"),
            QuestionKind.YesOrNo => Text.Key("Yes or no"),
            QuestionKind.Choice => Text.Key("One of several"),
            QuestionKind.Day => Text.Key("A day"),
            _ => Text.Key("A whole number"),
        };

    public static string NameOf(RegistrationStatus status) =>
        status switch
        {
            RegistrationStatus.Registered => Text.Key("Registered, with a place"),
            RegistrationStatus.AwaitingApproval => Text.Key("The secretariat has still to decide"),
            RegistrationStatus.Waiting => Text.Key("On the waiting list"),
            RegistrationStatus.AwaitingHead => Text.Key("The head of delegation has still to confirm"),
            RegistrationStatus.Withdrawn => Text.Key("No longer registered"),
            RegistrationStatus.Rejected => Text.Key("Not accepted"),
            _ => Text.Key("Replaced by another person"),
        };

    public static string NameOf(Audience audience) =>
        audience is Audience.Participants ? Text.Key("Shown to the other participants") : Text.Key("Shown to the public");

    /// <summary>An answer as it is kept, for people to read.</summary>
    public static string AnswerTo(Question question, string answer, Text t) =>
        question.Kind switch
        {
            QuestionKind.YesOrNo => answer is Question.Yes ? t.Of("Yes") : t.Of("No"),
            QuestionKind.Choice => question.Choices.FirstOrDefault(c => c.In("en") == answer)?.In(t.Language.Code) ?? answer,
            QuestionKind.Day => Question.DayIn(answer) is { } day ? t.Date(day) : answer,
            QuestionKind.Number => int.TryParse(answer, CultureInfo.InvariantCulture, out var number) ? t.Number(number) : answer,
            _ => answer,
        };
}
