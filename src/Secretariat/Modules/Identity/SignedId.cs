using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Modules.Identity;

/// <summary>The key of a record in an address, signed, so that nobody makes one up: <c>ID.SIGNATURE</c>.</summary>
public sealed class SignedId(byte[] key)
{
    public string Write(Guid id) => $"{id:N}.{Sign(id)}";

    /// <summary>Null for what we did not sign, or what was changed.</summary>
    public Guid? Read(string signed) =>
        signed.Split('.') is [var written, var signature]
        && Guid.TryParseExact(written, "N", out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(id)), Encoding.UTF8.GetBytes(signature))
            ? id
            : null;

    private string Sign(Guid id) => Convert.ToHexStringLower(HMACSHA256.HashData(key, id.ToByteArray()))[..32];
}
