namespace Secretariat.Formats.Mime;

/// <summary>Lines such as "On Monday, A. Example wrote:", which programs wrap over several.</summary>
internal sealed class IntroductionLines(BodyLines text, NewTextPhrases phrases)
{
    private const int MaxLines = 5;
    private const int MinLength = 8;
    private const int MaxWords = 10;

    /// <summary>How sure a line is one: by its words alone, or also by an address or a moment, or by both.</summary>
    private enum Sign
    {
        None,
        Words,
        AddressOrMoment,
        AddressAndMoment,
    }

    /// <summary>How many lines an introduction takes from here, or 0 for none.</summary>
    public int LengthAt(int index)
    {
        if (IsDatedName(index))
            return 1;
        int brackets = 0,
            length = 0;
        for (var last = index; last < Math.Min(text.Count, index + MaxLines); last++)
        {
            var line = text[last];
            var goesOn = line.IsEmpty ? IsBeforeAddress(last) : brackets > 0 || !text.IsMarked(last);
            if (!goesOn || line.Length > FoldedLine.MaxLength)
                return 0;
            length += line.Length;
            if (length >= MinLength && EndsInColon(line) && SignOf(index, last, out var isOpened) is > Sign.None and var sign)
                return IsIntroduction(index, last, sign, isOpened) ? last - index + 1 : 0;
            brackets += line.Count('<') - line.Count('>');
        }
        return 0;
    }

    public bool HasAddress(int index, int length) => LineEvidence.HasAddress(text.Joined(index, index + length - 1));

    /// <summary>
    /// Marked lines must follow; where none do, the introduction must stand alone or name both address and moment, since people too write
    /// "On 5 March the Minister wrote:".
    /// </summary>
    private bool IsIntroduction(int first, int last, Sign sign, bool isOpened)
    {
        if (!Begins(first, last, isOpened))
            return false;
        if (IsFollowedByMarks(last))
            return sign > Sign.Words || IsOpenedByDay(first, isOpened) || IsNamed(first, last);
        var standsAlone = first is 0 || text.IsBlank(first - 1) || text.Kinds[first - 1] is not LineKind.New;
        var isShort = isOpened || StartsWithNumber(first) || text.Joined(first, last).AsSpan().Count(' ') <= MaxWords;
        return sign is Sign.AddressAndMoment || standsAlone && isShort && sign is Sign.AddressOrMoment;
    }

    private Sign SignOf(int first, int last, out bool isOpened)
    {
        var line = FoldedLine.Of(text.Joined(first, last)).TrimEnd(':', ' ');
        var (hasAddress, hasMoment) = (LineEvidence.HasAddress(line), LineEvidence.HasMoment(line));
        isOpened = false;
        if (!hasAddress && !hasMoment && !IsFollowedByMarks(last))
            return Sign.None;
        // Some programs write no verb: "Mon, 4 Mar 2024 at 10:00, A. Example <a@b.example>:".
        var hasWords = phrases.IsIntroduction(line, out isOpened);
        if (!hasWords && !(hasAddress && hasMoment && line.EndsWith('>')))
            return Sign.None;
        return hasAddress && hasMoment ? Sign.AddressAndMoment
            : hasAddress || hasMoment ? Sign.AddressOrMoment
            : Sign.Words;
    }

    /// <summary>Whether the introduction begins at the first line rather than at a later one: text may stand right above it.</summary>
    private bool Begins(int first, int last, bool isOpened)
    {
        for (var later = first + 1; later <= last; later++)
            if (!text.IsBlank(later) && SignOf(later, last, out var isLaterOpened) is var sign && sign is not Sign.None)
                if (isLaterOpened || sign > Sign.Words && !isOpened && IsBetterStart(first, later))
                    return false;
        return isOpened || StartsWithNumber(first) || first == last || BeginsParagraph(first, last);
    }

    private bool IsBetterStart(int first, int later) =>
        StartsWithNumber(later)
            ? !LineEvidence.HasAddress(text.Joined(first, later - 1))
            : StartsWithName(later) && !StartsWithNumber(first);

    private bool BeginsParagraph(int first, int last)
    {
        for (var i = first; i < last; i++)
            if (text[i] is [.., var before, '.' or '!' or '?' or ':' or ';'] && !char.IsDigit(before))
                return false;
        return first is 0 || text.IsBlank(first - 1) || text.Kinds[first - 1] is not LineKind.New;
    }

    /// <summary>"On Monday …", "Am 4. …" rather than "On page 3 you wrote:".</summary>
    private bool IsOpenedByDay(int first, bool isOpened)
    {
        var line = text[first];
        var second = line.IndexOf(' ') + 1;
        return isOpened && second > 0 && second < line.Length && (char.IsUpper(line[second]) || char.IsDigit(line[second]));
    }

    /// <summary>Two capitals or more and hardly a small word: "Ann van Example wrote:".</summary>
    private bool IsNamed(int first, int last)
    {
        if (first != last || text[first].Length > 60)
            return false;
        int capitals = 0,
            others = 0;
        foreach (var word in text[first].Split(' '))
            if (char.IsUpper(text[first][word].TrimStart("\"'“„«(") is [var c, ..] ? c : ' '))
                capitals++;
            else
                others++;
        return StartsWithName(first) && capitals >= 2 && others <= 3;
    }

    /// <summary>A name below a date with its time zone, as Gmail wrote it without verb and colon: "2016-03-03 17:21 GMT+01:00 A. Example".</summary>
    private bool IsDatedName(int index)
    {
        var line = text[index];
        var standsAlone = index > 0 && text.IsBlank(index - 1) && (index + 1 == text.Count || text.IsBlank(index + 1));
        return standsAlone
            && line.Length is > 24 and < 160
            && char.IsAsciiDigit(line[0])
            && line.Contains(" GMT", StringComparison.Ordinal)
            && LineEvidence.HasMoment(line[..line.IndexOf(" GMT", StringComparison.Ordinal)]);
    }

    private bool StartsWithNumber(int index) => text[index][..Math.Min(12, text[index].Length)].ContainsAnyInRange('0', '9');

    private bool StartsWithName(int index) => text[index] is [var c, ..] && (char.IsUpper(c) || c is '"' or '“' or '„' or '«');

    /// <summary>An empty line where a program took a link apart: the address follows.</summary>
    private bool IsBeforeAddress(int index) =>
        text.NextFilled(index) is var next && next < text.Count && next - index <= 2 && text[next].StartsWith("<");

    private bool IsFollowedByMarks(int last) =>
        text.NextFilled(last + 1) is var next && next < text.Count && (text.IsMarked(next) || text[next].StartsWith("|"));

    private static bool EndsInColon(ReadOnlySpan<char> line) => line.TrimEnd("* ") is [.., ':' or '：'];
}
