using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Alliance;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

public enum RouteRole
{
    Origin,
    Transit,
    Destination,
}

/// <summary>A partner lies on a route, as what, and from when to when. It can be several things on one route.</summary>
public sealed class PartnerRoute : Entity, IDated
{
    public required Guid PartnerId { get; init; }
    public required string RouteCode { get; init; }
    public required RouteRole Role { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; private set; }

    /// <summary>Why it cannot end on that day, or null when it can.</summary>
    public string? WhyNotEnd(DateOnly on) => on < From ? Text.Key("It cannot end before it began.") : null;

    public void End(DateOnly on)
    {
        if (WhyNotEnd(on) is { } reason)
            throw new InvalidOperationException(reason);
        To = on;
    }
}

public sealed class PartnerRouteMapping : IEntityTypeConfiguration<PartnerRoute>
{
    public void Configure(EntityTypeBuilder<PartnerRoute> builder)
    {
        builder.HasIndex(r => new { r.RouteCode, r.Role });
        builder.HasIndex(r => new { r.PartnerId, r.From });
        builder
            .HasIndex(
                r => new
                {
                    r.PartnerId,
                    r.RouteCode,
                    r.Role,
                },
                "IX_PartnerRoutes_Open"
            )
            .IsUnique()
            .HasFilter("\"To\" IS NULL");
        builder
            .HasOne<MigrationRoute>()
            .WithMany()
            .HasForeignKey(r => r.RouteCode)
            .HasPrincipalKey(r => r.Code)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
