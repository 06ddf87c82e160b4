using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Modules.Letters;

/// <summary>
/// The signed address under which a letter is answered without an account: <c>/t/LETTER.SIGNATURE</c>. It tells which letter is
/// answered, not who answers.
/// </summary>
public sealed class AnswerLink(byte[] key)
{
    public const string KeyName = "answer-link";

    /// <summary>So long after its letter left; then the mailbox and the desk remain.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(180);

    public string TokenFor(Guid letterId) => $"{letterId:N}.{Sign(letterId)}";

    /// <summary>The letter that a token of ours belongs to; null for one that is not ours or was changed.</summary>
    public Guid? LetterOf(string token) =>
        token.Split('.') is [var letter, var signature]
        && Guid.TryParseExact(letter, "N", out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(id)), Encoding.UTF8.GetBytes(signature))
            ? id
            : null;

    private string Sign(Guid letterId) => Convert.ToHexStringLower(HMACSHA256.HashData(key, letterId.ToByteArray()))[..32];
}
