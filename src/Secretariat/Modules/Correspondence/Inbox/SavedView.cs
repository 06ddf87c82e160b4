using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A view of the inbox that an officer has kept for himself or herself. Not part of the record.</summary>
public sealed class SavedView : Row
{
    public const int LongestName = 60;

    public required Guid AccountId { get; init; }
    public required string Name { get; init; }

    /// <summary>Within the inbox: <c>/office/inbox?…</c>.</summary>
    public required string Address { get; init; }

    public static string? WhyNot(string? name, string? address)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName)
            return Text.Key("Give the view a short name.");
        return address is { Length: <= 500 } && address.StartsWith("/office/inbox", StringComparison.Ordinal)
            ? null
            : Text.Key("Only views of the inbox can be kept.");
    }
}

public sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId);
        builder.HasIndex(v => v.AccountId);
    }
}
