using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Whose it is, until when, what the officers say of it, and its entry in the register.</summary>
public sealed partial class MessageModel
{
    public async Task<IActionResult> OnPostAssignAsync(Guid id, int version, Guid? to, CancellationToken cancellationToken)
    {
        var isOfficer =
            to is null
            || await db.Users.AnyAsync(
                a => a.Id == to && a.DisabledAt == null && Access.Writers.Contains(a.Role),
                cancellationToken
            );
        return await WorkAsync(
            id,
            version,
            m => isOfficer ? m.WhyNotWork() : Text.Key("Choose one of the officers."),
            m => m.Assign(to),
            "to",
            (Text.Key("Assign a message"), t.Of("The message is assigned.")),
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostWaitAsync(Guid id, int version, DateOnly? until, CancellationToken cancellationToken) =>
        WorkAsync(
            id,
            version,
            m => m.WhyNotWait(until, Clock.Today(time)),
            m => m.Wait(until is { } day ? WorkingDays.OnOrAfter(day) : null),
            "until",
            (Text.Key("Let a message wait"), t.Of("The message waits.")),
            cancellationToken
        );

    public Task<IActionResult> OnPostDueAsync(Guid id, int version, DateOnly? day, CancellationToken cancellationToken) =>
        WorkAsync(
            id,
            version,
            m => m.WhyNotBeDoneBy(day, Clock.Today(time)),
            m => m.BeDoneBy(day is { } by ? WorkingDays.OnOrAfter(by) : null),
            "day",
            (Text.Key("Say by when a message has to be done"), t.Of("The day is set.")),
            cancellationToken
        );

    public async Task<IActionResult> OnPostNoteAsync(Guid id, string? text, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is null)
            return NotFound();
        if (string.IsNullOrWhiteSpace(text))
            return await RefuseAsync(id, "text", Text.Key("Write the note first."), cancellationToken);
        db.Notes.Add(
            new Note
            {
                MessageId = id,
                AuthorId = User.AccountId()!.Value,
                At = time.Now(),
                Text = text.Trim(),
            }
        );
        return await DoneAsync(id, Text.Key("Write a note"), null, t.Of("The note is kept."), cancellationToken);
    }

    public async Task<IActionResult> OnPostRegisterAsync(
        Guid id,
        int version,
        string? number,
        DateOnly? on,
        CancellationToken cancellationToken
    )
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        var entry = await registering.RunAsync(message, number, on, cancellationToken);
        return entry.WhyNot is { } wrong
            ? await RefuseAsync(id, nameof(number), wrong, cancellationToken)
            : await DoneAsync(id, entry.Process, null, t.Of(entry.Done), cancellationToken);
    }

    public Task<IActionResult> OnPostTheirReferenceAsync(
        Guid id,
        int version,
        string? theirs,
        DateOnly? theirDay,
        CancellationToken cancellationToken
    )
    {
        var reference = TheirReference.Of(theirs, theirDay);
        return WorkAsync(
            id,
            version,
            m => m.WhyNotTakeTheirReference() ?? reference.WhyNot(Clock.Today(time)),
            m => m.TakeTheirReference(reference.Number, reference.On),
            nameof(theirs),
            (Text.Key("Record the partner’s reference"), t.Of("The reference is recorded.")),
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostClearAsync(Guid id, Guid address, string? because, CancellationToken cancellationToken)
    {
        if (await db.FailedAddresses.SingleOrDefaultAsync(a => a.Id == address, cancellationToken) is not { } failed)
            return NotFound();
        if (failed.WhyNotClear(because) is { } reason)
            return await RefuseAsync(id, "because", reason, cancellationToken);
        failed.Clear(because!);
        return await DoneAsync(
            id,
            Text.Key("Write to an address again"),
            because,
            t.Of("The address can be written to again."),
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostReadAgainAsync(Guid id, int version, CancellationToken cancellationToken) =>
        WorkAsync(
            id,
            version,
            m => m.WhyNotReadAgain(),
            m => m.ReadAgain(),
            "",
            (Text.Key("Read a message again"), t.Of("The message is read again in a moment.")),
            cancellationToken
        );

    public async Task<IActionResult> OnPostByPersonAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        if (message.WhyNotByPerson() is { } reason)
            return await RefuseAsync(id, "", reason, cancellationToken);
        // Of what a program sends nothing is proposed.
        var (mail, problem) = await opening.ShowAsync(message, cancellationToken);
        if (problem is not null)
            return await RefuseAsync(id, "", problem, cancellationToken);
        message.TakeAsByPerson();
        await ProposeByPersonAsync(message, mail, cancellationToken);
        await filing.WakeAsync(message, cancellationToken);
        return await DoneAsync(
            id,
            Text.Key("Say that a person wrote a message"),
            null,
            t.Of("The message counts as written by a person and is to do."),
            cancellationToken
        );
    }

    private async Task ProposeByPersonAsync(Message message, MimeMessage mail, CancellationToken cancellationToken)
    {
        var byHand = await db.Proposals.Where(p => p.MessageId == message.Id).ToListAsync(cancellationToken);
        var suggested = await opening.SuggestByPersonAsync(mail, cancellationToken);
        db.Proposals.AddRange(suggested.Where(s => !byHand.Exists(p => p.IsLike(s))).Select(s => Proposal.From(message.Id, s)));
    }

    private async Task<IActionResult> WorkAsync(
        Guid id,
        int version,
        Func<Message, Reason?> whyNot,
        Action<Message> act,
        string field,
        (string Process, string Done) said,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
            return await ShowAsync(id, null, cancellationToken);
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        if (whyNot(message) is { } reason)
            return await RefuseAsync(id, field, reason, cancellationToken);
        act(message);
        return await DoneAsync(id, said.Process, null, said.Done, cancellationToken);
    }
}
