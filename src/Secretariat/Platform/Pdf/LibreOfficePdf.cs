using System.ComponentModel;
using System.Diagnostics;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Pdf;

/// <summary>
/// Tagged PDF of a house's own Word documents, by LibreOffice in a process, a profile and a folder of its own, without a network and
/// within a limit of time.
/// </summary>
public sealed class LibreOfficePdf(PdfOptions options, TimeProvider clock)
{
    private const string Isolator = "unshare";

    private const string Filter = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    private bool hasIsolated;

    public Reason? WhyUnavailable => options.WhyNoLibreOffice() ?? (hasIsolated ? null : WhyNoNamespace());

    /// <summary>Renders one document (.docx).</summary>
    /// <exception cref="InvalidOperationException">LibreOffice is missing, or could not render it; the message is a sentence.</exception>
    public async Task<byte[]> RenderAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        if (WhyUnavailable is { } reason)
            throw new InvalidOperationException(reason.ToString());
        var folder = Directory.CreateTempSubdirectory("secretariat-libreoffice-").FullName;
        try
        {
            var source = Path.Combine(folder, "document.docx");
            await File.WriteAllBytesAsync(source, document, cancellationToken);
            await RunAsync(folder, source, cancellationToken);
            var pdf = Path.Combine(folder, "document.pdf");
            return File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, cancellationToken)
                : throw new InvalidOperationException("LibreOffice made no PDF of it: open it in Word and save it anew.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(string folder, string source, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.DocumentLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var process = Process.Start(StartOf(folder, source))!;
        try
        {
            var said = ProgramWords.ReadAsync(process, either.Token);
            await process.WaitForExitAsync(either.Token);
            if (WhyNot(process.ExitCode, await said) is { } reason)
                throw new InvalidOperationException(reason);
        }
        catch (OperationCanceledException ended) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"LibreOffice did not finish within {options.DocumentLimit.TotalSeconds:0} seconds: give a shorter document.",
                ended
            );
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Why this machine lets no program run without a network, tried until it does; null where it does.</summary>
    private Reason? WhyNoNamespace()
    {
        try
        {
            using var process = Process.Start(Unshare(["true"]))!;
            if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            var said = process.StandardError.ReadToEnd().Trim();
            hasIsolated = process.ExitCode is 0;
            return hasIsolated
                ? null
                : Text.Key(
                    "This machine lets no program run without a network{0}: allow user namespaces to the one who runs this.",
                    Quoted(said)
                );
        }
        catch (Win32Exception)
        {
            return Text.Key(
                "There is no “{0}” on this machine, which keeps LibreOffice from the network: install the package “util-linux”.",
                Isolator
            );
        }
    }

    /// <summary>Why a run made nothing, which is not always the document's fault; null where it went well.</summary>
    private static string? WhyNot(int code, string said) =>
        code is 0 ? null
        : said.StartsWith("unshare: ", StringComparison.Ordinal)
            ? $"LibreOffice cannot be started{Quoted(said)}: set Pdf:LibreOffice to its path."
        : $"LibreOffice ended with code {code}{Quoted(said)}: open the document in Word and save it anew.";

    private static string Quoted(string said) => said.Length is 0 ? "" : $" (“{said}”)";

    private ProcessStartInfo StartOf(string folder, string source)
    {
        var start = Unshare([
            options.FindLibreOffice()!,
            "--headless",
            "--norestore",
            $"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            Filter,
            "--outdir",
            folder,
            source,
        ]);
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder;
        return start;
    }

    /// <summary>The network is taken away by a namespace of its own: a document can name pictures and templates elsewhere.</summary>
    private static ProcessStartInfo Unshare(IEnumerable<string> program)
    {
        var start = new ProcessStartInfo(Isolator)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--map-root-user", "--net", "--kill-child", "--fork", .. program])
            start.ArgumentList.Add(argument);
        return start;
    }
}
