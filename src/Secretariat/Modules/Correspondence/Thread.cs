using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>A matter with one partner: a letter and what follows from it.</summary>
public sealed class Thread : Entity
{
    public required Guid? PartnerId { get; init; }
    public required string Subject { get; init; }

    /// <summary>Our letter's number, <c>GA-2024-0031</c>.</summary>
    public string? Reference { get; init; }
}

public sealed class ThreadMapping : IEntityTypeConfiguration<Thread>
{
    public void Configure(EntityTypeBuilder<Thread> builder)
    {
        builder.HasIndex(t => t.Reference).IsUnique();
        builder.HasOne<Partner>().WithMany().HasForeignKey(t => t.PartnerId);
    }
}
