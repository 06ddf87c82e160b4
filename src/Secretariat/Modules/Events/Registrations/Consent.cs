using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>To whom it may be shown that a person takes part.</summary>
public enum Audience
{
    Participants,
    Public,
}

/// <summary>What a person said about being shown; the last word holds, and only the person's own form adds one.</summary>
public sealed class Consent : Entity
{
    public required Guid RegistrationId { get; init; }
    public required Audience Audience { get; init; }
    public required bool IsGiven { get; init; }
    public required DateTimeOffset At { get; init; }
}

public sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.HasIndex(c => new
        {
            c.RegistrationId,
            c.Audience,
            c.At,
        });
        builder.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId);
    }
}
