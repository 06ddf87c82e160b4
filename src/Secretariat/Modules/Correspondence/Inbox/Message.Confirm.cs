using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Confirming what the message asks for, once nothing stands in the way.</summary>
public sealed partial class MessageModel
{
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, Guid proposalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, proposalId, cancellationToken) is not var (message, proposal))
            return NotFound();
        if (await FormAsync(proposal) is not { } form)
            return await ShowAsync(id, null, cancellationToken);
        if (WhyTooLate(message, proposal, form) is { } late)
            return SomeoneWasFaster(id, late);
        await filing.WeighAsync(message, cancellationToken);
        var strands = await db.Strands.OrderBy(s => s.Order).Select(s => s.Code).ToListAsync(cancellationToken);
        var known = await KnownPerson.OfAsync(db, message.PartnerId, cancellationToken);
        var who = new WhoIsIt(known, form.Name, form.Email);
        form.Which = who.Answer(form.Which);
        var correction = form.Correct(proposal, Clock.DayOf(message.ReceivedAt), strands) with
        {
            Endorsement = form.Endorsement(message),
        };
        var refused =
            WhyNotConfirm(message, proposal, form, correction, who)
            ?? await WhyNotEnterAsync(message, proposal, correction, known, cancellationToken);
        if (refused is var (field, reason))
            return await RefuseAsync(id, $"{ProposalForm.PrefixOf(proposalId)}.{field}", reason, cancellationToken);

        Expect(message, proposal, form);
        proposal.Confirm(message, correction, Decided(form.Reason));
        return await DoneAsync(
            id,
            Text.Key("Confirm a proposal"),
            form.Reason ?? proposal.SaidInWords,
            t.Of("The proposal is confirmed and stands in the record."),
            cancellationToken
        );
    }

    /// <summary>The reason, and the field that it is about.</summary>
    private static (string Field, string Reason)? WhyNotConfirm(
        Message message,
        Proposal proposal,
        ProposalForm form,
        Correction correction,
        WhoIsIt who
    )
    {
        if (proposal.WhyNotConfirm(message, correction, form.Reason) is { } reason)
            return (FieldOf(proposal, message, correction), reason);
        return proposal.NamesPerson && who.WhyNot(form.Which) is { } which ? (nameof(form.Which), which) : null;
    }

    /// <summary>What in the record stands in the way: its partner, its mandates, its endorsements.</summary>
    private async Task<(string Field, string Reason)?> WhyNotEnterAsync(
        Message message,
        Proposal proposal,
        Correction said,
        IReadOnlyList<KnownPerson> known,
        CancellationToken cancellationToken
    )
    {
        var partner = await db.Partners.SingleOrDefaultAsync(p => p.Id == message.PartnerId, cancellationToken);
        if (partner?.WhyNotEnter() is { } merged)
            return (nameof(ProposalForm.Reason), merged);
        if (proposal.NamesPerson && await WhyNotHoldAsync(message, proposal, said, known, cancellationToken) is { } twice)
            return (nameof(ProposalForm.IsAlternate), t.Of(twice));
        return
            said.Endorsement is { } endorsement
            && await endorsing.WhyNotAsync(endorsement, t.Language.Code, cancellationToken) is { } unsaid
            ? (nameof(ProposalForm.Instrument), t.Of(unsaid))
            : null;
    }

    /// <summary>What else the person does for the partner.</summary>
    private async Task<Reason?> WhyNotHoldAsync(
        Message message,
        Proposal proposal,
        Correction said,
        IReadOnlyList<KnownPerson> known,
        CancellationToken cancellationToken
    )
    {
        var person = said.Which is { } which ? which.PersonId : known.FirstOrDefault(p => p.HasName(said.Person?.Name))?.Id;
        var role = said.IsAlternate ?? proposal.IsAlternate ? MandateRole.Alternate : MandateRole.ContactPoint;
        var held = await db
            .Mandates.AsNoTracking()
            .Where(m => m.PartnerId == message.PartnerId && m.PersonId == person)
            .OrderBy(m => m.From)
            .ToListAsync(cancellationToken);
        return held.Select(m => m.WhyNotBeside(role, said.Strands, new Days(said.From, null)))
            .FirstOrDefault(reason => reason is not null);
    }

    private static string FieldOf(Proposal proposal, Message message, Correction correction) =>
        message.PartnerId is null ? nameof(ProposalForm.Reason)
        : proposal.NamesPerson && string.IsNullOrWhiteSpace(correction.Person?.Name) ? nameof(ProposalForm.Name)
        : proposal.Type is ProposalType.Endorsement && correction.Endorsement is null ? nameof(ProposalForm.Instrument)
        : proposal.Type is ProposalType.Interest or ProposalType.Decline && correction.Strands.Count == 0
            ? nameof(ProposalForm.Strands)
        : nameof(ProposalForm.Reason);
}
