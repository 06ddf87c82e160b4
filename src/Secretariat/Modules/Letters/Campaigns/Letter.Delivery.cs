using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>How a signed letter reaches its reader, where that has to be mended.</summary>
public sealed partial class LetterPage
{
    [BindProperty]
    public LetterDelivery Delivery { get; set; } = new();

    public Task<IActionResult> OnPostRedirectAsync(Guid id, Guid letterId, CancellationToken cancellationToken) =>
        ActAsync(
            (id, letterId),
            () =>
                Letter.WhyNotRedirect(Delivery.Way, Delivery.Email)
                ?? (string.IsNullOrWhiteSpace(Because) ? Text.Key("Say why it is sent elsewhere.") : null),
            () => Letter.Redirect(Delivery.Way, Delivery.Email),
            (Text.Key("Send a letter elsewhere"), Because, Text.Key("The letter is changed.")),
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
}

/// <summary>By which way, and to which mailbox.</summary>
public sealed class LetterDelivery
{
    [Display(Name = "Leaves")]
    public Way Way { get; set; }

    [OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }
}
