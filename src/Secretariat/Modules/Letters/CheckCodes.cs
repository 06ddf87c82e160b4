using System.Security.Cryptography;

namespace Secretariat.Modules.Letters;

/// <summary>
/// The code at the foot of a letter by which whoever holds it finds what was issued: 80 random bits in Crockford’s Base32, in groups
/// of four. Its alphabet has no letter that is taken for a digit.
/// </summary>
public static class CheckCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>The code that is meant, whatever stands between its groups; an O is read as 0, an I and an L as 1. Null where it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var signs = (typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit).Select(Meant);
        var code = string.Concat(signs.Take(Length + 1));
        return code.Length == Length && code.All(Alphabet.Contains) ? Grouped(code) : null;
    }

    private static char Meant(char sign) =>
        sign switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => sign,
        };

    private static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
