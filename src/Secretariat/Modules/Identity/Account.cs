using Microsoft.AspNetCore.Identity;

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

    /// <summary>Loaded with the demonstration; offered on the sign-in page where that is allowed.</summary>
    public bool IsDemonstration { get; init; }
}
