using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Correspondence;

/// <summary>One message of the outbox: what it says, its entry in the register; what was refused can be sent again.</summary>
public sealed class OutgoingPage(
    SecretariatDb db,
    EnterAresNumber registering,
    TakeBack takeBack,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    public OutgoingMessage Message { get; private set; } = null!;

    public DateTimeOffset? LeavesAt => Message.LeavesAt(time.Now());

    public bool CanBeTakenBack => Message.WhyNotTakeBack("x") is null && Access.MayWrite(User);

    /// <summary>The message that it answers, where it has come to this mailbox.</summary>
    public Guid? AnswersId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, null, cancellationToken))
            return NotFound();
        await disclose.SeenAsync(db, $"{Request.Path}", [Message.ToName, Message.ToAddress], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id,
        int version,
        string? because,
        string? address,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, version, cancellationToken))
            return NotFound();
        // A field that was emptied is no mailbox, and does not mean the former one.
        address ??= Message.CanBeReaddressed ? "" : null;
        if (Message.WhyNotResend(because, address) is { } reason)
            return Refuse(address is null || EmailAddress.IsOne(address) ? nameof(because) : nameof(address), reason);
        Message.Resend(because!, address);
        return await DoneAsync((Text.Key("Send a message again"), because), t.Of("The message is due again."), cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(
        Guid id,
        int version,
        string? because,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, version, cancellationToken))
        {
            HttpContext.Refuse(
                StatusCodes.Status409Conflict,
                Text.Key("This message is no longer in the outbox: it has been taken back meanwhile."),
                "/office/outbox",
                Text.Key("Back to the outbox")
            );
            return new EmptyResult();
        }

        if (Message.WhyNotTakeBack(because) is { } reason)
            return Refuse(nameof(because), reason);
        await takeBack.RunAsync([Message], Message.ThreadId is { } thread ? [thread] : [], cancellationToken);
        await db.SaveAsync(Text.Key("Take a waiting message back"), because, cancellationToken);
        TempData["Done"] = t.Of("The message to {0} is taken back: it will not leave.", Message.ToName);
        return Redirect("/office/outbox");
    }

    public async Task<IActionResult> OnPostRegisterAsync(
        Guid id,
        int version,
        string? number,
        DateOnly? on,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, version, cancellationToken))
            return NotFound();
        if (Message.WhyNotRegister() is { } never)
            return Refuse("", never);
        var entry = await registering.RunAsync(Message, number, on, cancellationToken);
        return entry.WhyNot is { } wrong
            ? Refuse(nameof(number), wrong)
            : await DoneAsync((entry.Process, null), t.Of(entry.Done), cancellationToken);
    }

    private PageResult Refuse(string field, Reason reason)
    {
        ModelState.AddModelError(field, t.Of(reason));
        return Page();
    }

    private async Task<IActionResult> DoneAsync(
        (string Process, string? Why) said,
        string done,
        CancellationToken cancellationToken
    )
    {
        await db.SaveAsync(said.Process, said.Why, cancellationToken);
        TempData["Done"] = done;
        return Redirect($"/office/outbox/{Message.Id}");
    }

    private async Task<bool> ReadAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } message)
            return false;
        if (version is { } seen)
            db.Expect(message, seen);
        Message = message;
        var answered = message.Answers.LastOrDefault();
        if (answered is not null)
            AnswersId = await db
                .Messages.Where(m => m.InternetMessageId == answered && m.Triage != Triage.Copy)
                .Select(m => (Guid?)m.Id)
                .FirstOrDefaultAsync(cancellationToken);
        return true;
    }
}
