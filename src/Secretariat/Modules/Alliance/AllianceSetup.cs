using Secretariat.Platform.Data;

namespace Secretariat.Modules.Alliance;

public static class AllianceSetup
{
    public static IServiceCollection AddAlliance(this IServiceCollection services) =>
        services.AddSingleton<ILoad, LoadAlliance>();
}
