using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Programme;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Event> Events => Set<Event>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ProgrammeItem> ProgrammeItems => Set<ProgrammeItem>();

    public DbSet<ProgrammeRelease> ProgrammeReleases => Set<ProgrammeRelease>();
}
