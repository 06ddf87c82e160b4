using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>An officer's answer to a message, begun with one of the texts of the alliance.</summary>
public sealed class ReplyPage(ReadMessage reading, SendReply sending, ReplyTemplates templates, Text t) : PageModel
{
    public MessageView Shown { get; private set; } = null!;

    public BeforeReply Before { get; private set; } = null!;

    public string To { get; private set; } = "";

    public bool IsToAnother => !string.Equals(To, Shown.Message.FromAddress, StringComparison.OrdinalIgnoreCase);

    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? In { get; set; }

    /// <summary>Of the form as it was served, so that a second click is the same reply.</summary>
    [BindProperty]
    public Guid Key { get; set; } = Guid.CreateVersion7();

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public AfterReply Then { get; set; } = AfterReply.Wait;

    public IEnumerable<SelectListItem> TemplateOptions =>
        [new(t.Of("An empty text"), ""), .. templates.All.Select(r => new SelectListItem(r.Title.In(t.Language.Code), r.Code))];

    public IEnumerable<SelectListItem> LanguageOptions =>
        templates.Languages.Select(code => new SelectListItem(CultureInfo.GetCultureInfo(code).NativeName, code));

    public IEnumerable<SelectListItem> ThenOptions =>
        [
            new(t.Of("waits for an answer"), nameof(AfterReply.Wait)),
            new(t.Of("is done"), nameof(AfterReply.Finish)),
            new(t.Of("stays to do"), nameof(AfterReply.Stay)),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is { } refused)
            return refused;
        Subject = SubjectLine.Re(Shown.Message.Subject, Shown.Thread?.Reference);
        Body = templates.Fill(Template, In ?? "en", Shown.Message, Shown.Thread?.Reference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is { } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(Subject))
            ModelState.AddModelError(nameof(Subject), t.Of("Write a subject."));
        if (string.IsNullOrWhiteSpace(Body))
            ModelState.AddModelError(nameof(Body), t.Of("Write the text."));
        if (Then is AfterReply.Finish && Shown.Message.WhyNotFinish(Shown.HasOpen) is { } open)
            ModelState.AddModelError(nameof(Then), t.Of(open));
        if (!ModelState.IsValid)
            return Page();
        await sending.RunAsync(id, new ReplyText(Key, To, Subject!.Trim(), Body!), Then, cancellationToken);
        TempData["Done"] = t.Of("The reply lies in the outbox.");
        return Redirect($"/office/inbox/{id}");
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        if (!Access.MayWrite(User))
            return Forbid();
        if (shown.Message.WhyNotReply() is { } reason)
        {
            TempData["Done"] = t.Of(reason);
            return Redirect($"/office/inbox/{id}");
        }

        To = shown.Mail.ReplyTo is [var replyTo, ..] ? replyTo.Address : shown.Message.FromAddress!;
        Before = await sending.BeforeAsync(id, To, User.AccountId()!.Value, cancellationToken);
        return null;
    }
}
