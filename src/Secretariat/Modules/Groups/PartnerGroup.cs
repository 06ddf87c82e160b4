using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>Partners that are written to or invited together: named one by one, or found by what holds of them.</summary>
public sealed class PartnerGroup : Entity
{
    public required string Name { get; set; }

    /// <summary>What holds of its members; null where they are named by hand.</summary>
    public GroupRule? Rule { get; private init; }

    public List<GroupMember> Members { get; init; } = [];

    public static PartnerGroup ByHand(string name) => new() { Name = name };

    public static PartnerGroup ByRule(string name, GroupRule rule) =>
        rule.WhyNot() is { } reason ? throw new InvalidOperationException(reason) : new() { Name = name, Rule = rule };

    /// <summary>Why the partner cannot belong to it from that day on, or null when it can.</summary>
    public string? WhyNotAdd(Guid partnerId, DateOnly from)
    {
        if (Rule is not null)
            return Text.Key("The members of this group are found by its rule.");
        return Members.Exists(m => m.PartnerId == partnerId && !m.HeldOnNoDay() && (m.To is null || m.To > from))
            ? Text.Key("The partner belongs to the group already on that day, or later.")
            : null;
    }

    public void Add(Guid partnerId, DateOnly from)
    {
        if (WhyNotAdd(partnerId, from) is { } reason)
            throw new InvalidOperationException(reason);
        Members.Add(
            new GroupMember
            {
                GroupId = Id,
                PartnerId = partnerId,
                From = from,
            }
        );
    }
}

/// <summary>A partner belongs to a group from a day on, and until a day.</summary>
public sealed class GroupMember : Entity, IDated
{
    public required Guid GroupId { get; init; }
    public required Guid PartnerId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; private set; }

    /// <summary>Why it cannot end on that day, or null when it can.</summary>
    public string? WhyNotEnd(DateOnly on) =>
        To is not null ? Text.Key("It has left the group already.")
        : on < From ? Text.Key("It cannot leave before it joined.")
        : null;

    public void End(DateOnly on)
    {
        if (WhyNotEnd(on) is { } reason)
            throw new InvalidOperationException(reason);
        To = on;
    }
}

public sealed class PartnerGroupMappings : IEntityTypeConfiguration<PartnerGroup>, IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<PartnerGroup> builder)
    {
        builder.HasIndex(g => g.Name).IsUnique();
        builder.Property(g => g.Rule).HasJson();
        builder.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId);
    }

    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.HasIndex(m => new { m.GroupId, m.PartnerId }, "IX_GroupMembers_Open").IsUnique().HasFilter("\"To\" IS NULL");
        builder.HasOne<Partner>().WithMany().HasForeignKey(m => m.PartnerId);
    }
}
