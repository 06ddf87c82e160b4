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

    /// <summary>The thread that this one has become a part of; that one is part of no other.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <param name="thread">Null when it stands for itself again.</param>
    public void MergeInto(Guid? thread) => MergedIntoId = thread;
}

public static class ThreadQueries
{
    /// <summary>The thread of that key, or the one it has become a part of.</summary>
    public static Task<Thread?> CurrentAsync(this IQueryable<Thread> threads, Guid id, CancellationToken cancellationToken) =>
        (
            from thread in threads
            where thread.Id == id
            from current in threads
            where current.Id == (thread.MergedIntoId ?? thread.Id)
            select current
        ).SingleOrDefaultAsync(cancellationToken);
}

public sealed class ThreadMapping : IEntityTypeConfiguration<Thread>
{
    public void Configure(EntityTypeBuilder<Thread> builder)
    {
        builder.HasIndex(t => t.Reference).IsUnique();
        builder.HasOne<Partner>().WithMany().HasForeignKey(t => t.PartnerId);
        builder.HasOne<Thread>().WithMany().HasForeignKey(t => t.MergedIntoId);
    }
}
