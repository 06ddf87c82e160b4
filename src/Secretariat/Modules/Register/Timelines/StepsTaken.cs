using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>Onboarding steps; a partner that changed its kind took some of another one.</summary>
internal sealed class StepsTaken(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Step;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var kind = partner.KindCode;
        var rows = await stretch
            .Of(db.OnboardingTaken.Where(s => s.PartnerId == partner.Id), s => s.On)
            .Select(s => new
            {
                s.Id,
                s.On,
                s.Note,
                s.StepCode,
                Name = db
                    .OnboardingSteps.Where(step => step.Code == s.StepCode)
                    .OrderBy(step => step.KindCode == kind ? 0 : 1)
                    .Select(step => (LocalizedText?)step.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(s.On, s.Id),
                t.Of("Step taken: {0}", s.Name?.In(t.Language.Code) ?? s.StepCode),
                $"/office/partners/{partner.Code}#onboarding"
            )
            {
                Detail = s.Note,
            }),
        ];
    }
}
