using Secretariat.Platform.Data;

namespace Secretariat.Modules.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddScoped<IAuditor, Auditor>().AddScoped<VerifyChain>().AddScoped<ChainHeadFile>();
}
