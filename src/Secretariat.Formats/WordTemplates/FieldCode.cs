namespace Secretariat.Formats.WordTemplates;

/// <summary>The instruction of a Word field: a keyword, arguments bare or in quotation marks, switches (ECMA-376 part 1, section 17.16.1).</summary>
internal static class FieldCode
{
    private const int LongestName = 200;

    /// <summary>The keyword in capitals; empty where there is none.</summary>
    public static string KeywordOf(string code) => NextWord(code, 0, out _).ToUpperInvariant();

    /// <summary>The bare name of a merge field, without the signs <c>${…}</c>, <c>$</c>, <c>{…}</c> and <c>«…»</c> of template programs; null where it names none.</summary>
    public static string? NameOf(string code)
    {
        NextWord(code, 0, out var end);
        var name = Bare(NextWord(code, end, out _));
        return name.Length is > 0 and <= LongestName && char.IsLetterOrDigit(name[0]) | name[0] is '_' && name.All(IsOfName)
            ? name
            : null;
    }

    public static bool IsOfMailMerge(string keyword) =>
        keyword is "ADDRESSBLOCK" or "GREETINGLINE" or "NEXT" or "NEXTIF" or "SKIPIF" or "MERGEREC" or "MERGESEQ";

    public static bool IsFromOutside(string keyword) =>
        keyword
            is "INCLUDETEXT"
                or "INCLUDEPICTURE"
                or "INCLUDE"
                or "IMPORT"
                or "DDE"
                or "DDEAUTO"
                or "DATABASE"
                or "LINK"
                or "RD";

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or ' ';

    private static string Bare(string name)
    {
        var bare = name.Trim().Trim('«', '»');
        if (bare.StartsWith('$'))
            bare = bare.TrimStart('$').TrimStart('!');
        if (bare is ['{', .. var inner, '}'])
            bare = inner;
        return bare.Trim();
    }

    private static string NextWord(string code, int from, out int end)
    {
        while (from < code.Length && char.IsWhiteSpace(code[from]))
            from++;
        end = from;
        if (from < code.Length && code[from] is '"' or '“' or '”')
            return NextQuoted(code, from + 1, out end);
        while (end < code.Length && !char.IsWhiteSpace(code[end]))
            end++;
        return code[from..end];
    }

    private static string NextQuoted(string code, int from, out int end)
    {
        for (end = from; end < code.Length && code[end] is not ('"' or '“' or '”'); end++)
        {
            if (code[end] is '\\')
                end++;
        }

        end = Math.Min(end, code.Length);
        return code[from..end];
    }
}
