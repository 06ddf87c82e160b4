using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Register;

/// <summary>What stands in the database, row by row, apart from versions, audit, and the record of merges itself.</summary>
internal static class EveryTable
{
    private static readonly Type[] LeftOut = [typeof(AuditEntry), typeof(PartnerMerge)];

    /// <summary>Versions, the stamps of accounts that are versions too, and by which row number a text is searched.</summary>
    private static readonly string[] Versions = ["Version", "ConcurrencyStamp", "SecurityStamp", "Number"];

    public static async Task<SortedDictionary<string, string>> AsItIsAsync(SecretariatDb db)
    {
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var types = db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !LeftOut.Contains(t.ClrType));
        foreach (var table in types.Select(t => t.GetTableName()!).Distinct().ToList())
            tables[table] = string.Join('\n', await RowsAsync(db, table));
        return tables;
    }

    private static async Task<List<string>> RowsAsync(SecretariatDb db, string table)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var row = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++)
                if (!Versions.Contains(reader.GetName(i)))
                    row.Append(CultureInfo.InvariantCulture, $"{reader.GetName(i)}={reader.GetValue(i)}|");
            rows.Add(row.ToString());
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
