using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>Enters how a partner stands towards an instrument, or takes an entry back; the caller saves.</summary>
public sealed class EnterEndorsement(SecretariatDb db, TimeProvider time)
{
    /// <summary>Why it cannot be entered, or null when it can.</summary>
    /// <param name="language">In which names are said.</param>
    public async Task<Reason?> WhyNotAsync(Endorsement said, string language, CancellationToken cancellationToken)
    {
        var instrument = await db.Instruments.SingleOrDefaultAsync(i => i.Code == said.InstrumentCode, cancellationToken);
        if (instrument is null)
            return Text.Key("Choose an instrument.");
        if (!said.HasEvidence)
            return Text.Key("An endorsement rests on a message, a letter, a document or a public source. Name one.");
        var history = await HistoryAsync(instrument, said.PartnerId, cancellationToken);
        return history.WhyNot(said.Status, said.TextVersion, said.From, time.Today())
            ?? await WhyNotVersionAsync(said, cancellationToken)
            ?? await WhyNotOnboardedAsync(said, language, cancellationToken);
    }

    public async Task EnterAsync(Endorsement said, CancellationToken cancellationToken)
    {
        (await HistoryAsync(said, cancellationToken)).Enter(said);
        db.Endorsements.Add(said);
        await db.TakeTurnAsync(said.PartnerId, cancellationToken);
    }

    /// <summary>Why it cannot be taken back, or null when it can.</summary>
    public async Task<Reason?> WhyNotTakeBackAsync(Endorsement mistaken, CancellationToken cancellationToken) =>
        (await HistoryAsync(mistaken, cancellationToken)).WhyNotTakeBack(mistaken);

    public async Task TakeBackAsync(Endorsement mistaken, CancellationToken cancellationToken)
    {
        (await HistoryAsync(mistaken, cancellationToken)).TakeBack(mistaken);
        db.Endorsements.Remove(mistaken);
        await db.TakeTurnAsync(mistaken.PartnerId, cancellationToken);
    }

    private async Task<EndorsementHistory> HistoryAsync(Endorsement one, CancellationToken cancellationToken) =>
        await HistoryAsync(
            await db.Instruments.SingleAsync(i => i.Code == one.InstrumentCode, cancellationToken),
            one.PartnerId,
            cancellationToken
        );

    private async Task<EndorsementHistory> HistoryAsync(
        Instrument instrument,
        Guid partnerId,
        CancellationToken cancellationToken
    ) =>
        new(
            instrument,
            await db
                .Endorsements.Where(e => e.PartnerId == partnerId && e.InstrumentCode == instrument.Code)
                .ToListAsync(cancellationToken)
        );

    private async Task<Reason?> WhyNotVersionAsync(Endorsement said, CancellationToken cancellationToken)
    {
        if (said.TextVersion is not { } number)
            return null;
        var version = await db.TextVersions.SingleOrDefaultAsync(
            v => v.InstrumentCode == said.InstrumentCode && v.Number == number,
            cancellationToken
        );
        return version is null ? Text.Key("This instrument has no such version.")
            : version.On > said.From ? Text.Key("Version {0} is of {1}: it cannot have been meant before.", number, version.On)
            : null;
    }

    private async Task<Reason?> WhyNotOnboardedAsync(Endorsement said, string language, CancellationToken cancellationToken)
    {
        if (said.Status is not EndorsementStatus.Endorsed)
            return null;
        var partner = await db.Partners.SingleAsync(p => p.Id == said.PartnerId, cancellationToken);
        var onboarding = await Onboarding.OfAsync(db, partner, new AsOf(said.From), cancellationToken);
        return onboarding.WhyNotEndorse(said.From, language);
    }
}
