using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Groups;

public static class GroupsSetup
{
    public static IServiceCollection AddGroups(this IServiceCollection services) =>
        services
            .AddScoped<MailingWords>()
            .AddScoped<SendMailing>()
            .AddScoped<IHandle<MessageTakenBack>, FollowTakingBack>()
            .AddMover<MoveMemberships>();
}
