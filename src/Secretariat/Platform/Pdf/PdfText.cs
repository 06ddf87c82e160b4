using System.Diagnostics;
using System.Text;

namespace Secretariat.Platform.Pdf;

/// <summary>
/// The text layer of a PDF, by <c>pdftotext</c> (poppler) in a process of its own with bounded memory and time, since the file comes
/// from outside.
/// </summary>
public static class PdfText
{
    /// <summary>Characters of text that are read; what follows is cut.</summary>
    private const int MaxCharacters = 200_000;

    /// <summary>At most 180 MB of addresses and 1 s of processor; the first pages say what a letter asks for.</summary>
    private const string Script = "ulimit -v 180000; ulimit -t 1; exec pdftotext -q -l 30 -enc UTF-8 -nopgbrk - -";

    /// <summary>What a shell says of a process that a signal ended: 128 and its number, of XCPU and of KILL.</summary>
    private const int OutOfTime = 128 + 24;
    private const int Ended = 128 + 9;

    public static bool IsAvailable { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    /// <summary>The text, empty where the file holds pictures alone; null when it could not be read in time.</summary>
    /// <param name="file">The document.</param>
    /// <param name="patience">So much time of the processor at most.</param>
    /// <param name="spent">How much of it was taken.</param>
    public static string? Read(ReadOnlyMemory<byte> file, TimeSpan patience, out TimeSpan spent)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // What reads a stranger's file needs to know nothing of us.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("/bin/sh could not be started.");
        using var limit = new ProcessorLimit(process, patience);
        // pdftotext reads the whole file before it writes.
        Feed(process, file.Span);
        var text = ReadAll(process.StandardOutput);
        process.WaitForExit();
        // Who was ended had no time left, whatever was seen of it last.
        spent = process.ExitCode is OutOfTime or Ended ? patience : limit.Spent;
        return process.ExitCode is 0 ? text : null;
    }

    private static void Feed(Process process, ReadOnlySpan<byte> file)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(file);
        }
        catch (IOException)
        {
            // It gave up before the end; its exit code tells.
        }
    }

    private static string ReadAll(StreamReader output)
    {
        var (text, buffer) = (new StringBuilder(), new char[8192]);
        while (output.Read(buffer) is > 0 and var count)
            if (text.Length < MaxCharacters)
                text.Append(buffer, 0, count);
        return text.Replace("\r\n", "\n").ToString();
    }
}
