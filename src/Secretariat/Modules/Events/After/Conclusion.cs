using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.After;

/// <summary>What was concluded at an event: a decision, or an action that somebody has to do by a day.</summary>
public sealed class Conclusion : Entity
{
    public required Guid EventId { get; init; }
    public required LocalizedText Words { get; set; }

    /// <summary>The partner that has to do it; null for the secretariat.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Who has to do it, such as a unit.</summary>
    public string? Owner { get; set; }

    /// <summary>By when; null for a decision, which nobody has to do.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>When it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>By what one sees that it was done.</summary>
    public string? DoneHow { get; private set; }

    public bool IsAction => Due is not null;

    public bool IsOverdueOn(DateOnly day) => Due < day && DoneOn is null;

    public void GiveTo(Guid? partnerId) => PartnerId = partnerId;

    public string? WhyNotDone(DateOnly? on, string? how, DateOnly today) =>
        on is null && string.IsNullOrWhiteSpace(how) ? null
        : Due is null ? Text.Key("A decision is not done: give it a day by which it is to be done.")
        : on is null ? Text.Key("Enter the day on which it was done.")
        : on > today ? Text.Key("This day is still to come.")
        : string.IsNullOrWhiteSpace(how) ? Text.Key("Say by what one sees that it was done.")
        : null;

    /// <param name="on">Null where it is not done, or was entered by mistake.</param>
    public void Do(DateOnly? on, string? how, DateOnly today)
    {
        if (WhyNotDone(on, how, today) is { } reason)
            throw new InvalidOperationException(reason);
        (DoneOn, DoneHow) = (on, on is null ? null : how!.Trim());
    }
}

public sealed class ConclusionMapping : IEntityTypeConfiguration<Conclusion>
{
    public void Configure(EntityTypeBuilder<Conclusion> builder)
    {
        builder.Ignore(c => c.IsAction);
        builder.HasIndex(c => c.EventId);
        builder.HasIndex(c => new { c.DoneOn, c.Due });
        builder.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId);
        builder.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId);
    }
}
