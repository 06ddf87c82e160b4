using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters;

/// <summary>Who signs from now on; each change is a new sender, the earlier ones stay.</summary>
public sealed class EditSenderPage(SecretariatDb db, Text t) : PageModel
{
    [BindProperty]
    public SenderBlock Block { get; set; } = new();

    /// <summary>The sender that the person saw.</summary>
    [BindProperty]
    public Guid? Current { get; set; }

    public IReadOnlyList<Sender> Earlier { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var senders = await SendersAsync(cancellationToken);
        Earlier = [.. senders.Skip(1)];
        if (senders.FirstOrDefault() is not { } newest)
            return;
        (Block, Current) = (SenderBlock.Of(newest), newest.Id);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var senders = await SendersAsync(cancellationToken);
        Earlier = [.. senders.Skip(1)];
        if (senders.FirstOrDefault()?.Id != Current)
            return StatusCode(StatusCodes.Status409Conflict);
        if (!ModelState.IsValid)
            return Page();
        db.Senders.Add(Block.ToSender());
        await db.SaveAsync(Text.Key("Change who signs"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("Letters made from now on carry this sender.");
        return RedirectToPage();
    }

    private Task<List<Sender>> SendersAsync(CancellationToken cancellationToken) =>
        db.Senders.AsNoTracking().OrderByDescending(s => s.Id).Take(20).ToListAsync(cancellationToken);
}

/// <summary>The sender as a form asks for it. A text that is not given in French stands in English.</summary>
public sealed class SenderBlock
{
    [Required, StringLength(200), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Required, StringLength(200), Display(Name = "Institution, in English")]
    public string InstitutionEn { get; set; } = "";

    [StringLength(200), Display(Name = "Institution, in French")]
    public string? InstitutionFr { get; set; }

    [Required, StringLength(200), Display(Name = "Portfolio, in English")]
    public string PortfolioEn { get; set; } = "";

    [StringLength(200), Display(Name = "Portfolio, in French")]
    public string? PortfolioFr { get; set; }

    [Required, StringLength(300), Display(Name = "Address, in English")]
    public string AddressEn { get; set; } = "";

    [StringLength(300), Display(Name = "Address, in French")]
    public string? AddressFr { get; set; }

    [Required, StringLength(100), Display(Name = "Place of signature, in English")]
    public string PlaceEn { get; set; } = "";

    [StringLength(100), Display(Name = "Place of signature, in French")]
    public string? PlaceFr { get; set; }

    [StringLength(40), Display(Name = "Telephone")]
    public string? Phone { get; set; }

    [OneEmailAddress, StringLength(254), Display(Name = "Mailbox of the office")]
    public string? Mailbox { get; set; }

    public static SenderBlock Of(Sender sender) =>
        new()
        {
            Name = sender.Name,
            InstitutionEn = sender.Institution.In("en"),
            InstitutionFr = French(sender.Institution),
            PortfolioEn = sender.Portfolio.In("en"),
            PortfolioFr = French(sender.Portfolio),
            AddressEn = sender.Address.In("en"),
            AddressFr = French(sender.Address),
            PlaceEn = sender.Place.In("en"),
            PlaceFr = French(sender.Place),
            Phone = sender.Phone,
            Mailbox = sender.Mailbox,
        };

    public Sender ToSender() =>
        new()
        {
            Name = Name,
            Institution = Both(InstitutionEn, InstitutionFr),
            Portfolio = Both(PortfolioEn, PortfolioFr),
            Address = Both(AddressEn, AddressFr),
            Place = Both(PlaceEn, PlaceFr),
            Phone = Phone,
            Mailbox = Mailbox,
        };

    private static string? French(LocalizedText text) => text.Get("fr") is (var words, "fr") ? words : null;

    private static LocalizedText Both(string english, string? french) =>
        string.IsNullOrWhiteSpace(french)
            ? LocalizedText.InEnglish(english)
            : LocalizedText.InEnglish(english).With("fr", french);
}
