using Secretariat.Modules.Identity;

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

    private readonly SignedId ids = new(key);

    public string TokenFor(Guid letterId) => ids.Write(letterId);

    /// <summary>The letter that a token of ours belongs to; null for one that is not ours or was changed.</summary>
    public Guid? LetterOf(string token) => ids.Read(token);
}
