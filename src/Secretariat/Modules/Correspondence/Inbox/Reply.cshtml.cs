using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>An officer's answer to a message, begun with one of the texts of the alliance.</summary>
[WritersOnly]
public sealed class ReplyPage(ReadMessage reading, SendReply sending, ReplyTemplates templates, Clerk clerk, Text t) : PageModel
{
    private const int MostAnswers = 20;

    public MessageView Shown { get; private set; } = null!;

    public BeforeReply Before { get; private set; } = null!;

    public string To { get; private set; } = "";

    private string ToName { get; set; } = "";

    public bool IsToAnother => !string.Equals(To, Shown.Message.FromAddress, StringComparison.OrdinalIgnoreCase);

    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? In { get; set; }

    /// <summary>Of the form as it was served, so that a second click is the same reply.</summary>
    [BindProperty]
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The state of the message and its answers that the officer saw.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string SeenNow => $"{Shown.Message.Version}-{Before.Earlier?.UtcTicks}";

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
        Body = templates.Fill(Template, In!, Shown.Message, Shown.Thread?.Reference);
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
        if (Seen != SeenNow && !await sending.IsSentAsync(id, Key, cancellationToken))
            ModelState.AddModelError(
                "",
                t.Of(
                    "Somebody answered or changed this message meanwhile. Your text is kept: look, and send it if it is still right."
                )
            );
        if (!ModelState.IsValid)
            return Page();
        await sending.RunAsync(id, new ReplyText(Key, ToName, To, Subject!.Trim(), Body!, Answers()), Then, cancellationToken);
        TempData["Done"] = t.Of("The reply lies in the outbox.");
        return Redirect($"/office/inbox/{id}");
    }

    /// <summary>Where the message names none that came before, the one that it answers is that one (RFC 5322 section 3.6.4).</summary>
    private List<string> Answers()
    {
        if (Shown.Message.InternetMessageId is not { } answered)
            return [];
        var (references, answers) = (Shown.Mail.References, Shown.Mail.InReplyTo);
        IReadOnlyList<string> before = references.Count == 0 && answers.Count == 1 ? answers : references;
        return [.. before.TakeLast(MostAnswers).Where(id => id != answered), answered];
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, null, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        if (!Access.MayWrite(User))
            return Forbid();
        if (shown.Message.WhyNotReply() is { } reason)
        {
            TempData["Done"] = t.Of(reason);
            return Redirect($"/office/inbox/{id}");
        }

        var replyTo = shown.Mail.ReplyTo.FirstOrDefault(a => EmailAddress.IsOne(a.Address));
        (ToName, To) = replyTo is null
            ? (shown.Message.FromName ?? shown.Message.FromAddress!, shown.Message.FromAddress!)
            : (replyTo.Name ?? replyTo.Address, replyTo.Address);
        var written = clerk.LanguageOf(shown.Mail);
        In ??= templates.Languages.Contains(written) ? written : "en";
        Before = await sending.BeforeAsync(id, To, User.AccountId()!.Value, cancellationToken);
        return null;
    }
}
