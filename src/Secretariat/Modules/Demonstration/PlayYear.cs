namespace Secretariat.Modules.Demonstration;

/// <summary>Does each step of the year at its time, as the person who did it, in a scope of its own.</summary>
internal sealed class PlayYear(IServiceProvider provider, DemonstrationClock clock, string repliesFolder)
{
    private readonly YearSoFar year = new(repliesFolder);

    public async Task DoAsync(YearStep step, CancellationToken cancellationToken)
    {
        clock.Set(step.On, step.At);
        await using var scope = provider.CreateAsyncScope();
        var scene = new Scene(scope.ServiceProvider, year);
        if (step.Actor is { } email)
            await scene.ActAsAsync(email, cancellationToken);
        await step.DoAsync(scene, cancellationToken);
    }
}
