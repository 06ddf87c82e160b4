using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>What an event of the Alliance is to be.</summary>
public sealed record EventPlan(LocalizedText Title, DateOnly First, DateOnly Last)
{
    public LocalizedText? City { get; init; }
    public IReadOnlyList<string> Strands { get; init; } = [];
    public Guid? SeriesId { get; init; }
    public string? PartnerCountry { get; init; }
}

/// <summary>Enters an event of the Alliance, announced today.</summary>
public sealed class AnnounceEvent(SecretariatDb db, TimeProvider time)
{
    public async Task<Event> RunAsync(EventPlan plan, CancellationToken cancellationToken)
    {
        var taken = await db.Events.Select(e => e.Code).ToHashSetAsync(cancellationToken);
        var e = new Event
        {
            Code = PartnerCode.For(plan.Title.ToString(), "event", taken),
            Title = plan.Title,
            Kind = "meeting",
            IsOwn = true,
            Strands = [.. plan.Strands],
            City = plan.City,
            SeriesId = plan.SeriesId,
            PartnerCountry = plan.PartnerCountry,
            Status = EventStatus.Planned,
            Confidence = "confirmed",
        };
        e.Announcements.Add(
            new Announcement
            {
                EventId = e.Id,
                AnnouncedOn = time.Today(),
                EnteredAt = time.Now(),
                Timing = TimingWords.Of(plan.First == plan.Last ? Precision.Day : Precision.Range, plan.First, plan.Last),
            }
        );
        db.Events.Add(e);
        await db.SaveAsync(Text.Key("Announce an event"), cancellationToken: cancellationToken);
        return e;
    }
}
