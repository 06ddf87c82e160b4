using Secretariat.Platform.Data;

namespace Secretariat.Modules.Figures;

public static class FiguresSetup
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services.AddSingleton<ILoad, LoadFigures>();
}
