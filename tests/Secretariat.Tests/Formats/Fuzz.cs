using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Secretariat.Tests.Formats;

/// <summary>
/// Mutated inputs of one format for FUZZ_SECONDS (2 when not set), one a seed. A failure names its seed, which FUZZ_SEED repeats, and
/// keeps the input beside the tests, where every later run begins with it.
/// </summary>
/// <param name="format">The name of the format.</param>
/// <param name="originals">Well-formed inputs to begin with.</param>
/// <param name="pieces">What hurts readers of this format, as Latin-1.</param>
internal sealed class Fuzz(string format, IReadOnlyList<byte[]> originals, string[] pieces)
{
    /// <summary>Bytes of memory that one input may take; counted for readers that stay on their thread.</summary>
    public long Most { get; init; } = long.MaxValue;

    public Task RunAsync(Action<byte[]> read, [CallerFilePath] string here = "") =>
        RunAsync(
            bytes =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                read(bytes);
                var taken = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(taken < Most, $"It took {taken} bytes of memory for {bytes.Length} bytes.");
                return Task.CompletedTask;
            },
            here
        );

    public async Task RunAsync(Func<byte[], Task> read, [CallerFilePath] string here = "")
    {
        var kept = Path.Combine(Path.GetDirectoryName(here)!, "Kept", format);
        if (Directory.Exists(kept))
            foreach (var file in Directory.GetFiles(kept).Order(StringComparer.Ordinal))
                await TryAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file), read, null);
        if (Environment.GetEnvironmentVariable("FUZZ_SEED") is { } only)
        {
            await SeedAsync(int.Parse(only, CultureInfo.InvariantCulture), read, kept);
            return;
        }

        var seconds = Environment.GetEnvironmentVariable("FUZZ_SECONDS") ?? "2";
        var budget = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        var clock = Stopwatch.StartNew();
        for (var seed = 1; seed <= 100 || clock.Elapsed < budget; seed++)
            await SeedAsync(seed, read, kept);
    }

    private Task SeedAsync(int seed, Func<byte[], Task> read, string kept) =>
        TryAsync($"FUZZ_SEED={seed}", Mutate(new Random(seed)), read, Path.Combine(kept, $"{seed}.bin"));

    private async Task TryAsync(string name, byte[] bytes, Func<byte[], Task> read, string? keepAt)
    {
        try
        {
            await Stalls.AreCaughtAsync(name, () => read(bytes));
        }
        catch (Exception problem)
        {
            if (keepAt is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(keepAt)!);
                await File.WriteAllBytesAsync(keepAt, bytes);
            }

            throw new InvalidOperationException($"{format}, {name}: {problem.Message}", problem);
        }
    }

    private byte[] Mutate(Random random)
    {
        if (random.Next(20) is 0)
        {
            var noise = new byte[random.Next(2000)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = originals[random.Next(originals.Count)].ToList();
        for (var i = random.Next(1, 12); i > 0; i--)
            Change(random, bytes);
        return [.. bytes];
    }

    private void Change(Random random, List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 200), bytes.Count - at);
        switch (random.Next(5))
        {
            case 0:
                bytes.InsertRange(at, Piece(random));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            default:
                for (var i = random.Next(60); i > 0; i--)
                    bytes.InsertRange(at, Piece(random));
                break;
        }
    }

    private byte[] Piece(Random random) => Encoding.Latin1.GetBytes(pieces[random.Next(pieces.Length)]);
}
