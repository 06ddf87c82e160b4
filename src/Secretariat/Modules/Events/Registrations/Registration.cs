using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

public enum RegistrationStatus
{
    Registered,

    /// <summary>An officer has still to decide.</summary>
    AwaitingApproval,

    /// <summary>No place was left.</summary>
    Waiting,

    /// <summary>Sent from another address than that of the head of delegation, who has still to say that it is right.</summary>
    AwaitingHead,
    Withdrawn,
    Rejected,

    /// <summary>Another person comes instead.</summary>
    Replaced,
}

/// <summary>One person of a delegation who comes to an event, or wishes to.</summary>
public sealed class Registration : Entity
{
    public required Guid EventId { get; init; }
    public required Guid DelegationId { get; init; }
    public required Guid CategoryId { get; init; }
    public string? GivenNames { get; init; }
    public required string FamilyName { get; init; }
    public required string Email { get; init; }
    public required string Function { get; set; }
    public string? Organisation { get; set; }

    /// <summary>The address that whoever registered the person gave as their own.</summary>
    public required string SentBy { get; init; }

    /// <summary>In whose place the person comes.</summary>
    public Guid? InsteadOfId { get; init; }

    /// <summary>Answers by the keys of the questions; those that are kept apart are not here.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();
    public RegistrationStatus Status { get; private set; } = RegistrationStatus.AwaitingHead;

    /// <summary>Since when; of those who wait, in this order they get a place.</summary>
    public DateTimeOffset StatusAt { get; private set; }
    public string? Because { get; private set; }

    /// <summary>Names, function and address as they are searched.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>One person is registered once for an event; null for whoever no longer is.</summary>
    public string? Once { get; private set; }

    public string Name => $"{GivenNames} {FamilyName}".Trim();

    /// <summary>Whose places are taken.</summary>
    public static readonly IReadOnlyList<RegistrationStatus> HoldingPlace =
    [
        RegistrationStatus.Registered,
        RegistrationStatus.AwaitingApproval,
    ];

    public bool HoldsPlace => HoldingPlace.Contains(Status);

    public bool IsOver => Status is RegistrationStatus.Withdrawn or RegistrationStatus.Rejected or RegistrationStatus.Replaced;

    public static string OnceOf(string email) => Fold.Of(email.Trim());

    /// <summary>What may change of a person who stays the same.</summary>
    public void Describe(string function, string? organisation)
    {
        (Function, Organisation) = (function, organisation);
        Index();
    }

    public void Answer(IReadOnlyDictionary<string, string> answers) => Answers = answers;

    public void Settle(RegistrationStatus status, DateTimeOffset at, string? because = null)
    {
        (Status, StatusAt, Because) = (status, at, because);
        Once = IsOver ? null : OnceOf(Email);
        Index();
    }

    private void Index() => Folded = Fold.Of($"{Name} {Function} {Organisation} {Email}");

    public string? WhyNotLeave(string? because) =>
        IsOver ? Text.Key("The person is no longer registered.")
        : string.IsNullOrWhiteSpace(because) ? Text.Key("Say why.")
        : null;

    public string? WhyNotApprove() =>
        Status is RegistrationStatus.AwaitingApproval ? null : Text.Key("Nobody has to decide on this registration.");

    public string? WhyNotConfirm() =>
        Status is RegistrationStatus.AwaitingHead ? null : Text.Key("Nobody has to confirm this registration.");

    public string? WhyNotReplace() => HoldsPlace ? null : Text.Key("Only who has a place can be replaced.");
}

public sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.Ignore(r => r.Name).Ignore(r => r.HoldsPlace).Ignore(r => r.IsOver);
        builder.Property(r => r.Answers).HasJson();
        // Of two who register the same person at the same moment one hears it.
        builder.HasIndex(r => new { r.EventId, r.Once }).IsUnique();
        builder.HasIndex(r => new
        {
            r.CategoryId,
            r.Status,
            r.StatusAt,
        });
        builder.HasIndex(r => new { r.DelegationId, r.CategoryId });
        builder.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId);
        builder.HasOne<Delegation>().WithMany().HasForeignKey(r => r.DelegationId);
        builder.HasOne<RegistrationCategory>().WithMany().HasForeignKey(r => r.CategoryId);
        builder.HasOne<Registration>().WithMany().HasForeignKey(r => r.InsteadOfId);
    }
}
