using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Strand> Strands => Set<Strand>();

    public DbSet<MigrationRoute> Routes => Set<MigrationRoute>();

    public DbSet<Instrument> Instruments => Set<Instrument>();

    public DbSet<TextVersion> TextVersions => Set<TextVersion>();

    public DbSet<CorrespondenceLanguage> Languages => Set<CorrespondenceLanguage>();
}
