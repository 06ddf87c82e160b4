using Secretariat.Modules.Groups.Mailings;

namespace Secretariat.Modules.OpenData;

public static class OpenDataSetup
{
    public static IServiceCollection AddOpenData(this IServiceCollection services) =>
        services.AddApi().AddScoped<INews, PartnerNews>();
}
