using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>How a signed letter reaches its reader, where that has to be mended.</summary>
public sealed partial class LetterPage
{
    [BindProperty]
    public LetterDelivery Delivery { get; set; } = new();

    [BindProperty]
    public string? WhyElsewhere { get; set; }

    public Task<IActionResult> OnPostRedirectAsync(Guid id, Guid letterId, CancellationToken cancellationToken) =>
        ActAsync(
            (id, letterId),
            () =>
                Letter.WhyNotRedirect(Delivery.Way, Delivery.Email)
                ?? (string.IsNullOrWhiteSpace(WhyElsewhere) ? Text.Key("Say why it is sent elsewhere.") : null),
            () => Letter.Redirect(Delivery.Way, Delivery.Email),
            (Text.Key("Send a letter elsewhere"), WhyElsewhere, Text.Key("The letter is changed.")),
            cancellationToken
        );

    public Task<IActionResult> OnPostOnPaperAsync(Guid id, Guid letterId, CancellationToken cancellationToken) =>
        ActAsync(
            (id, letterId),
            () => Letter.WhyNotGoOnPaperToo(),
            () => Letter.GoOnPaperToo(),
            (Text.Key("Send a letter on paper as well"), null, Text.Key("The letter waits to be printed and posted.")),
            cancellationToken
        );

    /// <summary>When it was posted as somebody says; empty where it was not.</summary>
    [BindProperty, MeantDay]
    public DateOnly? PostedOn { get; set; }

    [BindProperty]
    public string? WhyCorrected { get; set; }

    public async Task<IActionResult> OnPostPostingAsync(Guid id, Guid letterId, CancellationToken cancellationToken)
    {
        var carriers = db.Letters.Where(l => l.Id == letterId).Select(l => l.OutgoingMessageId);
        var mail = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => carriers.Contains(m.Id), cancellationToken);
        return await ActAsync(
            (id, letterId),
            () =>
                Letter.WhyNotCorrectPosting(PostedOn, time.Today())
                ?? (string.IsNullOrWhiteSpace(WhyCorrected) ? Text.Key("Say why this is corrected.") : null),
            () => Letter.CorrectPosting(PostedOn, time.Today(), mail, time.Now()),
            (Text.Key("Correct the posting of a letter"), WhyCorrected, Text.Key("The letter is changed.")),
            cancellationToken
        );
    }
}

/// <summary>By which way, and to which mailbox.</summary>
public sealed class LetterDelivery
{
    [Display(Name = "Leaves")]
    public Way Way { get; set; }

    [OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }
}
