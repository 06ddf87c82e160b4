using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.After;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Events.Series;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Event> Events => Set<Event>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<EventSeries> EventSeries => Set<EventSeries>();

    public DbSet<EventNotice> EventNotices => Set<EventNotice>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<RegistrationTerms> RegistrationTerms => Set<RegistrationTerms>();

    public DbSet<RegistrationCategory> RegistrationCategories => Set<RegistrationCategory>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<KeptApart> KeptApart => Set<KeptApart>();

    public DbSet<BadgePhoto> BadgePhotos => Set<BadgePhoto>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Entrance> Entrances => Set<Entrance>();

    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    public DbSet<Conclusion> Conclusions => Set<Conclusion>();

    public DbSet<ProgrammeItem> ProgrammeItems => Set<ProgrammeItem>();

    public DbSet<ProgrammeLimits> ProgrammeLimits => Set<ProgrammeLimits>();

    public DbSet<ProgrammeRelease> ProgrammeReleases => Set<ProgrammeRelease>();
}
