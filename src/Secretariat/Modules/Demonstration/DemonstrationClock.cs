using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Demonstration;

/// <summary>Shows the time at which a step of the demonstration happened.</summary>
internal sealed class DemonstrationClock : TimeProvider
{
    private DateTimeOffset now;

    public void Set(DateOnly day, TimeOnly time) => now = Clock.InstantOf(day.ToDateTime(time));

    public override DateTimeOffset GetUtcNow() => now;
}
