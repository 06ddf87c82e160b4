using System.IO.Compression;
using System.Runtime.CompilerServices;
using Secretariat.Modules.Privacy;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>Makes the files of briefings: one of them, or those of many partners in one ZIP.</summary>
public sealed class MakeBriefings(
    ReadBriefings reading,
    IPdfRenderer pdf,
    Settings settings,
    AllianceWords alliance,
    Disclose disclose,
    CurrentActor current
)
{
    /// <summary>Of so many partners is read at once.</summary>
    private const int BatchSize = 25;

    private const int PrintedAtOnce = 2;

    /// <summary>Why there is no PDF, or null when there can be.</summary>
    public string? WhyNoPdf => pdf.WhyUnavailable is null ? null : Text.Key("No PDF can be made on this machine.");

    public byte[] Docx(Briefing briefing) =>
        BriefingDocx.Write(briefing, settings.BaseUrl, alliance.Secretariat.In(briefing.Language));

    public Task<byte[]> PdfAsync(Briefing briefing, CancellationToken cancellationToken) =>
        pdf.RenderAsync(BriefingHtml.Write(briefing, settings.BaseUrl), cancellationToken);

    /// <summary>Writes a ZIP with the PDF of each while they are made; no more than a few are in memory at once.</summary>
    public async Task WriteAllAsync(
        Stream to,
        IReadOnlyList<Guid> partners,
        AsOf day,
        TakenOut given,
        CancellationToken cancellationToken
    )
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, true, null, cancellationToken);
        foreach (var batch in partners.Chunk(BatchSize))
        {
            var briefings = await reading.RunAsync(batch, day, BriefingReader.Office, cancellationToken);
            await NoteAsync($"briefings-{day}.zip", briefings, given, cancellationToken);
            await foreach (var (briefing, file) in PrintedAsync(briefings, cancellationToken))
            {
                // A PDF is compressed in itself.
                var entry = zip.CreateEntry(Briefing.FileName(briefing.Code, day, "pdf"), CompressionLevel.NoCompression);
                await using var content = await entry.OpenAsync(cancellationToken);
                await content.WriteAsync(file, cancellationToken);
            }
        }
    }

    /// <summary>Notes that a file leaves with the names that stand in it, and for whom.</summary>
    public Task NoteAsync(string file, IEnumerable<Briefing> briefings, TakenOut given, CancellationToken cancellationToken) =>
        disclose.ExportedAsync(file, briefings.SelectMany(b => b.Persons), given.Recipient!, given.RestsOn, cancellationToken);

    /// <summary>For whoever asks, until they say otherwise.</summary>
    public TakenOut ForOneself => new() { Recipient = current.Actor.Name };

    private async IAsyncEnumerable<(Briefing Briefing, byte[] File)> PrintedAsync(
        IReadOnlyList<Briefing> briefings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var printing = new Queue<(Briefing Briefing, Task<byte[]> File)>();
        try
        {
            foreach (var briefing in briefings)
            {
                printing.Enqueue((briefing, PdfAsync(briefing, stop.Token)));
                if (printing.Count == PrintedAtOnce)
                    yield return await FirstAsync();
            }

            while (printing.Count > 0)
                yield return await FirstAsync();
        }
        finally
        {
            // Whoever takes no more waits for none that is still being made.
            await stop.CancelAsync();
            foreach (var (_, file) in printing)
                await ((Task)file).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<(Briefing, byte[])> FirstAsync()
        {
            var file = await printing.Peek().File;
            return (printing.Dequeue().Briefing, file);
        }
    }
}
