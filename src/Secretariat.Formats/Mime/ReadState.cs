namespace Secretariat.Formats.Mime;

/// <summary>What the reading of one message shares over all its parts: limits, what is left of them, and what was odd.</summary>
internal sealed class ReadState(MimeLimits limits, int length)
{
    private const int MaxProblems = 50;

    private readonly List<string> problems = [];
    private int parts;
    private long embedded = length;
    private int text = limits.MaxTextBytes;

    public MimeLimits Limits { get; } = limits;

    public IReadOnlyList<string> Problems => problems;

    public void Report(string problem)
    {
        if (problems.Count < MaxProblems && !problems.Contains(problem, StringComparer.Ordinal))
            problems.Add(problem);
    }

    public bool MayNest(int depth)
    {
        if (depth < Limits.MaxDepth)
            return true;
        Report($"Parts nested deeper than {Limits.MaxDepth} levels were not divided.");
        return false;
    }

    public bool TakePart()
    {
        if (++parts < Limits.MaxParts)
            return true;
        Report($"Parts beyond the first {Limits.MaxParts} were not read.");
        return false;
    }

    /// <summary>How many of so many bytes may be turned into text, which takes several times as much memory and stays.</summary>
    public int TakeText(int length)
    {
        var taken = Math.Min(length, text);
        text -= taken;
        if (taken < length)
            Report($"Text beyond the first {Limits.MaxTextBytes} bytes was left out.");
        return taken;
    }

    /// <summary>Embedded messages that are encoded again may unfold to no more than the message itself, so that work stays linear.</summary>
    public bool TakeEmbedded(int length)
    {
        embedded -= length;
        if (embedded >= 0)
            return true;
        Report("An encoded message inside this message was too large to be read.");
        return false;
    }
}
