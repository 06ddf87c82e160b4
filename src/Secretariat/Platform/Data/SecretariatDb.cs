using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Data;

/// <summary>The record. Each module adds its sets in <c>Modules/X/SecretariatDb.X.cs</c>.</summary>
public abstract partial class SecretariatDb
{
    private readonly Unit unit;

    protected SecretariatDb(DbContextOptions options, Unit unit)
        : base(options) => this.unit = unit;

    /// <summary>Saves what was done, in one transaction with its audit entries and everything its facts bring about.</summary>
    /// <param name="process">The business process it serves, in the office's words: “Confirm a nomination”.</param>
    /// <param name="why">The reason a person gave, where a person decided.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody was faster: changed the same version, or took what may be there only once.</exception>
    public async Task SaveAsync(string process, string? why = null, CancellationToken cancellationToken = default)
    {
        await unit.DispatchAsync(this, cancellationToken);
        // What has changed is known now; each further look at all entities would take as long again.
        var looksForChanges = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            unit.Audit(this, process, why);
            await WriteAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (Data.Database.IsTaken(problem))
        {
            throw new DbUpdateConcurrencyException("Somebody else has just made the same record.", problem);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looksForChanges;
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var changes = ChangeTracker.Entries().Where(e => e.State is not EntityState.Unchanged).ToList();
        if (AddedRows.AreAllOf(this, changes))
            await AddedRows.InsertAsync(this, changes, cancellationToken);
        else
            await base.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Refused for entities: a change without its process would leave no trace.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.Entries<Entity>().Any(IsUnauditedChange))
            throw new InvalidOperationException("Entities are saved by SaveAsync, which names the process.");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveAsync.");

    /// <summary>Fails with a concurrency conflict on save when the entity is no longer the version that the person saw.</summary>
    public void Expect(Entity entity, int version) => Entry(entity).Property(e => e.Version).OriginalValue = version;

    /// <summary>Counts as changed, so that of two people who decide on it at the same moment one hears of the other.</summary>
    public void Touch(Entity entity) => Entry(entity).Property(e => e.Version).IsModified = true;

    private bool IsUnauditedChange(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Entity> entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !unit.HasAudited(entry.Entity);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<TextsAsJson>();
        configurationBuilder.Properties<Reason>().HaveConversion<AsJson<Reason>>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SecretariatDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Row))))
            type.FindProperty(nameof(Row.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Entity))))
            type.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
        if (Database.IsNpgsql())
            foreach (var sorted in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(IsInByteOrder))
                sorted.SetCollation("C");
    }

    private static bool IsInByteOrder(IMutableProperty property) =>
        property.PropertyInfo is { } info && Attribute.IsDefined(info, typeof(InByteOrderAttribute));

    /// <summary>SQLite cannot order a DateTimeOffset; both databases keep a UTC DateTime.</summary>
    private sealed class UtcInstant()
        : ValueConverter<DateTimeOffset, DateTime>(
            instant => instant.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );

    private sealed class TextsAsJson()
        : ValueConverter<LocalizedText, string>(text => text.ToJson(), json => LocalizedText.FromJson(json));
}

public sealed partial class SqliteSecretariatDb(DbContextOptions<SqliteSecretariatDb> options, Unit unit)
    : SecretariatDb(options, unit);

public sealed partial class PostgresSecretariatDb(DbContextOptions<PostgresSecretariatDb> options, Unit unit)
    : SecretariatDb(options, unit);
