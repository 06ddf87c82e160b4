using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>A line of the table that is not there yet: a rank in another language, for a kind of partner or for a country, or the words of a note verbale.</summary>
[WritersOnly]
public sealed class NewFormOfAddressPage(SecretariatDb db, Text t) : PageModel
{
    [BindProperty, Required, Display(Name = "Rank")]
    public string Rank { get; set; } = "";

    [BindProperty, Required, Display(Name = "Language")]
    public string Language { get; set; } = "";

    [BindProperty, Required, Display(Name = "Country or kind of partner")]
    public string Scope { get; set; } = Salutations.AnyScope;

    [BindProperty]
    public AddressWordsForm Words { get; set; } = new();

    public IReadOnlyList<SelectListItem> RankOptions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Scopes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => OfferAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        Check(nameof(Rank), Rank, RankOptions);
        Check(nameof(Language), Language, Languages);
        Check(nameof(Scope), Scope, Scopes);
        if (await IsThereAsync(cancellationToken))
            ModelState.AddModelError("", t.Of("The table has this line already: change that one."));
        if (!ModelState.IsValid)
            return Page();
        var form = NewForm();
        foreach (var problem in new Salutations([form.ToRule()]).Problems)
            ModelState.AddModelError("", t.Of(problem));
        if (!ModelState.IsValid)
            return Page();
        db.FormsOfAddress.Add(form);
        await db.SaveAsync(Text.Key("Add a form of address"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect("/office/salutations");
    }

    private void Check(string name, string? chosen, IReadOnlyList<SelectListItem> options)
    {
        if (!string.IsNullOrEmpty(chosen) && options.All(option => option.Value != chosen))
            ModelState.AddModelError(name, t.Of("Choose one of the list."));
    }

    private FormOfAddress NewForm()
    {
        var words = Words.Over(new("", Rank, Language, Scope, new("", "", ""), new("", "", ""), ""));
        return new()
        {
            Rank = Rank,
            Language = Language,
            Scope = Scope,
            Salutation = words.Salutation,
            AddressLine = words.AddressLine,
            Close = words.Close,
        };
    }

    private Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        db.FormsOfAddress.AnyAsync(f => f.Rank == Rank && f.Language == Language && f.Scope == Scope, cancellationToken);

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var ranks = await db.FormsOfAddress.Select(f => f.Rank).Distinct().ToListAsync(cancellationToken);
        RankOptions = [.. Ranks.Options(ranks, t), new SelectListItem(t.Of(Ranks.InWords(Ranks.Institution)), Ranks.Institution)];
        var languages = await db.Languages.AsNoTracking().OrderBy(l => l.Order).ToListAsync(cancellationToken);
        Languages = [.. languages.Select(l => new SelectListItem(l.Name.In(t.Language.Code), l.Code))];
        Scopes = (await AddressScopes.ReadAsync(db, t, cancellationToken)).Options;
    }
}
