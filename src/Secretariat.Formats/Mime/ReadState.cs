namespace Secretariat.Formats.Mime;

/// <summary>What the reading of one message shares over all its parts: limits, what is left of them, and what was odd.</summary>
internal sealed class ReadState(MimeLimits limits, int length)
{
    private readonly List<MimeProblem> problems = [];
    private int parts;
    private long embedded = length;
    private int text = limits.MaxTextBytes;
    private int pages = limits.MaxTextBytes;

    public MimeLimits Limits { get; } = limits;

    public IReadOnlyList<MimeProblem> Problems => problems;

    public void Report(string sentence, long? number = null)
    {
        var problem = new MimeProblem(sentence, number);
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

    public bool MayNest(int depth)
    {
        if (depth < Limits.MaxDepth)
            return true;
        Report(MimeProblem.TooDeep, Limits.MaxDepth);
        return false;
    }

    public bool TakePart()
    {
        if (++parts < Limits.MaxParts)
            return true;
        Report(MimeProblem.PartsLeftOut, Limits.MaxParts);
        return false;
    }

    /// <summary>
    /// How many of so many bytes may be turned into text, which takes several times as much memory and stays. HTML has an
    /// allowance of its own, since a body is often sent in both forms and one of them is shown.
    /// </summary>
    public int TakeText(int length, bool isHtml)
    {
        ref var left = ref isHtml ? ref pages : ref text;
        var taken = Math.Min(length, left);
        left -= taken;
        if (taken < length)
            Report(MimeProblem.TextLeftOut, Limits.MaxTextBytes);
        return taken;
    }

    /// <summary>Embedded messages that are encoded again may unfold to no more than the message itself, so that work stays linear.</summary>
    public bool TakeEmbedded(int length)
    {
        embedded -= length;
        if (embedded >= 0)
            return true;
        Report(MimeProblem.EmbeddedTooLarge);
        return false;
    }
}
