using Microsoft.AspNetCore.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

public enum Role
{
    Administrator,
    Officer,
    Signatory,
    PartnerContact,
    Reader,
}

/// <summary>A person who signs in: by passkey or by a one-time link, never by password.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public required string Name { get; set; }
    public required Role Role { get; set; }
    public string Language { get; set; } = "en";

    /// <summary>The partner that a partner contact speaks for.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>Whose it is in the partner's record, once the record gave that person another mailbox.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Loaded with the demonstration; offered on the sign-in page where that is allowed.</summary>
    public bool IsDemonstration { get; init; }

    public DateTimeOffset? DisabledAt { get; private set; }
    public DateTimeOffset? LastSignInAt { get; set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Why the account cannot have that role, or null when it can.</summary>
    public string? WhyNotTake(Role role, Guid? partnerId, Guid? byId)
    {
        if (role is Role.PartnerContact && partnerId is null)
            return Text.Key("Choose the partner that the contact speaks for.");
        return byId == Id && role != Role ? Text.Key("You cannot change your own role: another administrator can.") : null;
    }

    /// <summary>Only a partner contact is tied to a partner.</summary>
    public void Take(Role role, Guid? partnerId) => (Role, PartnerId) = (role, role is Role.PartnerContact ? partnerId : null);

    public string? WhyNotDisable(Guid? byId)
    {
        if (byId == Id)
            return Text.Key("You cannot disable your own account: another administrator can.");
        return IsDisabled ? Text.Key("This account is disabled already.") : null;
    }

    public void Disable(DateTimeOffset at) => DisabledAt = at;

    public void Enable() => DisabledAt = null;
}
