using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Modules.Audit;

/// <summary>
/// The hash chain. A link covers the salted hash of a payload and not the payload, so that payload and salt can be
/// erased and the chain still proves.
/// </summary>
public static class Chain
{
    public const string Start = "";

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static string HashOf(string salt, string payload) => Hash($"{salt}\n{payload}");

    public static string Link(string previousHash, long sequence, AuditEntry entry) =>
        Hash(
            string.Join(
                '\n',
                previousHash,
                sequence.ToString(CultureInfo.InvariantCulture),
                entry.Id.ToString("D"),
                entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                entry.ActorId?.ToString("D") ?? "",
                entry.Process,
                entry.SubjectType,
                entry.SubjectId.ToString("D"),
                entry.PayloadHash
            )
        );

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
