using System.Diagnostics;
using System.Globalization;
using Secretariat.Formats.Mime;

namespace Secretariat.Bench;

/// <summary>Files read, parsed and decoded: every header that the inbox shows and every part.</summary>
internal sealed class ParseBench(string folder)
{
    private const int RoundCount = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private readonly string[] _files = [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal)];

    public int Count => _files.Length;

    public long Bytes => _files.Sum(file => new FileInfo(file).Length);

    public async Task<IReadOnlyList<Row>> RunAsync(PythonSide? python)
    {
        var cold = Parse();
        var coldPython = python is null ? null : await python.PassAsync();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
            Parse();
        var (beside, alone) = (new Rounds(), new Rounds());
        for (var round = 0; round < RoundCount; round++)
        {
            var ours = Parse();
            alone.Add(Bytes / 1e6 / ours.Seconds, Bytes / 1e6 / Read().Seconds);
            if (python is not null)
                beside.Add(ours.PerSecond, (await python.PassAsync()).PerSecond);
        }

        var reading = new Row(
            "parse and decode, beside reading",
            $"{alone.Ours:0} MB/s",
            $"{alone.Theirs:0} MB/s read",
            alone.Ratio
        );
        if (coldPython is null)
            return [reading];
        MailBench.Say(
            $"decoded: {cold.Decoded / 1e6:0.00} million characters and bytes, by Python {coldPython.Decoded / 1e6:0.00}"
        );
        return
        [
            Beside("parse and decode", beside.Ours, beside.Theirs, beside.Ratio) with
            {
                Goal = 5,
            },
            // Our code is compiled while it runs, Python’s before: told, but no measure of the reader.
            Beside("the same, first pass (cold)", cold.PerSecond, coldPython.PerSecond, cold.PerSecond / coldPython.PerSecond),
            reading,
        ];
    }

    private static Row Beside(string name, double ours, double theirs, double ratio) =>
        new(name, PerSecond(ours), $"{PerSecond(theirs)} Python email", ratio);

    private static string PerSecond(double speed) => string.Create(CultureInfo.InvariantCulture, $"{speed:0}/s");

    private Pass Parse() => Each(file => Decode(MimeReader.Read(File.ReadAllBytes(file))));

    private Pass Read() => Each(file => File.ReadAllBytes(file).Length);

    private Pass Each(Func<string, long> read)
    {
        var watch = Stopwatch.StartNew();
        var decoded = _files.Sum(read);
        return new Pass(_files.Length, decoded, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Characters of text and bytes of files: what a reader of the message could ask for.</summary>
    internal static long Decode(MimeMessage message)
    {
        _ = (message.Subject, message.From, message.To, message.Date, message.MessageId);
        var size = 0L;
        foreach (var part in message.Root.Walk(intoMessages: true))
        {
            if (part.Children.Count > 0)
                continue;
            _ = part.FileName;
            size += part.ContentType.StartsWith("text/", StringComparison.Ordinal) ? part.ReadText().Length : part.Content.Length;
        }

        return size;
    }
}
