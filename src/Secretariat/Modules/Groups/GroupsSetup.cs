using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Partners;

namespace Secretariat.Modules.Groups;

public static class GroupsSetup
{
    public static IServiceCollection AddGroups(this IServiceCollection services) =>
        services.AddScoped<MailingWords>().AddScoped<SendMailing>().AddMover<MoveMemberships>();
}
