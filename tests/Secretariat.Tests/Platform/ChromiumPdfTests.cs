using System.Net;
using System.Net.Sockets;
using System.Text;
using Secretariat.Platform.Pdf;

namespace Secretariat.Tests.Platform;

public sealed class ChromiumPdfTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Page = "<!DOCTYPE html><title>t</title><p>one</p>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_asked_for_at_once_are_all_printed()
    {
        var pdfs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => chromium.PrintAsync(Page)));

        Assert.All(pdfs, pdf => Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]));
    }

    [Fact]
    public async Task A_page_reaches_nobody_and_runs_no_script()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var here = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

        var pdf = await chromium.PrintAsync(
            $"""
            <!DOCTYPE html><title>still</title><link rel="stylesheet" href="{here}"><img src="{here}"><iframe src="{here}"></iframe>
            <script>document.title = "changed"; fetch("{here}")</script>
            """
        );

        Assert.False(listener.Pending());
        Assert.DoesNotContain("changed", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_stands_in_the_page_is_printed()
    {
        // One red point (GIF 89a).
        const string Point = "R0lGODdhAQABAIAAAP8AAP8AACwAAAAAAQABAAACAkQBADs=";
        var pdf = await chromium.PrintAsync(
            $"<!DOCTYPE html><title>p</title><img alt=\"p\" src=\"data:image/gif;base64,{Point}\">"
        );

        Assert.Contains("/Subtype /Image", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_died_is_started_again()
    {
        var path = SkipWithoutChromium();
        using var folder = new TemporaryFolder();
        var pids = Path.Combine(folder.FullName, "pids");
        var script = folder.KeepScript("chromium", $"#!/bin/sh\necho $$ >>{pids}\nexec {path} \"$@\"\n");
        await using var pdf = new ChromiumPdf(new() { Chromium = script }, TimeProvider.System);

        await pdf.RenderAsync(Page, Token);
        Kill(File.ReadAllLines(pids)[0]);
        var second = await pdf.RenderAsync(Page, Token);

        Assert.NotEmpty(second);
        Assert.Equal(2, File.ReadAllLines(pids).Length);
    }

    [Theory]
    [InlineData("exec ")]
    [InlineData("")]
    public async Task The_browser_and_its_profile_end_with_the_renderer(string how)
    {
        SkipWithoutChromium();
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.FullName, "arguments");
        var script = folder.KeepScript(
            "chromium",
            $"#!/bin/sh\necho \"$1\" >{record}\n{how}{new PdfOptions().FindChromium()} \"$@\"\n"
        );
        var pdf = new ChromiumPdf(new() { Chromium = script }, TimeProvider.System);
        await pdf.RenderAsync(Page, Token);

        await pdf.DisposeAsync();

        var profile = (await File.ReadAllTextAsync(record, Token)).Trim()["--user-data-dir=".Length..];
        Assert.False(Directory.Exists(profile));
        Assert.DoesNotContain(CommandLines(), line => line.Contains(profile, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_given_up_and_the_next_one_is_printed()
    {
        SkipWithoutChromium();
        var endless = string.Concat(Enumerable.Repeat("<div style='columns: 3'><p>x</p>", 100_000));
        var (clock, options) = (new HandClock(), new PdfOptions { PageLimit = TimeSpan.FromSeconds(29) });
        await using var pdf = new ChromiumPdf(options, clock);

        var rendering = pdf.RenderAsync(endless, Token);
        await clock.PassAsync(options.PageLimit, rendering);
        await Assert.ThrowsAsync<TimeoutException>(() => rendering);

        Assert.NotEmpty(await pdf.RenderAsync(Page, Token));
    }

    [Fact]
    public async Task Without_a_browser_the_reason_is_a_sentence()
    {
        await using var pdf = new ChromiumPdf(new() { Chromium = "/nowhere/chromium" }, TimeProvider.System);

        Assert.Contains("/nowhere/chromium", pdf.WhyUnavailable!.ToString(), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => pdf.RenderAsync(Page, Token));
        Assert.Equal(pdf.WhyUnavailable.ToString(), refused.Message);
    }

    [Fact]
    public async Task A_browser_that_cannot_start_is_reported_with_its_last_words()
    {
        using var folder = new TemporaryFolder();
        var script = folder.KeepScript("chromium", "#!/bin/sh\necho 'no display here' >&2\nexit 1\n");
        await using var pdf = new ChromiumPdf(new() { Chromium = script }, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => pdf.RenderAsync(Page, Token));

        Assert.Contains("no display here", failure.Message, StringComparison.Ordinal);
    }

    private static string SkipWithoutChromium()
    {
        var options = new PdfOptions();
        Assert.SkipWhen(options.WhyNoChromium() is not null, options.WhyNoChromium()?.ToString() ?? "");
        return options.FindChromium()!;
    }

    /// <summary>How every program was called that runs now.</summary>
    private static List<string> CommandLines() =>
        [.. Directory.EnumerateDirectories("/proc").Select(p => Path.Combine(p, "cmdline")).Where(File.Exists).Select(Read)];

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static void Kill(string pid)
    {
        using var process = System.Diagnostics.Process.GetProcessById(
            int.Parse(pid, System.Globalization.CultureInfo.InvariantCulture)
        );
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
