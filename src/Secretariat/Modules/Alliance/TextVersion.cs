using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary>One wording of an instrument; which one a partner endorsed is part of its endorsement.</summary>
public sealed class TextVersion : Entity
{
    public required string InstrumentCode { get; init; }

    /// <summary>Counts from 1 in the order in which the wordings were adopted.</summary>
    public required int Number { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>What sets it apart, such as “as adopted” or “with the annex”.</summary>
    public required LocalizedText Remark { get; set; }

    /// <summary>Why no wording of that day can follow those that are known, or null when one can.</summary>
    public static Reason? WhyNotFollow(Instrument instrument, IReadOnlyCollection<TextVersion> known, DateOnly on, DateOnly today)
    {
        if (on > today)
            return Text.Key("This day is still to come.");
        if (on < instrument.On)
            return Text.Key("The instrument is of {0}: choose that day or a later one.", instrument.On);
        return known.MaxBy(v => v.On) is { } last && on < last.On
            ? Text.Key("Version {0} is of {1}: choose that day or a later one.", last.Number, last.On)
            : null;
    }
}

public sealed class TextVersionMapping : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.HasIndex(v => new { v.InstrumentCode, v.Number }).IsUnique();
        builder
            .HasOne<Instrument>()
            .WithMany()
            .HasForeignKey(v => v.InstrumentCode)
            .HasPrincipalKey(i => i.Code)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
