using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Events.Programme;

/// <summary>PDF of programmes, the same one made once for all who ask: anybody may, and a release never changes.</summary>
public sealed class ProgrammePdf(IPdfRenderer pdf)
{
    /// <summary>So many stay in memory, those that were asked for last.</summary>
    private const int Kept = 20;

    private readonly Lock making = new();
    private readonly List<(string Html, Task<byte[]> File)> made = [];

    /// <summary>Why there is none, or null when there can be.</summary>
    public string? WhyNot => pdf.WhyUnavailable is null ? null : Text.Key("No PDF can be made on this machine.");

    public async Task<byte[]> OfAsync(PrintedProgramme programme, CancellationToken cancellationToken) =>
        await FileOf(ProgrammeHtml.Write(programme)).WaitAsync(cancellationToken);

    /// <summary>Whoever asks first and goes away does not take it from those who wait for it too.</summary>
    private Task<byte[]> FileOf(string html)
    {
        lock (making)
        {
            made.RemoveAll(m => m.File.IsFaulted || m.File.IsCanceled);
            var at = made.FindIndex(m => m.Html == html);
            var asked = at < 0 ? (html, pdf.RenderAsync(html, CancellationToken.None)) : made[at];
            if (at >= 0)
                made.RemoveAt(at);
            else if (made.Count == Kept)
                made.RemoveAt(0);
            made.Add(asked);
            return asked.Item2;
        }
    }
}
