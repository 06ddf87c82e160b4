using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Deciding on what the message asks for.</summary>
public sealed partial class MessageModel
{
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, Guid proposalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, proposalId, cancellationToken) is not var (message, proposal))
            return NotFound();
        if (!proposal.IsOpen)
            return SomeoneWasFaster(id, Text.Key("This proposal has already been decided."));
        if (await FormAsync(proposal) is not { } form)
            return await ShowAsync(id, null, cancellationToken);
        var correction = form.Correct(proposal, Platform.Domain.Clock.DayOf(message.ReceivedAt));
        if (proposal.WhyNotConfirm(message, correction, form.Reason) is { } reason)
            return await RefuseAsync(
                id,
                $"{ProposalForm.PrefixOf(proposalId)}.{FieldOf(proposal, message, correction)}",
                reason,
                cancellationToken
            );

        // Somebody who files the message elsewhere at the same moment must lose, or win: its version counts too.
        db.Entry(message).State = EntityState.Modified;
        proposal.Confirm(message, correction, Decided(form.Reason));
        return await DoneAsync(
            id,
            Text.Key("Confirm a proposal"),
            form.Reason,
            t.Of("The proposal is confirmed and stands in the record."),
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostRejectAsync(Guid id, Guid proposalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, proposalId, cancellationToken) is not var (message, proposal))
            return NotFound();
        if (!proposal.IsOpen)
            return SomeoneWasFaster(id, Text.Key("This proposal has already been decided."));
        if (await FormAsync(proposal) is not { } form)
            return await ShowAsync(id, null, cancellationToken);
        if (proposal.WhyNotReject(form.Reason) is { } reason)
            return await RefuseAsync(id, $"{ProposalForm.PrefixOf(proposalId)}.{nameof(form.Reason)}", reason, cancellationToken);

        db.Entry(message).State = EntityState.Modified;
        proposal.Reject(Decided(form.Reason));
        return await DoneAsync(
            id,
            Text.Key("Reject a proposal"),
            form.Reason,
            t.Of("The proposal is rejected."),
            cancellationToken
        );
    }

    /// <summary>A proposal by hand: it too rests on the sender’s own words, and is then decided like any other.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        if (!await TryUpdateModelAsync(Add, NewProposalForm.Prefix))
            return await ShowAsync(id, null, cancellationToken);
        var mail = await reading.MailOfAsync(message, cancellationToken);
        if (Quotation.FindIn(mail.TextBody ?? "", Add.Quote) is not { } quote)
            return await RefuseAsync(
                id,
                $"{NewProposalForm.Prefix}.{nameof(Add.Quote)}",
                Text.Key("These words do not stand in the message. Copy them exactly."),
                cancellationToken
            );

        db.Proposals.Add(
            new Proposal
            {
                MessageId = id,
                Type = Add.Type,
                IsAlternate = Add.IsAlternate,
                Strands = Add.Strands,
                Person = Add.Person(),
                Evidence = [new Evidence("text", quote)],
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
        if (!await TryUpdateModelAsync(form, ProposalForm.PrefixOf(proposal.Id)))
            return null;
        db.Expect(proposal, form.Version);
        return form;
    }

    /// <summary>The field that the refusal is about.</summary>
    private static string FieldOf(Proposal proposal, Message message, Correction correction) =>
        message.PartnerId is null ? nameof(ProposalForm.Reason)
        : proposal.NamesPerson && string.IsNullOrWhiteSpace(correction.Person?.Name) ? nameof(ProposalForm.Name)
        : proposal.Type is ProposalType.Interest && correction.Strands.Count == 0 ? nameof(ProposalForm.Strands)
        : nameof(ProposalForm.Reason);
}
