using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Audit;

/// <summary>
/// The details that records own, such as the person of a proposal, with their values before and after. A detail that is replaced is
/// two rows to the tracker, one that goes and one that comes.
/// </summary>
internal sealed class OwnedValues
{
    private readonly ILookup<(string Type, object? Owner), EntityEntry> byOwner;

    private OwnedValues(IEnumerable<EntityEntry> owned) => byOwner = owned.ToLookup(e => (e.Metadata.Name, OwnerOf(e)));

    public static OwnedValues Of(SecretariatDb db) => new([.. db.ChangeTracker.Entries().Where(e => e.Metadata.IsOwned())]);

    /// <summary>“Person.Name” of a single detail; all of a list of details under its own name.</summary>
    public IEnumerable<(string Name, string? Before, string? After)> In(EntityEntry<Entity> entry)
    {
        foreach (var navigation in entry.Metadata.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
        {
            var rows = byOwner[(navigation.TargetEntityType.Name, entry.Entity.Id)].ToList();
            if (navigation.IsCollection)
            {
                yield return (navigation.Name, List(rows, isBefore: true), List(rows, isBefore: false));
                continue;
            }

            foreach (var property in Told(navigation.TargetEntityType))
                yield return (
                    $"{navigation.Name}.{property.Name}",
                    One(rows, property, isBefore: true),
                    One(rows, property, isBefore: false)
                );
        }
    }

    private static IEnumerable<IProperty> Told(IEntityType type) =>
        type.GetProperties().Where(p => !p.IsShadowProperty() && !p.IsPrimaryKey());

    private static string? One(IEnumerable<EntityEntry> rows, IProperty property, bool isBefore) =>
        rows.Where(r => Stands(r, isBefore)).Select(r => Value(r.Property(property), isBefore)).FirstOrDefault();

    private static string? List(IEnumerable<EntityEntry> rows, bool isBefore)
    {
        var details = rows.Where(r => Stands(r, isBefore))
            .Select(r => string.Join(", ", Told(r.Metadata).Select(p => Value(r.Property(p), isBefore)).OfType<string>()))
            .ToList();
        return details.Count == 0 ? null : string.Join("; ", details);
    }

    private static bool Stands(EntityEntry row, bool isBefore) =>
        row.State is not (EntityState.Detached or EntityState.Added or EntityState.Deleted)
        || row.State == (isBefore ? EntityState.Deleted : EntityState.Added);

    private static string? Value(PropertyEntry property, bool isBefore) =>
        Auditor.Show(property, isBefore ? property.OriginalValue : property.CurrentValue);

    private static object? OwnerOf(EntityEntry row) =>
        row.Property(row.Metadata.FindOwnership()!.Properties[0].Name).CurrentValue;
}
