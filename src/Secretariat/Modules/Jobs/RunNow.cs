using Quartz;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Jobs;

/// <summary>Has some work done at once instead of in its turn; after the round that is on, if there is one.</summary>
public sealed class RunNow(ISchedulerFactory schedulers)
{
    public async Task AskAsync<TWork>(CancellationToken cancellationToken)
        where TWork : class, IWork
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(new JobKey(typeof(TWork).Name), cancellationToken);
    }
}
