using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Pdf;

namespace Secretariat.Bench;

/// <summary>Letters made: Word templates filled beside docxtemplater, PDF printed beside LibreOffice, on the same letters.</summary>
internal static class LettersBench
{
    private const int Letters = 1_000;
    private const int Printed = 200;
    private const int PrintedOneByOne = 6;
    private const int Fifths = 5;

    /// <summary>A tenth and the grain of what the system hands out: flat.</summary>
    private const double Flat = 1.1;
    private const int RoundCount = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <returns>1 where something is missing on this machine: a table without its rows is no whole one.</returns>
    public static async Task<int> RunAsync()
    {
        using var folder = new Folder();
        var missing = new List<string>();
        List<Row> rows = [.. await MergeAsync(folder.Path, missing), .. await PrintAsync(folder.Path, missing)];
        Table.Print(rows);
        foreach (var sentence in missing)
            await Console.Error.WriteLineAsync($"Not measured: {sentence}");
        return missing.Count is 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Row>> MergeAsync(string folder, List<string> missing)
    {
        var (file, values) = (LetterMaker.Template(), Enumerable.Range(0, Letters).Select(LetterMaker.Values).ToList());
        await File.WriteAllBytesAsync(Path.Combine(folder, "template.docx"), file);
        await File.WriteAllTextAsync(Path.Combine(folder, "values.json"), JsonSerializer.Serialize(values));
        var template = WordTemplate.Read(file);
        var cold = Fill(template, values);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
            Fill(template, values);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 10; i++)
            Fill(template, values);
        var growth = (double)GC.GetTotalMemory(forceFullCollection: true) / before;
        List<Row> rows = [new("heap after 10,000 documents more", $"{growth:0.00}", "before them", growth, Most: Flat)];
        if (NodeSide.WhyMissing is { } noNode)
        {
            missing.Add(noNode);
            return rows;
        }

        using var node = await NodeSide.StartAsync(folder);
        var coldNode = await node.FillAsync(Letters);
        var rounds = new Rounds();
        for (var round = 0; round < RoundCount; round++)
            rounds.Add(Fill(template, values), await node.FillAsync(Letters));
        return
        [
            Row("documents filled", rounds.Ours, rounds.Theirs, rounds.Ratio),
            Row("the same, first thousand (cold)", cold, coldNode, cold / coldNode),
            .. rows,
        ];

        static Row Row(string name, double ours, double theirs, double ratio) =>
            new(name, PerSecond(ours), $"{PerSecond(theirs)} docxtemplater", ratio, Goal: 3);
    }

    private static double Fill(WordTemplate template, IReadOnlyList<JsonElement> values)
    {
        var watch = Stopwatch.StartNew();
        foreach (var letter in values)
            if (template.Fill(letter).Document is null)
                throw new InvalidOperationException("A letter could not be filled.");
        return values.Count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<IReadOnlyList<Row>> PrintAsync(string folder, List<string> missing)
    {
        var options = new PdfOptions();
        if (options.WhyNoChromium() is { } noChromium)
        {
            missing.Add($"{noChromium}");
            return [];
        }

        var letters = Enumerable.Range(0, Printed).Select(LetterMaker.Letter).ToList();
        await using var chromium = new ChromiumPdf(options, TimeProvider.System);
        await chromium.RenderAsync(LetterHtml.Write(letters[0]), CancellationToken.None);
        var heap = await HeapAsync(chromium, letters);
        if (options.WhyNoLibreOffice() is { } noLibreOffice)
        {
            missing.Add($"{noLibreOffice}");
            return [heap];
        }

        var files = letters.Select((letter, i) => Keep(folder, i, LetterDocx.Write(letter))).ToList();
        var (atOnce, oneByOne) = (new Rounds(), new Rounds());
        for (var round = 0; round < 3; round++)
        {
            var ours = await PrintAsync(chromium, letters);
            atOnce.Add(ours, await ConvertAsync(options, folder, files));
            var seconds = Stopwatch.StartNew();
            foreach (var one in files.Take(PrintedOneByOne))
                await ConvertAsync(options, folder, [one]);
            oneByOne.Add(ours, PrintedOneByOne / seconds.Elapsed.TotalSeconds);
        }

        var few = $"one call each, told from {PrintedOneByOne} letters";
        return [Row("PDF printed", "in one call", atOnce, 1.5), Row("PDF printed", few, oneByOne, 20), heap];

        static Row Row(string name, string how, Rounds rounds, double goal) =>
            new(name, PerSecond(rounds.Ours), $"{PerSecond(rounds.Theirs)} LibreOffice, {how}", rounds.Ratio, goal);
    }

    /// <summary>What stays with us, not with the browser, after the first and after the last fifth of the letters.</summary>
    private static async Task<Row> HeapAsync(ChromiumPdf chromium, IReadOnlyList<LetterDocument> letters)
    {
        var heaps = new List<long>();
        foreach (var fifth in letters.Chunk(letters.Count / Fifths))
        {
            await PrintAsync(chromium, fifth);
            heaps.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        var growth = (double)heaps[^1] / heaps[0];
        var figure = string.Create(CultureInfo.InvariantCulture, $"{growth:0.00}");
        return new($"heap after {letters.Count} PDFs", figure, $"after {letters.Count / Fifths}", growth, Most: Flat);
    }

    private static async Task<double> PrintAsync(ChromiumPdf chromium, IReadOnlyList<LetterDocument> letters)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(letters.Select(letter => chromium.RenderAsync(LetterHtml.Write(letter), CancellationToken.None)));
        return letters.Count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> ConvertAsync(PdfOptions options, string folder, IReadOnlyList<string> files)
    {
        string[] arguments =
        [
            "--headless",
            "--norestore",
            $"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            Path.Combine(folder, "pdf"),
            .. files,
        ];
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(options.FindLibreOffice()!, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (said, warned) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await Task.WhenAll(said, warned);
        return files.Count / watch.Elapsed.TotalSeconds;
    }

    private static string Keep(string folder, int number, byte[] document)
    {
        var path = Path.Combine(folder, $"letter{number:000}.docx");
        File.WriteAllBytes(path, document);
        return path;
    }

    private static string PerSecond(double speed) => string.Create(CultureInfo.InvariantCulture, $"{speed:0.0}/s");

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("secretariat-bench-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
