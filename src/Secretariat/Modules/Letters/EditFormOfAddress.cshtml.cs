using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>One line of the table of forms of address.</summary>
public sealed class EditFormOfAddressPage(SecretariatDb db, Text t) : PageModel
{
    public FormOfAddress Form { get; private set; } = null!;

    /// <summary>For whom it stands, in words.</summary>
    public string Scope { get; private set; } = "";

    [BindProperty]
    public AddressWordsForm Words { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } form)
            return NotFound();
        await ShowAsync(form, cancellationToken);
        Words = AddressWordsForm.Of(form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } form)
            return NotFound();
        await ShowAsync(form, cancellationToken);
        if (ModelState.IsValid)
        {
            foreach (var problem in new Salutations([Words.Over(form.ToRule())]).Problems)
                ModelState.AddModelError("", t.Of(problem));
        }

        if (!ModelState.IsValid)
            return Page();
        db.Expect(form, Version);
        var rule = Words.Over(form.ToRule());
        (form.Salutation, form.AddressLine, form.Close) = (rule.Salutation, rule.AddressLine, rule.Close);
        await db.SaveAsync(Text.Key("Change a form of address"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect("/office/salutations");
    }

    private async Task ShowAsync(FormOfAddress form, CancellationToken cancellationToken) =>
        (Form, Scope) = (form, (await AddressScopes.ReadAsync(db, t, cancellationToken)).InWords(form.Scope));

    private Task<FormOfAddress?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.FormsOfAddress.SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
}

/// <summary>The words of one line of the table.</summary>
public sealed class AddressWordsForm
{
    [Required, StringLength(300), Display(Name = "Salutation, female form")]
    public string SalutationFemale { get; set; } = "";

    [Required, StringLength(300), Display(Name = "Salutation, male form")]
    public string SalutationMale { get; set; } = "";

    [Required, StringLength(300), Display(Name = "Salutation, form not known")]
    public string SalutationUnknown { get; set; } = "";

    [Required, StringLength(600), Display(Name = "Address line, female form")]
    public string LineFemale { get; set; } = "";

    [Required, StringLength(600), Display(Name = "Address line, male form")]
    public string LineMale { get; set; } = "";

    [Required, StringLength(600), Display(Name = "Address line, form not known")]
    public string LineUnknown { get; set; } = "";

    [Required, StringLength(600), Display(Name = "Close")]
    public string Close { get; set; } = "";

    public static AddressWordsForm Of(FormOfAddress form) =>
        new()
        {
            SalutationFemale = form.Salutation.Female,
            SalutationMale = form.Salutation.Male,
            SalutationUnknown = form.Salutation.Unknown,
            LineFemale = form.AddressLine.Female,
            LineMale = form.AddressLine.Male,
            LineUnknown = form.AddressLine.Unknown,
            Close = form.Close,
        };

    public SalutationRule Over(SalutationRule rule) =>
        rule with
        {
            Salutation = new AddressForms(SalutationFemale, SalutationMale, SalutationUnknown),
            AddressLine = new AddressForms(LineFemale, LineMale, LineUnknown),
            Close = Close,
        };
}
