using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<PartnerGroup> Groups => Set<PartnerGroup>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
}
