using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register;

/// <summary>How the partner stands towards the instruments, and what it goes through before it can endorse.</summary>
public sealed partial class PartnerRecordModel
{
    public IReadOnlyList<(Instrument Instrument, Endorsement Endorsement)> Endorsements { get; private set; } = [];

    public Onboarding Onboarding { get; private set; } = new([], []);

    private async Task ReadEndorsementsAsync(CancellationToken cancellationToken)
    {
        var rows = await db
            .Endorsements.AsNoTracking()
            .Where(e => e.PartnerId == Partner.Id)
            .Join(
                db.Instruments.AsNoTracking(),
                e => e.InstrumentCode,
                i => i.Code,
                (e, i) => new { Instrument = i, Endorsement = e }
            )
            .OrderBy(e => e.Instrument.On)
            .ThenBy(e => e.Endorsement.TextVersion ?? 0)
            .ThenBy(e => e.Endorsement.From)
            .ThenBy(e => e.Endorsement.Id)
            .ToListAsync(cancellationToken);
        Endorsements = [.. rows.Where(r => IsShown(r.Endorsement)).Select(r => (r.Instrument, r.Endorsement))];
        var steps = await Onboarding.OfAsync(db, Partner, Day, cancellationToken);
        Onboarding = steps with { Taken = [.. steps.Taken.Where(taken => taken.On <= Day.Day)] };
        belonging.AddRange(rows.Select(r => r.Endorsement.Id).Concat(steps.Taken.Select(taken => taken.Id)));
    }
}
