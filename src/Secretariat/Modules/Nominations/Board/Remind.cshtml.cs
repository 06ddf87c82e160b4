using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations.Board;

/// <summary>Writing again to those whose answer is missing: who they are, who is left out and why, and the words.</summary>
[WritersOnly]
public sealed class RemindModel(
    SecretariatDb db,
    RemindAddressees reminders,
    ReminderText words,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    /// <summary>A partner that is written to, once on all letters that it has not answered.</summary>
    public sealed record Row(UnansweredLetters Letters, Partner Partner)
    {
        public LetterAnswer Answer => Letters.First;
    }

    public Campaign Campaign { get; private set; } = null!;

    public IReadOnlyList<Row> Reminded { get; private set; } = [];

    /// <summary>Those without an answer who are not written to now.</summary>
    public IReadOnlyList<(Partner Partner, Reason WhyNot)> LeftOut { get; private set; } = [];

    /// <summary>What is written, by language.</summary>
    [BindProperty]
    public Dictionary<string, string> Texts { get; set; } = [];

    [BindProperty, Display(Name = "How many reminders leave?")]
    public int? Count { get; set; }

    /// <summary>Of the messages as they were last shown: none leaves that nobody has seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Every message as its addressee would read it.</summary>
    public IReadOnlyList<(Row Row, string Language, string Text)> Messages { get; private set; } = [];

    private IReadOnlyDictionary<string, LocalizedText> languages = new Dictionary<string, LocalizedText>();

    public string NameOf(string language) => languages.GetValueOrDefault(language)?.In(t.Language.Code) ?? language;

    public IEnumerable<string> Languages =>
        Reminded
            .Select(r => words.LanguageFor(r.Answer.Letter.Language))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Texts = Languages.ToDictionary(l => l, words.Text.In, StringComparer.Ordinal);
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Shows the messages with other words.</summary>
    public async Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        CheckTexts();
        ModelState.Remove(nameof(Seen));
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        CheckTexts();
        if (Seen != Shown())
            ModelState.AddModelError(
                nameof(Texts),
                t.Of("The words or those who are reminded have changed: look at the messages below, then send them.")
            );
        if (Reminded.Count == 0)
            ModelState.AddModelError(nameof(Count), t.Of("Nobody can be reminded now."));
        else if (Count != Reminded.Count)
            ModelState.AddModelError(
                nameof(Count),
                t.Of("Reminders that would leave: {0}. Type that number if it is what you mean.", Reminded.Count)
            );
        if (!ModelState.IsValid)
        {
            ModelState.SetModelValue(nameof(Seen), Shown(), Shown());
            await ShowAsync(cancellationToken);
            return Page();
        }

        var waiting = await reminders.RunAsync(Campaign, [.. Reminded.Select(r => r.Letters)], Texts, cancellationToken);
        TempData["Done"] = t.Of("Reminders in the outbox: {0}.", Reminded.Count);
        if (waiting > 0)
            TempData["Done"] += " " + t.Of("Of which wait for the office hours of their country: {0}.", waiting);
        return Redirect($"/office/campaigns/{id}/answers");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return false;
        Campaign = campaign;
        languages = await db.Languages.AsNoTracking().ToDictionaryAsync(l => l.Code, l => l.Name, cancellationToken);
        var answers = await ReadAnswers.OfCampaignAsync(db, id, AsOf.Today(time), cancellationToken);
        var asked = db.Letters.Where(l => l.CampaignId == id).Select(l => l.PartnerId);
        var partners = await db
            .Partners.AsNoTracking()
            .Where(p => asked.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var today = time.Today();
        var missing = UnansweredLetters.Of(answers.Where(a => a.WhyNotRemind(today) is null));
        Reminded = [.. missing.Select(m => new Row(m, partners[m.First.Letter.PartnerId]))];
        LeftOut =
        [
            .. from answer in answers
            where answer.State is not Answering.Answered
            let whyNot = answer.WhyNotRemind(today)
            where whyNot is not null
            select (partners[answer.Letter.PartnerId], whyNot),
        ];
        return true;
    }

    private void CheckTexts()
    {
        foreach (var language in Languages.Where(l => string.IsNullOrWhiteSpace(Texts.GetValueOrDefault(l))))
            ModelState.AddModelError($"Texts[{language}]", t.Of("Write what is sent in “{0}”.", NameOf(language)));
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Seen = Shown();
        await disclose.SeenAsync(
            $"/office/campaigns/{Campaign.Id}/remind",
            Reminded.Select(r => r.Answer.PersonId).OfType<Guid>(),
            cancellationToken
        );
        await reminders.PrepareAsync(Campaign, Reminded.Select(r => r.Letters), cancellationToken);
        Messages =
        [
            .. Reminded.Select(r =>
            {
                var language = words.LanguageFor(r.Answer.Letter.Language);
                return (r, language, reminders.BodyFor(Texts.GetValueOrDefault(language) ?? "", Campaign, r.Letters, language));
            }),
        ];
    }

    /// <summary>What they read, and who reads it.</summary>
    private string Shown()
    {
        var texts = Languages.Select(l => (l, "", Texts.GetValueOrDefault(l)?.ReplaceLineEndings("\n").Trim() ?? ""));
        return SeenMessages.Of([.. texts, .. Reminded.Select(r => (r.Answer.To.Email!, r.Letters.References, r.Answer.To.Name))]);
    }
}
