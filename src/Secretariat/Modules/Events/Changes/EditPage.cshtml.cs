using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>What the public page tells of an event: its aim, a quotation, figures, practical information, where more is told.</summary>
[WritersOnly]
public sealed class EditPageModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> FigureOptions { get; private set; } = [];

    [BindProperty, StringLength(1000), Display(Name = "Aim, in English")]
    public string? AimEn { get; set; }

    [BindProperty, StringLength(1000), Display(Name = "Aim, in French")]
    public string? AimFr { get; set; }

    [BindProperty, StringLength(1000), Display(Name = "Quotation, in English")]
    public string? QuotationEn { get; set; }

    [BindProperty, StringLength(1000), Display(Name = "Quotation, in French")]
    public string? QuotationFr { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Who said it")]
    public string? By { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Function, in English")]
    public string? FunctionEn { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Function, in French")]
    public string? FunctionFr { get; set; }

    [BindProperty, StringLength(500), Display(Name = "Source")]
    public string? QuotationSource { get; set; }

    [BindProperty, Display(Name = "Facts and figures")]
    public List<string> Figures { get; set; } = [];

    [BindProperty, StringLength(5000), Display(Name = "Practical information, in English")]
    public string? PracticalEn { get; set; }

    [BindProperty, StringLength(5000), Display(Name = "Practical information, in French")]
    public string? PracticalFr { get; set; }

    [BindProperty, StringLength(3000), Display(Name = "More information")]
    public string? More { get; set; }

    /// <summary>The event that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var details = Entry.Event.Details;
        (AimEn, AimFr) = Both(details.Aim);
        (QuotationEn, QuotationFr) = Both(details.Quotation?.Words);
        (By, QuotationSource) = (details.Quotation?.By, details.Quotation is { Sources: [var source, ..] } ? source : null);
        (FunctionEn, FunctionFr) = Both(details.Quotation?.Function);
        (PracticalEn, PracticalFr) = Both(details.Practical);
        Figures = [.. details.Figures];
        More = string.Join('\n', details.More.Select(l => $"{l.Address} {l.Title.In("en")}"));
        Version = Entry.Event.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        Check();
        var links = Links();
        if (!ModelState.IsValid)
            return Page();
        var e = await db.Events.SingleAsync(e => e.Code == code, cancellationToken);
        db.Expect(e, Version);
        var before = e.Details;
        e.Details = e.Details with
        {
            Aim = LocalizedText.Rewritten(before.Aim, AimEn, AimFr),
            Quotation = string.IsNullOrWhiteSpace(QuotationEn)
                ? null
                : new(
                    LocalizedText.Rewritten(before.Quotation?.Words, QuotationEn, QuotationFr)!,
                    OneLine.Of(By!.Trim()),
                    LocalizedText.Rewritten(before.Quotation?.Function, FunctionEn, FunctionFr)!
                )
                {
                    // Only the first one stands in the form.
                    Sources = [QuotationSource!.Trim(), .. (before.Quotation?.Sources ?? []).Skip(1)],
                },
            Figures = ChosenCodes.Of(before.Figures, FigureOptions, Figures),
            Practical = LocalizedText.Rewritten(before.Practical, PracticalEn, PracticalFr),
            More =
            [
                .. links.Select(l => before.More.FirstOrDefault(b => b.Address == l.Address && IsSame(b.Title, l.Title)) ?? l),
            ],
        };
        await db.SaveAsync(Text.Key("Write what the page of an event tells"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The page of the event has changed.");
        return Redirect($"/office/events/{code}");
    }

    private void Check()
    {
        foreach (var (field, english, french) in Pairs())
            if (string.IsNullOrWhiteSpace(english) && !string.IsNullOrWhiteSpace(french))
                ModelState.AddModelError(
                    field,
                    t.Of("Write it in English too: that is what readers of other languages are shown.")
                );
        if (string.IsNullOrWhiteSpace(QuotationEn))
        {
            if (!string.IsNullOrWhiteSpace($"{By}{FunctionEn}{QuotationSource}"))
                ModelState.AddModelError(
                    nameof(QuotationEn),
                    t.Of("Write what was said, or leave name, function and source empty.")
                );
            return;
        }

        foreach (var (field, value) in new[] { (nameof(By), By), (nameof(FunctionEn), FunctionEn) })
            if (string.IsNullOrWhiteSpace(value))
                ModelState.AddModelError(field, t.Of("A quotation needs the name and the function of who said it."));
        if (string.IsNullOrWhiteSpace(QuotationSource))
            ModelState.AddModelError(nameof(QuotationSource), t.Of("Say where these words stand."));
    }

    private IEnumerable<(string Field, string? English, string? French)> Pairs() =>
        [
            (nameof(AimEn), AimEn, AimFr),
            (nameof(QuotationEn), QuotationEn, QuotationFr),
            (nameof(FunctionEn), FunctionEn, FunctionFr),
            (nameof(PracticalEn), PracticalEn, PracticalFr),
        ];

    private List<EventLink> Links()
    {
        var links = new List<EventLink>();
        foreach (var line in (More ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (
                line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var address, { Length: > 0 } title]
                && Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && uri.Scheme is "https" or "http"
            )
                links.Add(new(LocalizedText.InEnglish(title), uri.AbsoluteUri));
            else
                ModelState.AddModelError(
                    nameof(More),
                    t.Of("“{0}” is no address with a title after it, such as https://example.org Press release.", line)
                );
        return links;
    }

    private static (string? English, string? French) Both(LocalizedText? text) => (text?.Written("en"), text?.Written("fr"));

    private static bool IsSame(LocalizedText one, LocalizedText other) => one.In("en") == other.In("en");

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        var figures = await db.Figures.AsNoTracking().OrderBy(f => f.Code).ToListAsync(cancellationToken);
        FigureOptions = figures.ConvertAll(f => new SelectListItem(f.Summary.In(t.Language.Code) + $" ({f.Vintage})", f.Code));
        return true;
    }
}
