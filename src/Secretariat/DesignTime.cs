using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;

namespace Secretariat;

/// <summary>How <c>bin/migration</c> makes the contexts: no database is asked.</summary>
public sealed class DesignTime
    : IDesignTimeDbContextFactory<SqliteSecretariatDb>,
        IDesignTimeDbContextFactory<PostgresSecretariatDb>
{
    // Identity reads the shape of its tables from its options.
    private static readonly ServiceProvider Services = new ServiceCollection().AddIdentity().BuildServiceProvider();
    private static readonly Unit NoUnit = new(Services);

    SqliteSecretariatDb IDesignTimeDbContextFactory<SqliteSecretariatDb>.CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteSecretariatDb>()
                .UseSqlite("Data Source=unused")
                .UseApplicationServiceProvider(Services)
                .Options,
            NoUnit
        );

    PostgresSecretariatDb IDesignTimeDbContextFactory<PostgresSecretariatDb>.CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgresSecretariatDb>()
                .UseNpgsql("Host=unused")
                .UseApplicationServiceProvider(Services)
                .Options,
            NoUnit
        );
}
