using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Groups.Mailings;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<PartnerGroup> Groups => Set<PartnerGroup>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<Mailing> Mailings => Set<Mailing>();
}
