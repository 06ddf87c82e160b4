using System.Collections.Frozen;

namespace Secretariat.Formats.Mime;

/// <summary>A subject without what mail programs put around it: the base subject of RFC 5256 section 2.1, with the reply marks of programs in the languages of Europe and its neighbours.</summary>
/// <param name="Text">What is left; the subject itself where nothing would be left.</param>
/// <param name="IsReply">Whether it bore the mark of a reply or a forward.</param>
public readonly record struct BaseSubject(string Text, bool IsReply)
{
    private const int LongestMark = 16;
    private const string Forwarded = "(fwd)";

    private static readonly FrozenSet<string> Marks = new[]
    {
        // Replies, Latin script.
        "re",
        "aw",
        "antw",
        "antwort",
        "sv",
        "vs",
        "rif",
        "r",
        "odp",
        "res",
        "resp",
        "rép",
        "vá",
        "vál",
        "ynt",
        "atb",
        "ats",
        "odg",
        "vast",
        "rv",
        "përgj",
        // Replies, other scripts.
        "απ",
        "σχετ",
        "отг",
        "отв",
        "одг",
        "відп",
        "відповідь",
        "ответ",
        "رد",
        "回复",
        "回覆",
        "答复",
        // Forwards.
        "fw",
        "fwd",
        "wg",
        "tr",
        "i",
        "vb",
        "vl",
        "vid",
        "doorst",
        "enc",
        "pd",
        "prosl",
        "fp",
        "pers",
        "edas",
        "továbbítás",
        "ilt",
        "i̇lt",
        "πρθ",
        "пр",
        "препр",
        "пересл",
        "переслано",
        "проследено",
        "إعادة توجيه",
        "转发",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a subject as people see it, decoded. Never throws; linear in its length.</summary>
    public static BaseSubject Of(string subject)
    {
        var left = subject.AsSpan().Trim();
        var isReply = false;
        while (Next(left, ref isReply) is var next && next < left.Length && next > 0)
            left = left[next..].TrimStart();
        while (left.EndsWith(Forwarded, StringComparison.OrdinalIgnoreCase) && left.Length > Forwarded.Length)
        {
            left = left[..^Forwarded.Length].TrimEnd();
            isReply = true;
        }

        return new BaseSubject(left.ToString(), isReply);
    }

    /// <summary>How much at the beginning is a mark or a label in brackets; 0 for nothing.</summary>
    private static int Next(ReadOnlySpan<char> text, ref bool isReply)
    {
        if (text.StartsWith("[") && text.IndexOf(']') is > 0 and var close && !text[(close + 1)..].IsWhiteSpace())
            return close + 1;
        var colon = text[..Math.Min(text.Length, LongestMark)].IndexOfAny(':', '：');
        if (colon <= 0 || !Marks.Contains(WithoutCount(text[..colon]).ToString()))
            return 0;
        isReply = true;
        return colon + 1;
    }

    /// <summary>"Re[2]", "Re(2)" and "Re^2" count the rounds; "Re [list]" names a list.</summary>
    private static ReadOnlySpan<char> WithoutCount(ReadOnlySpan<char> mark)
    {
        var end = mark.IndexOfAny('[', '(', '^');
        return (end < 0 ? mark : mark[..end]).Trim();
    }
}
