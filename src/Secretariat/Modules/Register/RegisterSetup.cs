using Secretariat.Modules.Register.Briefings;
using Secretariat.Modules.Register.Import;

namespace Secretariat.Modules.Register;

public static class RegisterSetup
{
    public static IServiceCollection AddRegister(this IServiceCollection services) =>
        services
            .AddScoped<ImportList>()
            .AddScoped<ImportRules, ContactImport>()
            .AddScoped<ImportRules, PartnerImport>()
            .AddScoped<ImportRules, ParticipantImport>()
            .AddScoped<ReadBriefings>()
            .AddScoped<MakeBriefings>();
}
