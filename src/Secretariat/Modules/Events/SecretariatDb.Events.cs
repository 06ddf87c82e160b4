using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Event> Events => Set<Event>();

    public DbSet<Announcement> Announcements => Set<Announcement>();
}
