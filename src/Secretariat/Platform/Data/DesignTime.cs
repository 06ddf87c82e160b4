using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Secretariat.Platform.Data;

/// <summary>How <c>bin/migration</c> makes the contexts: no database is asked.</summary>
public sealed class DesignTime
    : IDesignTimeDbContextFactory<SqliteSecretariatDb>,
        IDesignTimeDbContextFactory<PostgresSecretariatDb>
{
    private static readonly Unit NoUnit = new(new ServiceCollection().BuildServiceProvider());

    SqliteSecretariatDb IDesignTimeDbContextFactory<SqliteSecretariatDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSecretariatDb>().UseSqlite("Data Source=unused").Options, NoUnit);

    PostgresSecretariatDb IDesignTimeDbContextFactory<PostgresSecretariatDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSecretariatDb>().UseNpgsql("Host=unused").Options, NoUnit);
}
