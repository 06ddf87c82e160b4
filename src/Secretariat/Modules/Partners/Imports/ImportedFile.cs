using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Imports;

public enum ImportKind
{
    Contacts,
    Partners,

    /// <summary>Of an event.</summary>
    Participants,
}

/// <summary>
/// A list that was given to be imported. Once it is, it stays as evidence of what came into the record; until then it may be full of
/// personal data that nobody needs, and has a term.
/// </summary>
public sealed class ImportedFile : Entity
{
    public const int DaysKept = 30;

    public required ImportKind Kind { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>The sheet of a workbook; null: the first one that is shown.</summary>
    public string? Sheet { get; init; }
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>By whom; null where no account did.</summary>
    public required Guid? GivenById { get; init; }

    /// <summary>When it was imported; null: it was looked at only.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }
    public Guid? AppliedById { get; private set; }

    /// <summary>What came of its rows.</summary>
    public ImportCounts? Counts { get; private set; }

    /// <summary>Those that nobody imported within their term.</summary>
    public static Expression<Func<ImportedFile, bool>> IsOverdue(DateTimeOffset now)
    {
        var last = now.AddDays(-DaysKept);
        return f => f.AppliedAt == null && f.GivenAt <= last;
    }

    /// <summary>Why it cannot be imported, or null when it can.</summary>
    public string? WhyNotApply() => AppliedAt is null ? null : Text.Key("This file has been imported already.");

    public void Apply(ImportCounts counts, DateTimeOffset at, Guid? byId)
    {
        if (WhyNotApply() is { } reason)
            throw new InvalidOperationException(reason);
        (Counts, AppliedAt, AppliedById) = (counts, at, byId);
    }
}

/// <param name="Added">Rows with somebody or something new.</param>
/// <param name="Changed">Rows that changed what stood in the record.</param>
/// <param name="Known">Rows in which nothing was new.</param>
/// <param name="LeftOut">Rows with errors.</param>
public sealed record ImportCounts(int Added, int Changed, int Known, int LeftOut);

public sealed class ImportedFileMapping : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> builder)
    {
        builder.OwnsOne(f => f.Counts, c => c.ToJson());
        builder.HasIndex(f => new { f.Kind, f.GivenAt });
    }
}
