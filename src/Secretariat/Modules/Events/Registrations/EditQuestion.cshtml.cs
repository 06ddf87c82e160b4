using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>One question of a category: what is asked, what for, of whom and when.</summary>
[WritersOnly]
public sealed class EditQuestionModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public EventRegistration Found { get; private set; } = null!;

    public RegistrationCategory Category { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public Question? Question { get; private set; }

    [BindProperty, Required, StringLength(200), Display(Name = "Question, in English")]
    public string LabelEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Question, in French")]
    public string? LabelFr { get; set; }

    [BindProperty, Required, StringLength(200), Display(Name = "What the answer is needed for, in English")]
    public string PurposeEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "What the answer is needed for, in French")]
    public string? PurposeFr { get; set; }

    [BindProperty, Display(Name = "Answered by")]
    public QuestionKind Kind { get; set; }

    [BindProperty, StringLength(2000), Display(Name = "Choices, in English")]
    public string? ChoicesEn { get; set; }

    [BindProperty, StringLength(2000), Display(Name = "Choices, in French")]
    public string? ChoicesFr { get; set; }

    [BindProperty, Display(Name = "An answer is needed")]
    public bool IsRequired { get; set; }

    [BindProperty, Display(Name = "Asked once the person has a place")]
    public bool IsForAccepted { get; set; }

    [BindProperty, Display(Name = "Kept apart")]
    public bool IsKeptApart { get; set; }

    /// <summary>The key of an earlier question and its answer, with a stroke between.</summary>
    [BindProperty, Display(Name = "Asked only after")]
    public string? After { get; set; }

    /// <summary>The category that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<SelectListItem> KindOptions =>
        Enum.GetValues<QuestionKind>().Select(k => new SelectListItem(t.Of(RegistrationWords.NameOf(k)), k.ToString()));

    /// <summary>The answers to the questions before this one that can be chosen.</summary>
    public IEnumerable<SelectListItem> AfterOptions =>
        from question in Category.Questions.TakeWhile(q => q != Question)
        from answer in question.Kind switch
        {
            QuestionKind.YesOrNo => [Registrations.Question.Yes, Registrations.Question.No],
            QuestionKind.Choice => question.Choices.Select(c => c.In("en")),
            _ => Enumerable.Empty<string>(),
        }
        select new SelectListItem(
            $"{question.Label.In(t.Language.Code)}: {RegistrationWords.AnswerTo(question, answer, t)}",
            $"{question.Key}|{answer}"
        );

    public async Task<IActionResult> OnGetAsync(string code, Guid id, string? key, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, key, cancellationToken))
            return NotFound();
        Version = Category.Version;
        if (Question is { } question)
            Fill(question);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string code, Guid id, string? key, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, key, cancellationToken))
            return NotFound();
        var choices = Choices();
        if (Kind is QuestionKind.Choice && choices.Count < 2)
            ModelState.AddModelError(nameof(ChoicesEn), t.Of("Give two choices or more, one on each line."));
        // Whoever registers cannot be asked after what the person answers later.
        var isTooLate = Category.Question(After?.Split('|')[0]) is { IsForPerson: true } && !IsForAccepted && !IsKeptApart;
        if (!string.IsNullOrEmpty(After) && (isTooLate || AfterOptions.All(o => o.Value != After)))
            ModelState.AddModelError(nameof(After), t.Of("Choose an answer to an earlier question."));
        if (!ModelState.IsValid)
            return Page();
        Category.Ask(
            new Question(
                Question?.Key ?? NewKey(),
                Kind,
                LocalizedText.InEnglishAnd("fr", LabelEn, LabelFr),
                LocalizedText.InEnglishAnd("fr", PurposeEn, PurposeFr)
            )
            {
                IsRequired = IsRequired,
                IsForAccepted = IsForAccepted,
                IsKeptApart = IsKeptApart,
                Choices = choices,
                OnlyIf = After?.Split('|', 2) is [var earlier, var answer] ? new AskedAfter(earlier, answer) : null,
            }
        );
        return await DoneAsync(Text.Key("Change a question of a registration"), cancellationToken);
    }

    public async Task<IActionResult> OnPostDropAsync(string code, Guid id, string? key, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, key, cancellationToken) || Question is not { } question)
            return NotFound();
        if (Category.WhyNotDrop(question.Key) is { } reason)
        {
            ModelState.Clear();
            Fill(question);
            ModelState.AddModelError(nameof(LabelEn), t.Of(reason));
            return Page();
        }

        Category.Drop(question.Key);
        return await DoneAsync(Text.Key("Drop a question of a registration"), cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(string process, CancellationToken cancellationToken)
    {
        db.Expect(Category, Version);
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The questions have changed.");
        return Redirect($"/office/events/{Found.Entry.Event.Code}/registration/category/{Category.Id}");
    }

    private async Task<bool> FindAsync(string code, Guid id, string? key, CancellationToken cancellationToken)
    {
        if (
            await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { } found
            || found.Category(id) is not { } category
        )
            return false;
        (Found, Category, Question) = (found, category, category.Question(key));
        return key is null || Question is not null;
    }

    private void Fill(Question question)
    {
        (LabelEn, LabelFr) = (question.Label.In("en"), question.Label.Written("fr"));
        (PurposeEn, PurposeFr) = (question.Purpose.In("en"), question.Purpose.Written("fr"));
        (Kind, IsRequired) = (question.Kind, question.IsRequired);
        (IsForAccepted, IsKeptApart) = (question.IsForAccepted, question.IsKeptApart);
        ChoicesEn = string.Join('\n', question.Choices.Select(c => c.In("en")));
        ChoicesFr = string.Join('\n', question.Choices.Select(c => c.Written("fr")));
        After = question.OnlyIf is { } after ? $"{after.Key}|{after.Answer}" : null;
    }

    private List<LocalizedText> Choices()
    {
        if (Kind is not QuestionKind.Choice)
            return [];
        // A choice without French words leaves its line empty.
        var french = (ChoicesFr ?? "").Split('\n', StringSplitOptions.TrimEntries);
        return
        [
            .. Lines(ChoicesEn)
                .Distinct(StringComparer.Ordinal)
                .Select((english, i) => LocalizedText.InEnglishAnd("fr", english, french.ElementAtOrDefault(i))),
        ];
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>From the words, so that it can be read in an export; with a number where it is taken.</summary>
    private string NewKey()
    {
        var letters = Fold.Plain(LabelEn).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var parts = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var words = parts.Length == 0 ? "question" : string.Join('-', parts.Take(6));
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(n => n == 1 ? words : $"{words}-{n}")
            .First(k => Category.Question(k) is null);
    }
}
