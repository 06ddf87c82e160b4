using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>As what somebody takes part in an event: a delegate, an expert, the press; with its places and its questions.</summary>
public sealed class RegistrationCategory : Entity
{
    public required Guid EventId { get; init; }
    public required LocalizedText Name { get; set; }

    /// <summary>How many take part in all; null where everybody finds a place.</summary>
    public int? Places { get; set; }

    /// <summary>How many of one delegation; null where it has no bound of its own.</summary>
    public int? PlacesEach { get; set; }

    /// <summary>An officer decides on each, such as on an accreditation.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>Each person gives a photograph for the badge.</summary>
    public bool AsksPhoto { get; set; }

    /// <summary>What is asked beside name, function and address, in that order.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public Question? Question(string? key) => Questions.FirstOrDefault(q => q.Key == key);

    /// <summary>Adds a question, or puts it in the place of the one with its key.</summary>
    public void Ask(Question question) =>
        Questions = Question(question.Key) is { } former
            ? [.. Questions.Select(q => q == former ? question : q)]
            : [.. Questions, question];

    /// <summary>Why a question cannot go, or null when it can.</summary>
    public Reason? WhyNotDrop(string key) =>
        Questions.FirstOrDefault(q => q.OnlyIf?.Key == key) is { } other
            ? Text.Key("“{0}” is asked only after a certain answer to it.", other.Label)
            : null;

    public void Drop(string key)
    {
        if (WhyNotDrop(key) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        Questions = [.. Questions.Where(q => q.Key != key)];
    }
}

public sealed class RegistrationCategoryMapping : IEntityTypeConfiguration<RegistrationCategory>
{
    public void Configure(EntityTypeBuilder<RegistrationCategory> builder)
    {
        builder.Property(c => c.Questions).HasJson();
        builder.HasIndex(c => c.EventId);
        builder.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId);
    }
}
