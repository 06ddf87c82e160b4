using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Whole;

[Trait("Needs", "Database")]
public sealed class MigrationTests
{
    [Theory]
    [InlineData("Data Source=unused.db")]
    [InlineData("Host=unused")]
    public void The_model_has_no_change_without_a_migration(string database)
    {
        using var folder = new TestFolder();
        using var app = TestApp.Build(
            folder.Path,
            database.Replace("unused.db", Path.Combine(folder.Path, "unused.db"), StringComparison.Ordinal)
        );
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();

        var known = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        var initialised = db.GetService<IModelRuntimeInitializer>().Initialize(known);
        var changes = db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(initialised.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());

        Assert.Equal(
            [],
            changes.Select(c =>
                $"{c.GetType().Name} {(c as Microsoft.EntityFrameworkCore.Migrations.Operations.ITableMigrationOperation)?.Table} {(c as Microsoft.EntityFrameworkCore.Migrations.Operations.ColumnOperation)?.Name} {c}"
            )
        );
    }
}
