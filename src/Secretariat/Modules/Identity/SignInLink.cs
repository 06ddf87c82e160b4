using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Identity;

/// <summary>A one-time link that signs an account in. Only the hash of its token is kept.</summary>
public sealed class SignInLink : Row
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(30);

    public required Guid AccountId { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it signed in or was ended with a change of its account.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    public static (SignInLink Link, string Token) For(Guid accountId, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (
            new SignInLink
            {
                AccountId = accountId,
                TokenHash = HashOf(token),
                Expires = now + ValidFor,
            },
            token
        );
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

public sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.HasIndex(l => l.TokenHash).IsUnique();
        // Two people with the same link cannot both use it up.
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}
