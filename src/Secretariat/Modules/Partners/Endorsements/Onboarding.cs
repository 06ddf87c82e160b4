using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>What partners of a kind go through before they can endorse; the list is data.</summary>
public sealed class OnboardingStep : Entity
{
    public required string KindCode { get; init; }
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Name { get; set; }
}

/// <summary>A step that a partner has taken.</summary>
public sealed class OnboardingTaken : Entity
{
    public required Guid PartnerId { get; init; }
    public required string StepCode { get; init; }
    public required DateOnly On { get; init; }
    public required string Note { get; init; }
}

/// <summary>The steps of the kind that a partner is of on a day, and those it has taken.</summary>
public sealed record Onboarding(IReadOnlyList<OnboardingStep> Steps, IReadOnlyList<OnboardingTaken> Taken)
{
    public static async Task<Onboarding> OfAsync(
        SecretariatDb db,
        Partner partner,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var kind = db.Partners.KindsAt(asOf).Where(k => k.PartnerId == partner.Id);
        return new(
            await db
                .OnboardingSteps.AsNoTracking()
                .Where(s => kind.Any(k => k.KindCode == s.KindCode))
                .OrderBy(s => s.Order)
                .ToListAsync(cancellationToken),
            await db.OnboardingTaken.AsNoTracking().Where(t => t.PartnerId == partner.Id).ToListAsync(cancellationToken)
        );
    }

    public OnboardingTaken? Of(OnboardingStep step) => Taken.FirstOrDefault(t => t.StepCode == step.Code);

    /// <summary>The step that comes next; null when all are taken or none is asked for.</summary>
    public OnboardingStep? Next => Steps.FirstOrDefault(s => Of(s) is null);

    /// <summary>Why that step cannot be recorded for that day, or null when it can.</summary>
    public Reason? WhyNotTake(OnboardingStep step, DateOnly on, DateOnly today)
    {
        if (on > today)
            return Text.Key("This day is still to come.");
        if (step.Code != Next?.Code)
            return Text.Key("The steps are taken one after the other. Look at which comes next.");
        return Taken.MaxBy(t => t.On) is { } last && on < last.On
            ? Text.Key("The step before it was taken on {0}: choose that day or a later one.", last.On)
            : null;
    }

    /// <summary>Why the partner cannot endorse on that day, or null when it can.</summary>
    /// <param name="language">In which the missing step is named.</param>
    public Reason? WhyNotEndorse(DateOnly on, string language)
    {
        if (Next is { } missing)
            return Text.Key("Before it can endorse, the step “{0}” is to be taken.", missing.Name.In(language));
        return Steps.Select(Of).MaxBy(t => t!.On) is { } last && on < last.On
            ? Text.Key("The last step before an endorsement was taken on {0}: choose that day or a later one.", last.On)
            : null;
    }
}

public sealed class OnboardingMappings : IEntityTypeConfiguration<OnboardingStep>, IEntityTypeConfiguration<OnboardingTaken>
{
    public void Configure(EntityTypeBuilder<OnboardingStep> builder)
    {
        builder.HasIndex(s => new { s.KindCode, s.Code }).IsUnique();
        builder.HasOne<PartnerKind>().WithMany().HasForeignKey(s => s.KindCode).HasPrincipalKey(k => k.Code);
    }

    public void Configure(EntityTypeBuilder<OnboardingTaken> builder)
    {
        builder.HasIndex(t => new { t.PartnerId, t.StepCode }).IsUnique();
        builder.HasOne<Partner>().WithMany().HasForeignKey(t => t.PartnerId);
    }
}
