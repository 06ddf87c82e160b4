namespace Secretariat.Modules.Privacy;

public static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScoped<Disclose>();
}
