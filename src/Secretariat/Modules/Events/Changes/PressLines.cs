using System.Globalization;
using System.Text.RegularExpressions;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>
/// Press points, livestreams and documents as they are typed, one a line:
/// <c>Press conference = Conférence de presse | ±13:15 CET; 13:00 CET | EbS (live)</c>.
/// </summary>
/// <param name="zone">Of times that name none.</param>
internal sealed partial class PressLines(string zone)
{
    /// <summary>Written after the channel of what is shown live, in every language.</summary>
    private const string Live = "(live)";

    /// <summary>What each line says. One that stays as it was keeps its entry, with all that no line tells of it.</summary>
    /// <param name="read">Reads a line that is new, and takes the entry that it changes, if any, from those left.</param>
    public static List<(T? Entry, Reason? Wrong)> Read<T>(
        string? typed,
        IReadOnlyList<T> before,
        Func<T, string> write,
        Func<string, List<T>, (T? Entry, Reason? Wrong)> read
    )
        where T : class
    {
        var lines = (typed ?? "").Split('\n').Select(l => OneLine.Of(l).Trim()).Where(l => l.Length > 0).ToList();
        var left = before.ToList();
        // Those that stay are taken before a line that changes another of the same title.
        var kept = lines.ConvertAll(line => Take(left, entry => write(entry) == line));
        return [.. lines.Select((line, i) => kept[i] is { } entry ? (entry, null) : read(line, left))];
    }

    public static string Write(PressPoint point) =>
        Line(Write(point.What), Times(point), $"{point.Channel} {(point.IsLive ? Live : "")}".Trim());

    private static string Times(PressPoint point) => string.Join("; ", point.Times.Select(time => time.InWords));

    public static string Write(Livestream stream) => Line(Write(stream.What), stream.Channel);

    public static string Write(LocalizedText title) =>
        Line(title.Written("fr") is { } french ? $"{title.In("en")} = {french}" : title.In("en"));

    public (PressPoint? Point, Reason? Wrong) ReadPoint(string line, List<PressPoint> left)
    {
        if (line.Split('|', StringSplitOptions.TrimEntries) is not [var titles, { Length: > 0 } typed, .. { Length: < 2 } rest])
            return (
                null,
                Text.Key("“{0}” is no title, time and channel with | between, such as Press conference | 12:30 | EbS.", line)
            );
        var (english, french) = Titles(titles);
        // Of a corrected title it is known by its times.
        var before = Take(left, p => p.What.In("en") == english) ?? Take(left, p => Times(p) == typed);
        if (LocalizedText.Rewritten(before?.What, english, french) is not { } what)
            return (null, WithoutTitle(line));
        var (times, wrong) = ReadTimes(line, typed, before?.Times ?? []);
        if (wrong is not null)
            return (null, wrong);
        var (channel, isLive) = Channel(rest is [var shown] ? shown : "");
        var isSame = before is not null && times.Select(n => n.InWords).SequenceEqual(before.Times.Select(n => n.InWords));
        return (
            new(what, times)
            {
                Channel = channel.Length == 0 ? null : channel,
                IsLive = isLive,
                IsDisputed = isSame ? before!.IsDisputed : times.Count > 1,
            },
            null
        );
    }

    public static (Livestream? Stream, Reason? Wrong) ReadStream(string line, List<Livestream> left)
    {
        if (line.Split('|', StringSplitOptions.TrimEntries) is not [var titles, { Length: > 0 } channel])
            return (
                null,
                Text.Key("“{0}” is no title and channel with | between, such as Opening | https://example.org/live.", line)
            );
        var (english, french) = Titles(titles);
        var before = Take(left, s => s.What.In("en") == english);
        return LocalizedText.Rewritten(before?.What, english, french) is { } what
            ? (new(what, channel) { Sources = before?.Channel == channel ? before.Sources : [] }, null)
            : (null, WithoutTitle(line));
    }

    public static (LocalizedText? Title, Reason? Wrong) ReadDocument(string line, List<LocalizedText> left)
    {
        var (english, french) = Titles(line);
        return LocalizedText.Rewritten(Take(left, d => d.In("en") == english), english, french) is { } title
            ? (title, null)
            : (null, WithoutTitle(line));
    }

    private static T? Take<T>(List<T> left, Predicate<T> isMeant)
        where T : class
    {
        var found = left.Find(isMeant);
        if (found is not null)
            left.RemoveAt(left.FindIndex(isMeant));
        return found;
    }

    private static string Line(params string[] parts) => OneLine.Of(string.Join(" | ", parts)).Trim().TrimEnd('|').TrimEnd();

    private static (string English, string? French) Titles(string typed) =>
        $" {typed} ".Split(" = ", 2, StringSplitOptions.TrimEntries) is [var english, var french]
            ? (english, french)
            : (typed, null);

    private static (string Name, bool IsLive) Channel(string typed) =>
        typed.EndsWith(Live, StringComparison.OrdinalIgnoreCase) ? (typed[..^Live.Length].TrimEnd(), true) : (typed, false);

    private (List<PressTime> Times, Reason? Wrong) ReadTimes(string line, string typed, IReadOnlyList<PressTime> before)
    {
        var times = new List<PressTime>();
        foreach (var each in typed.Split(';', StringSplitOptions.TrimEntries))
        {
            if (ReadTime(each, before) is not { } time)
                return (times, WithoutTime(line, each));
            times.Add(time);
        }

        return (times, null);
    }

    /// <param name="before">A time that stood there keeps its sources, and its zone may be written again.</param>
    private PressTime? ReadTime(string typed, IReadOnlyList<PressTime> before)
    {
        var match = TypedTime().Match(typed);
        var named = match.Groups["zone"].Success ? match.Groups["zone"].Value : zone;
        var hour = $"{match.Groups["hour"].Value}:{match.Groups["minute"].Value}";
        if (!TimeOnly.TryParseExact(hour, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        if (named != zone && !IsZone(named) && !before.Any(b => b.Zone == named))
            return null;
        var read = new PressTime(time, match.Groups["about"].Success, named);
        return before.FirstOrDefault(b => b.InWords == read.InWords) ?? read;
    }

    private static bool IsZone(string name) =>
        ShortZone().IsMatch(name) || (name.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));

    private static Reason WithoutTitle(string line) =>
        Text.Key("“{0}” has no title in English: write it first, and the one in French after =.", line);

    private static Reason WithoutTime(string line, string typed) =>
        Text.Key("“{0}”: “{1}” is no time such as 12:30, ±12:30 or 12:30 CET. Put ; between several times.", line, typed);

    [GeneratedRegex("^(?<about>[±~])? *(?<hour>[0-9]{1,2})[:.h](?<minute>[0-9]{2})( +(?<zone>.+))?$", RegexOptions.None, 1000)]
    private static partial Regex TypedTime();

    /// <summary>Such as CET, CET/CEST and UTC+2: those of Europe and its neighbours; others are named in full, such as Asia/Dhaka.</summary>
    [GeneratedRegex(
        "^((UTC|GMT)([+-][0-9]{1,2}(:[0-9]{2})?)?|(WET|WEST|CET|CEST|EET|EEST|BST|IST|MSK|TRT|EAT|CAT|WAT|PKT)(/(WEST|CEST|EEST|BST))?)$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ShortZone();
}
