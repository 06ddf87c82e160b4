using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Privacy;

public enum DisclosureKind
{
    /// <summary>Shown on a page.</summary>
    Seen,

    /// <summary>Taken out as a file.</summary>
    Exported,
}

/// <summary>Personal data of contacts were shown to somebody, or taken out: when, by whom, of whom, and for whom.</summary>
public sealed class Disclosure : Row, IPlaced<Guid>
{
    public Guid Place => Id;

    public required DateTimeOffset At { get; init; }
    public required Guid? ActorId { get; init; }
    public required string Actor { get; init; }
    public required DisclosureKind Kind { get; init; }

    /// <summary>The address of the page, or the name of the file.</summary>
    public required string What { get; init; }

    /// <summary>Whose data they were.</summary>
    public List<Guid> PersonIds { get; init; } = [];

    /// <summary>For whom they were taken out.</summary>
    public string? Recipient { get; init; }

    /// <summary>What a transfer to a recipient outside the EU rests on (Regulation (EU) 2018/1725, chapter V).</summary>
    public string? Basis { get; init; }
}

public sealed class DisclosureMapping : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder) => builder.Ignore(d => d.Place).HasIndex(d => d.At);
}
