using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Partners;

public static class PartnersSetup
{
    public static IServiceCollection AddPartners(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => new OfficialFootnotes(new AllianceFolder(settings.AllianceFolder)));
        return services
            .AddScoped<MergePeople>()
            .AddScoped<MergePartners>()
            .AddScoped<EnterEndorsement>()
            .AddScoped<IHandle<PartnerNamed>, PlaceMemberStates>()
            .AddScoped<IHandle<PartnerNamed>, PlacePartners>()
            .AddScoped<IHandle<PersonNamed>, IndexPeople>()
            .AddScoped<IHoldFiles, HoldEndorsementFiles>()
            .AddScoped<IHoldFiles, HoldImportedFiles>()
            .AddMover<MovePartnerRecords>()
            .AddSingleton<ILoad, LoadPartners>();
    }

    /// <summary>A module has records of partners, which go along when two entries become one, and come back.</summary>
    public static IServiceCollection AddMover<T>(this IServiceCollection services)
        where T : class, IHandle<PartnersMerged>, IHandle<PartnersParted> =>
        services.AddScoped<IHandle<PartnersMerged>, T>().AddScoped<IHandle<PartnersParted>, T>();
}
