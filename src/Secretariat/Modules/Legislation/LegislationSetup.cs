using Secretariat.Platform.Data;

namespace Secretariat.Modules.Legislation;

public static class LegislationSetup
{
    public static IServiceCollection AddLegislation(this IServiceCollection services) =>
        services.AddSingleton<ILoad, LoadLegislation>();
}
