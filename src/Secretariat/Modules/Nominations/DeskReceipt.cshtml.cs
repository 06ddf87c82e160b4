using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Nominations;

/// <summary>What was sent, read from the bytes that were kept.</summary>
public sealed class DeskReceiptModel(SecretariatDb db, IFileStore files) : DeskPage(db)
{
    public string Subject { get; private set; } = "";

    public string Words { get; private set; } = "";

    public DateOnly SentOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var message = await Db
            .Messages.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Id == id && m.PartnerId == PartnerId && m.Channel == Channel.Desk, cancellationToken);
        if (message is null)
            return NotFound();
        (Subject, SentOn) = (message.Subject, Clock.DayOf(message.ReceivedAt));
        Words = MimeReader.Read(await files.GetAsync(message.RawSha256!, cancellationToken)).TextBody ?? "";
        return Page();
    }
}
