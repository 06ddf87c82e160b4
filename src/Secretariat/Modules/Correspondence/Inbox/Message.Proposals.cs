using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Deciding on what the message asks for.</summary>
public sealed partial class MessageModel
{
    public Task<IActionResult> OnPostRejectAsync(Guid id, Guid proposalId, CancellationToken cancellationToken) =>
        DecideAsync(
            (id, proposalId),
            new(
                (p, _, why) => p.WhyNotReject(why),
                (p, _, decision) => p.Reject(decision),
                Text.Key("Reject a proposal"),
                t.Of("The proposal is rejected.")
            ),
            cancellationToken
        );

    public Task<IActionResult> OnPostVerifyAsync(Guid id, Guid proposalId, CancellationToken cancellationToken) =>
        DecideAsync(
            (id, proposalId),
            new(
                (p, message, how) => p.WhyNotVerify(message, how),
                (p, message, decision) => p.Verify(message, decision),
                Text.Key("Verify a proposal"),
                t.Of("The proposal is marked as verified.")
            ),
            cancellationToken
        );

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid proposalId, CancellationToken cancellationToken) =>
        DecideAsync(
            (id, proposalId),
            new(
                (p, _, why) => p.WhyNotWithdraw(why),
                (p, _, decision) => p.Withdraw(decision),
                Text.Key("Withdraw a proposal"),
                t.Of("The proposal is marked as withdrawn by the partner.")
            ),
            cancellationToken
        );

    private async Task<IActionResult> DecideAsync(
        (Guid Message, Guid Proposal) at,
        StepWithReason step,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(at.Message, at.Proposal, cancellationToken) is not var (message, proposal))
            return NotFound();
        if (await FormAsync(proposal) is not { } form)
            return await ShowAsync(at.Message, null, cancellationToken);
        if (WhyTooLate(message, proposal, form) is { } late)
            return SomeoneWasFaster(at.Message, late);
        if (step.WhyNot(proposal, message, form.Reason) is { } reason)
            return await RefuseAsync(
                at.Message,
                $"{ProposalForm.PrefixOf(at.Proposal)}.{nameof(form.Reason)}",
                reason,
                cancellationToken
            );

        Expect(message, proposal, form);
        step.Take(proposal, message, Decided(form.Reason));
        return await DoneAsync(at.Message, step.Process, form.Reason, step.Done, cancellationToken);
    }

    /// <summary>A step of a proposal that takes a reason and nothing else.</summary>
    private sealed record StepWithReason(
        Func<Proposal, Message, string?, string?> WhyNot,
        Action<Proposal, Message, Decision> Take,
        string Process,
        string Done
    );

    /// <summary>A proposal by hand: it too rests on what the sender wrote or attached, and is then decided like any other.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        if (!await TryUpdateModelAsync(Add, NewProposalForm.Prefix))
            return await ShowAsync(id, null, cancellationToken);
        if (message.WhyNotPropose() is { } whyNot)
            return await RefuseAsync(id, "", whyNot, cancellationToken);
        var found = EvidenceByHand.In(await opening.ParseAsync(message, cancellationToken), Add.Part, Add.Quote);
        if (found.WhyNot is { } nowhere)
            return await RefuseAsync(id, $"{NewProposalForm.Prefix}.{found.Field}", nowhere, cancellationToken);

        db.Touch(message);
        db.Expect(message, Add.MessageVersion);
        db.Proposals.Add(
            new Proposal
            {
                MessageId = id,
                Type = Add.Type,
                IsAlternate = Add.IsAlternate,
                Strands = await db
                    .Strands.Where(s => Add.Strands.Contains(s.Code))
                    .Select(s => s.Code)
                    .ToListAsync(cancellationToken),
                Person = Add.Person(),
                Evidence = [found.Evidence!],
            }
        );
        return await DoneAsync(
            id,
            Text.Key("Add a proposal by hand"),
            Add.Reason,
            t.Of("The proposal is added. Decide on it below."),
            cancellationToken
        );
    }

    private async Task<(Message Message, Proposal Proposal)?> FindAsync(
        Guid id,
        Guid proposalId,
        CancellationToken cancellationToken
    ) =>
        await MessageAsync(id, cancellationToken) is { } message
        && await db.Proposals.SingleOrDefaultAsync(p => p.Id == proposalId && p.MessageId == id, cancellationToken)
            is { } proposal
            ? (message, proposal)
            : null;

    /// <summary>What the officer entered in the card, or null when it cannot be understood.</summary>
    private async Task<ProposalForm?> FormAsync(Proposal proposal)
    {
        var form = typed[proposal.Id] = new ProposalForm();
        return await TryUpdateModelAsync(form, ProposalForm.PrefixOf(proposal.Id)) ? form : null;
    }

    private static string? WhyTooLate(Message message, Proposal proposal, ProposalForm form)
    {
        if (!proposal.IsOpen)
            return Text.Key("This proposal has already been decided.");
        return (message.Version, proposal.Version) == (form.MessageVersion, form.Version)
            ? null
            : Text.Key(
                "The message has been filed or decided on since you opened it. Look at it as it is now, and decide again."
            );
    }

    /// <summary>Somebody who files the message elsewhere at the same moment must lose, or win: its version counts too.</summary>
    private void Expect(Message message, Proposal proposal, ProposalForm form)
    {
        db.Touch(message);
        db.Expect(message, form.MessageVersion);
        db.Expect(proposal, form.Version);
    }

    /// <summary>The words in which a nomination may tell an interest, too; the forms ask that by itself.</summary>
    public string? InterestIn(Proposal proposal) =>
        proposal.NamesPerson && Shown.Message.Channel is (Channel.Mail or Channel.Paper) ? proposal.SaidInWords : null;

    public IReadOnlyList<SelectListItem> PersonOptions(ProposalForm form) =>
        new WhoIsIt(Shown.Persons, form.Name, form.Email).Options(form.Which, t);
}
