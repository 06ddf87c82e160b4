using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Secretariat.Platform.Data;

/// <summary>
/// Many new rows into SQLite, by one prepared statement for each table. The Entity Framework would sort them and make a command for
/// each, which takes more time than SQLite does. PostgreSQL needs none of this: there it sends them together.
/// </summary>
public static class AddedRows
{
    /// <summary>Fewer are not worth it.</summary>
    private const int Many = 16;

    /// <summary>Whether nothing but rows is to be saved, many of them, each wholly in the columns of its own table.</summary>
    public static bool AreAllOf(SecretariatDb db, IReadOnlyCollection<EntityEntry> changes) =>
        changes.Count >= Many
        && db.Database.IsSqlite()
        && db.Database.CurrentTransaction is null
        && changes.All(e => e.State is EntityState.Added)
        && changes.Select(e => e.Metadata).Distinct().All(IsPlain);

    /// <summary>Saves them in one transaction; what they refer to is looked for when all are there.</summary>
    /// <exception cref="DbUpdateException">The database refuses one of them; none is kept.</exception>
    public static async Task InsertAsync(
        SecretariatDb db,
        IReadOnlyCollection<EntityEntry> rows,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", cancellationToken);
            foreach (var table in rows.GroupBy(e => e.Metadata))
                await InsertAsync(transaction.GetDbTransaction(), table.Key, table, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbException problem)
        {
            throw new DbUpdateException("New rows could not be saved.", problem);
        }

        db.ChangeTracker.AcceptAllChanges();
    }

    /// <summary>Details that it owns, and values that the database makes, are for the Entity Framework.</summary>
    private static bool IsPlain(IEntityType type) =>
        !type.IsOwned()
        && !type.GetNavigations().Any(n => n.TargetEntityType.IsOwned())
        && !type.GetComplexProperties().Any()
        && type.GetTableMappings().Count() == 1
        && type.GetProperties().All(p => p.ValueGenerated is ValueGenerated.Never);

    private static async Task InsertAsync(
        DbTransaction transaction,
        IEntityType type,
        IEnumerable<EntityEntry> rows,
        CancellationToken cancellationToken
    )
    {
        var columns = type.GetTableMappings().Single().ColumnMappings.ToList();
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(c => $"\"{c.Column.Name}\""))})
            VALUES ({string.Join(", ", columns.Select((_, at) => NameOf(at)))})
            """;
        foreach (var (column, at) in columns.Select((column, at) => (column, at)))
            command.Parameters.Add(column.TypeMapping.CreateParameter(command, NameOf(at), value: null, nullable: true));
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Count; at++)
                command.Parameters[at].Value = Stored(columns[at], row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string NameOf(int at) => $"@p{at}";

    private static object? Stored(IColumnMapping column, EntityEntry row)
    {
        var value = row.CurrentValues[column.Property];
        return column.TypeMapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
