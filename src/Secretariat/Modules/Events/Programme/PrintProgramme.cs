using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>Makes the files of a programme: what was last released by a day, or the draft as it stands.</summary>
public sealed class PrintProgramme(SecretariatDb db, ProgrammePdf pdf, AllianceWords alliance, Text t, TimeProvider time)
{
    private readonly WriteProgramme writing = new(t);

    public string? WhyNoPdf => pdf.WhyNot;

    /// <summary>Those that can be made here.</summary>
    public IReadOnlyList<string> Forms => WhyNoPdf is null ? ["pdf", "docx"] : ["docx"];

    /// <returns>Null where nothing stands in what was released, or nothing was.</returns>
    public async Task<PrintedProgramme?> ReleasedAsync(string code, AsOf asOf, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, asOf, cancellationToken) is not { } entry)
            return null;
        var releases = await db.ReleasesAsync(entry.Event.Id, asOf, cancellationToken);
        return releases is [{ Items.Count: > 0 } release, ..]
            ? writing.Released(entry, release, Clock.DayOf(release.ReleasedAt), await StrandsAsync(cancellationToken))
            : null;
    }

    /// <returns>Null where nothing stands in it.</returns>
    public async Task<PrintedProgramme?> DraftAsync(string code, CancellationToken cancellationToken)
    {
        var today = AsOf.Today(time);
        if (await db.EntryAsync(code, today, cancellationToken) is not { } entry)
            return null;
        var items = await db.ProgrammeItems.AsNoTracking().InOrder(entry.Event.Id).ToListAsync(cancellationToken);
        return items.Count == 0
            ? null
            : writing.Draft(entry, items.ConvertAll(ReleasedItem.Of), today.Day, await StrandsAsync(cancellationToken));
    }

    /// <summary>Always as an attachment.</summary>
    public async Task<FileContentResult> FileAsync(PrintedProgramme programme, string form, CancellationToken cancellationToken)
    {
        var (bytes, type) = form is "pdf"
            ? (await pdf.OfAsync(programme, cancellationToken), "application/pdf")
            : (ProgrammeDocx.Write(programme, alliance.Secretariat.In(programme.Language)), ReleaseCampaign.Docx);
        return new(bytes, type) { FileDownloadName = $"{programme.FileName}.{form}" };
    }

    private Task<List<Strand>> StrandsAsync(CancellationToken cancellationToken) =>
        db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
}
