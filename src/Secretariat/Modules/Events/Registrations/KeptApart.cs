using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>An answer that only the event itself needs, such as a need: in no list, in no audit entry, erased on its day.</summary>
public sealed class KeptApart : Row
{
    public required Guid RegistrationId { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; set; }
    public required DateOnly EraseOn { get; set; }
}

public sealed class KeptApartMapping : IEntityTypeConfiguration<KeptApart>
{
    public void Configure(EntityTypeBuilder<KeptApart> builder)
    {
        builder.HasIndex(a => new { a.RegistrationId, a.Question }).IsUnique();
        builder.HasIndex(a => a.EraseOn);
        builder.HasOne<Registration>().WithMany().HasForeignKey(a => a.RegistrationId);
    }
}

/// <summary>Erases the answers whose day has come.</summary>
public sealed class EraseKeptApart(SecretariatDb db, TimeProvider time) : IWork
{
    public static TimeSpan Every => TimeSpan.FromHours(1);

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        return db.KeptApart.Where(a => a.EraseOn <= today).ExecuteDeleteAsync(cancellationToken);
    }
}
