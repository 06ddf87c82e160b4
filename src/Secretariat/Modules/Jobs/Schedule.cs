using Quartz;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Jobs;

/// <summary>Quartz says when, the rows say what: clustered on PostgreSQL, in memory on SQLite.</summary>
public static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, string connectionString, Action<Plan> plan)
    {
        services.AddQuartz(quartz =>
        {
            if (Database.IsPostgres(connectionString))
            {
                quartz.ConfigureScheduler(o =>
                {
                    o.InstanceName = "secretariat";
                    o.GenerateInstanceId = true;
                });
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(connectionString);
                    store.ProvisionSchema();
                    store.UseClustering();
                });
            }

            plan(new Plan(quartz));
        });
        services.AddSingleton<RunNow>();
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }

    public sealed class Plan(IQuartzBuilder quartz)
    {
        public Plan Run<TWork>()
            where TWork : class, IWork
        {
            var name = typeof(TWork).Name;
            quartz.ScheduleJob<Job<TWork>>(
                trigger => trigger.WithIdentity(name).WithSimpleSchedule(TWork.Every),
                job => job.WithIdentity(name)
            );
            return this;
        }
    }

    /// <summary>One at a time in the whole cluster, in a scope of its own.</summary>
    [DisallowConcurrentExecution]
    private sealed class Job<TWork>(IServiceScopeFactory scopes) : IJob
        where TWork : class, IWork
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<TWork>(scope.ServiceProvider).RunAsync(cancellationToken);
        }
    }
}
