using System.Globalization;
using Secretariat.Formats.Mime;

namespace Secretariat.Bench;

/// <summary>What stays in memory after few and after many messages, each another one.</summary>
internal static class MemoryBench
{
    private const int Few = 1_000;
    private const int Many = 100_000;

    /// <summary>A tenth and the grain of what the system hands out: flat.</summary>
    private const double Flat = 1.1;

    public static IReadOnlyList<Row> Run()
    {
        MailBench.Say($"memory: {Many} messages");
        Parse(0, Few);
        var few = Now();
        Parse(Few, Many);
        var many = Now();
        return
        [
            Flatness("heap after 100,000 messages", many.Heap, few.Heap),
            Flatness("working set after 100,000 messages", many.WorkingSet, few.WorkingSet),
        ];
    }

    private static void Parse(int from, int to)
    {
        for (var number = from; number < to; number++)
            ParseBench.Decode(MimeReader.Read(MailMaker.Make(number)));
    }

    private static (long Heap, long WorkingSet) Now()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    private static Row Flatness(string name, long many, long few) =>
        new(name, Megabytes(many), $"{Megabytes(few)} after 1,000", (double)many / few, Most: Flat);

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
