using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

public static class NominationsSetup
{
    public static IServiceCollection AddNominations(this IServiceCollection services) =>
        services
            .AddScoped<FormMessage>()
            .AddScoped<MendNominations>()
            .AddScoped<IHandle<ProposalConfirmed>, FollowProposals>()
            .AddScoped<IHandle<MandatesJoined>, FollowJoining>()
            .AddScoped<IHandle<MandatesParted>, FollowJoining>()
            .AddMover<MoveNominations>();
}
