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

public static class Secrets
{
    /// <summary>The named key, made at its first use; of two nodes that make it at once, one wins.</summary>
    public static async Task<byte[]> KeyAsync(this SecretariatDb db, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync() is { } found)
            return found;
        var secret = new Secret { Name = name, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) };
        db.Secrets.Add(secret);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Entry(secret).State = EntityState.Detached;
        }

        return await FindAsync() ?? throw new InvalidOperationException($"The key “{name}” cannot be stored.");

        async Task<byte[]?> FindAsync() =>
            await db.Secrets.AsNoTracking().Where(s => s.Name == name).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken)
                is { } value
                ? Convert.FromHexString(value)
                : null;
    }
}
