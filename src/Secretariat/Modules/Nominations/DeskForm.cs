using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Nominations;

/// <summary>A form of the desk: sent, it is a message like any other, with the same triage and result as by mail.</summary>
public abstract class DeskForm(SecretariatDb db, FormMessage forms, Text t) : DeskPage(db)
{
    protected Text T => t;

    /// <summary>Served with the form and sent back with it: a second click sends the same message.</summary>
    [BindProperty]
    public Guid FormToken { get; set; } = Guid.CreateVersion7();

    [BindProperty]
    public List<string> Strands { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Letter { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Remark { get; set; }

    public IReadOnlyList<SelectListItem> StrandOptions { get; private set; } = [];

    /// <summary>The letters that may be answered: the one the form was opened with, and the newest.</summary>
    public IReadOnlyList<SelectListItem> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Letter ??= await UnansweredAsync(cancellationToken);
        await PrepareAsync(cancellationToken);
    }

    /// <summary>The newest letter that nobody has answered: a form is most likely its answer.</summary>
    private Task<Guid?> UnansweredAsync(CancellationToken cancellationToken)
    {
        var answers = ReadAnswers.Messages(Db);
        var answered = Db.Threads.Where(thread => answers.Any(m => m.ThreadId == (thread.MergedIntoId ?? thread.Id)));
        return Sent.Where(l => !answered.Any(thread => thread.Id == l.ThreadId))
            .OrderByDescending(l => l.Id)
            .Select(l => (Guid?)l.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var answers = await ThreadOfAsync(Letter, cancellationToken);
        if (Letter is not null && answers is null)
            ModelState.AddModelError(nameof(Letter), t.Of("Choose a letter that was sent to you."));
        if (NeedsStrand && Strands.Count == 0 || Strands.Exists(s => StrandOptions.All(o => o.Value != s)))
            ModelState.AddModelError(nameof(Strands), t.Of("Choose among the strands of work."));
        Check();
        if (!ModelState.IsValid)
            return Page();
        var (subject, ask) = Write([.. Strands.Distinct(StringComparer.Ordinal)]);
        var letter = new FormLetter(subject, [.. ask.Quotes, .. FormAsk.Remark(Remark)], [ask], answers, FormToken);
        var account = await AccountAsync(cancellationToken);
        var message = await forms.TakeInAsync(FormSender.SignedIn(account), PartnerId, letter, cancellationToken);
        return Redirect($"/desk/sent/{message.Id}");
    }

    /// <summary>Whether it asks nothing without a strand of work.</summary>
    protected abstract bool NeedsStrand { get; }

    /// <summary>What else the form needs.</summary>
    protected virtual void Check() { }

    /// <summary>The subject of the message, and what it asks for in the words it begins with.</summary>
    protected abstract (string Subject, FormAsk Ask) Write(IReadOnlyList<string> strands);

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var strands = await Db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        StrandOptions = [.. strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code))];
        var opened = Letter ?? Guid.Empty;
        var offered = Sent.OrderByDescending(l => l.Id == opened).ThenByDescending(l => l.Id).Take(LettersShown);
        var letters = await Shown(offered).ToListAsync(cancellationToken);
        Letters = [.. letters.Select(l => new SelectListItem($"{l.Reference} {l.Title}", l.Id.ToString()))];
    }

    /// <summary>The thread of a letter that was sent to this partner.</summary>
    private async Task<Thread?> ThreadOfAsync(Guid? letterId, CancellationToken cancellationToken) =>
        await Sent.Where(l => l.Id == letterId).Select(l => l.ThreadId).SingleOrDefaultAsync(cancellationToken) is { } id
            ? await Db.Threads.CurrentAsync(id, cancellationToken)
            : null;
}
