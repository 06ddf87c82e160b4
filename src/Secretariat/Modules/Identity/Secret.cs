using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Identity;

/// <summary>A key of the platform, made once and shared by all nodes.</summary>
public sealed class Secret
{
    public required string Name { get; init; }
    public required string Value { get; init; }
}

public sealed class SecretMapping : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> builder) => builder.HasKey(s => s.Name);
}

/// <summary>The platform's keys by name.</summary>
public sealed class Keys(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal);

    /// <summary>The named key, made at its first use; of two nodes that make it at once, one wins.</summary>
    public async Task<byte[]> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(name, out var key))
            return key;
        // A transaction of its own: the caller's may still be rolled back.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        key = await FindAsync(db, name, cancellationToken) ?? await MakeAsync(db, name, cancellationToken);
        return known.GetOrAdd(name, key);
    }

    private static async Task<byte[]> MakeAsync(SecretariatDb db, string name, CancellationToken cancellationToken)
    {
        db.Secrets.Add(new Secret { Name = name, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node has made it meanwhile; its key is read below.
        }

        return await FindAsync(db, name, cancellationToken)
            ?? throw new InvalidOperationException($"The key “{name}” cannot be stored.");
    }

    private static async Task<byte[]?> FindAsync(SecretariatDb db, string name, CancellationToken cancellationToken) =>
        await db.Secrets.AsNoTracking().Where(s => s.Name == name).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken)
            is { } value
            ? Convert.FromHexString(value)
            : null;
}
