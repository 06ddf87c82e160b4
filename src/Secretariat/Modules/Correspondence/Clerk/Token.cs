using System.Globalization;
using System.Runtime.InteropServices;

namespace Secretariat.Modules.Correspondence.Understanding;

internal enum TokenKind
{
    Word,
    Number,
    Email,
    Phone,
    Mark,
    Break,
}

/// <summary>A word, number, address or mark of a body, with its place there.</summary>
/// <param name="HasInnerCapital">One or two small letters stand before a capital, as Irish writes names: "Ó hUallacháin".</param>
/// <param name="Folded">For comparing: lower case and one kind of apostrophe; of an address or telephone number its plain form.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(
    TokenKind Kind,
    int Start,
    int End,
    string Folded,
    bool IsCapital,
    bool HasInnerCapital = false
)
{
    private const int LongestInitials = 8;

    public bool IsMark(char mark) => Kind is TokenKind.Mark && Folded[0] == mark;

    public bool IsAnyMark(string marks) => Kind is TokenKind.Mark && marks.Contains(Folded[0], StringComparison.Ordinal);

    /// <summary>A word of a script that has no capitals, such as Arabic.</summary>
    public bool IsCaseless => Kind is TokenKind.Word && char.GetUnicodeCategory(Folded[0]) is UnicodeCategory.OtherLetter;

    /// <summary>"J", "J.W", "J.-P": the full stop behind it ends no sentence.</summary>
    public bool IsInitials
    {
        get
        {
            if (Kind is not TokenKind.Word || !IsCapital || Folded.Length > LongestInitials)
                return false;
            for (var i = 1; i < Folded.Length; i++)
                if (char.IsLetter(Folded[i]) ? char.IsLetter(Folded[i - 1]) : Folded[i] is not ('.' or '-'))
                    return false;
            return char.IsLetter(Folded[0]);
        }
    }

    public bool IsAddress => Kind is TokenKind.Email or TokenKind.Phone;
}
