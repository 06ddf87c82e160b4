using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Letters;

/// <summary>The files of a letter in the store: DOCX, and PDF where it can be made.</summary>
public sealed class WriteLetterFiles(IFileStore files, IPdfRenderer pdf, LibreOfficePdf office)
{
    /// <summary>Why a letter stays without a PDF on this server, or null.</summary>
    public Reason? WhyNoPdf(LetterDocument letter) => letter.Word is null ? pdf.WhyUnavailable : office.WhyUnavailable;

    /// <returns>The SHA-256 of each.</returns>
    public async Task<(string Docx, string? Pdf)> RunAsync(LetterDocument letter, CancellationToken cancellationToken)
    {
        var docx = letter.Word ?? LetterDocx.Write(letter);
        var kept = await files.PutAsync(docx, cancellationToken);
        if (WhyNoPdf(letter) is not null)
            return (kept, null);
        var printed = letter.Word is null
            ? await pdf.RenderAsync(LetterHtml.Write(letter), cancellationToken)
            : await office.RenderAsync(docx, cancellationToken);
        return (kept, await files.PutAsync(printed, cancellationToken));
    }

    /// <returns>The SHA-256, or null where no sheet goes with the letter.</returns>
    public async Task<string?> PutAsync(byte[]? replySheet, CancellationToken cancellationToken) =>
        replySheet is null ? null : await files.PutAsync(replySheet, cancellationToken);
}
