using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>A question in a form, with what is answered so far.</summary>
/// <param name="After">After which answer it is asked, in words; null where it always is.</param>
public sealed record AskedQuestion(Question Question, string? Answer, string? After)
{
    public IEnumerable<SelectListItem> Options(Text t) =>
        (Question.Kind is QuestionKind.YesOrNo ? [Question.Yes, Question.No] : Question.Choices.Select(c => c.In("en"))).Select(
            answer => new SelectListItem(RegistrationWords.AnswerTo(Question, answer, t), answer)
        );

    /// <summary>Some questions of a category, those of whoever registers or those of the person.</summary>
    public static IEnumerable<AskedQuestion> Of(
        RegistrationCategory category,
        IEnumerable<Question> questions,
        IReadOnlyDictionary<string, string?> answers,
        Text t
    ) =>
        questions.Select(q => new AskedQuestion(
            q,
            answers.GetValueOrDefault(q.Key),
            q.OnlyIf is { } after && category.Question(after.Key) is { } earlier
                ? t.Of(
                    "Only after “{0}”: {1}.",
                    earlier.Label.In(t.Language.Code),
                    RegistrationWords.AnswerTo(earlier, after.Answer, t)
                )
                : null
        ));

    /// <summary>What is kept of the answers given: nothing that is not asked. Says at each question what is no answer to it.</summary>
    /// <param name="known">Earlier answers, on which it may depend whether a question is asked.</param>
    public static Dictionary<string, string> Check(
        IEnumerable<Question> questions,
        IReadOnlyDictionary<string, string?> given,
        IReadOnlyDictionary<string, string> known,
        ModelStateDictionary state,
        Text t
    )
    {
        var kept = new Dictionary<string, string>();
        var all = known.ToDictionary();
        foreach (var question in questions.Where(q => q.IsAsked(all)))
        {
            var answer = given.GetValueOrDefault(question.Key);
            if (question.WhyNot(answer) is { } reason)
                state.AddModelError($"Answers[{question.Key}]", t.Of(reason));
            else if (!string.IsNullOrWhiteSpace(answer))
                kept[question.Key] = all[question.Key] =
                    question.Kind is QuestionKind.Lines ? answer.Trim() : OneLine.Of(answer.Trim());
        }

        return kept;
    }
}
