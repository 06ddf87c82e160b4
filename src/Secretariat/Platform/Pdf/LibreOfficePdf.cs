using System.Diagnostics;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Pdf;

/// <summary>
/// Tagged PDF of a house's own Word documents, by LibreOffice in a process, a profile and a folder of its own, without a network and
/// within a limit of time.
/// </summary>
public sealed class LibreOfficePdf(PdfOptions options, TimeProvider clock)
{
    private const string Filter = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    public Reason? WhyUnavailable => options.WhyNoLibreOffice();

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
            await process.WaitForExitAsync(either.Token);
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

    /// <summary>The network is taken away by a namespace of its own: a document can name pictures and templates elsewhere.</summary>
    private ProcessStartInfo StartOf(string folder, string source)
    {
        var start = new ProcessStartInfo("unshare")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder;
        string[] arguments =
        [
            "--map-root-user",
            "--net",
            "--kill-child",
            "--fork",
            options.FindLibreOffice()!,
            "--headless",
            "--norestore",
            $"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            Filter,
            "--outdir",
            folder,
            source,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
