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
    private const int RoundCount = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync()
    {
        using var folder = new Folder();
        List<Row> rows = [.. await MergeAsync(folder.Path), .. await PrintAsync(folder.Path)];
        Table.Print(rows);
        return 0;
    }

    private static async Task<IReadOnlyList<Row>> MergeAsync(string folder)
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
        List<Row> rows = [new("heap after 10,000 documents more", $"{growth:0.00}", "before them", growth, Most: 1.1)];
        if (NodeSide.WhyMissing is { } missing)
        {
            MailBench.Say($"{missing}");
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

    private static async Task<IReadOnlyList<Row>> PrintAsync(string folder)
    {
        var options = new PdfOptions();
        if ((options.WhyNoChromium() ?? options.WhyNoLibreOffice()) is { } missing)
        {
            MailBench.Say($"{missing}");
            return [];
        }

        var letters = Enumerable.Range(0, Printed).Select(LetterMaker.Letter).ToList();
        var files = letters.Select((letter, i) => Keep(folder, i, LetterDocx.Write(letter))).ToList();
        await using var chromium = new ChromiumPdf(options, TimeProvider.System);
        await chromium.RenderAsync(LetterHtml.Write(letters[0]), CancellationToken.None);
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

        return [Row("PDF printed", "in one call", atOnce, 1.5), Row("PDF printed", "one call each", oneByOne, 20)];

        static Row Row(string name, string how, Rounds rounds, double goal) =>
            new(name, PerSecond(rounds.Ours), $"{PerSecond(rounds.Theirs)} LibreOffice, {how}", rounds.Ratio, goal);
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
