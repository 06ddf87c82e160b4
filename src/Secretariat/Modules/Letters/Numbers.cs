using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>The last number given in a year.</summary>
public sealed class NumberSeries
{
    public required int Year { get; init; }
    public required int Last { get; init; }
}

public sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.HasKey(s => s.Year);
        builder.Property(s => s.Year).ValueGeneratedNever();
    }
}

/// <summary>Takes numbers without a gap: the row stays locked until the caller's transaction ends.</summary>
public static class Numbers
{
    /// <summary>The next numbers of the year, in the caller's transaction; a roll-back gives them back.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(
        SecretariatDb db,
        int year,
        int count,
        CancellationToken cancellationToken
    )
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Numbers are taken in the transaction that uses them.");
        // Both databases know ON CONFLICT; the second taker waits here for the first to end.
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "NumberSeries" ("Year", "Last") VALUES ({year}, {count}) ON CONFLICT ("Year") DO UPDATE SET "Last" = "NumberSeries"."Last" + {count}""",
            cancellationToken
        );
        var last = await db.NumberSeries.Where(s => s.Year == year).Select(s => s.Last).SingleAsync(cancellationToken);
        return
        [
            .. Enumerable
                .Range(last - count + 1, count)
                .Select(n => string.Create(CultureInfo.InvariantCulture, $"GA-{year:0000}-{n:0000}")),
        ];
    }
}
