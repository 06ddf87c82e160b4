using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A nomination by form.</summary>
public sealed class NominateModel(SecretariatDb db, FormMessage forms, Text t) : DeskForm(db, forms, t)
{
    private const string Alternate = "alternate";

    [BindProperty, Required, StringLength(120), Display(Name = "Name")]
    public string PersonName { get; set; } = "";

    [BindProperty, Required, StringLength(160), Display(Name = "Function")]
    public string Function { get; set; } = "";

    [BindProperty, StringLength(160), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [BindProperty, Required, EmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    [BindProperty, StringLength(40), Display(Name = "Phone")]
    public string? Phone { get; set; }

    [BindProperty]
    public string Role { get; set; } = "principal";

    [BindProperty]
    public bool Replaces { get; set; }

    public IEnumerable<SelectListItem> Roles =>
        [new(T.Of("Contact point"), "principal"), new(T.Of("Alternate contact point"), Alternate)];

    protected override bool NeedsStrand => false;

    protected override (string Subject, FormAsk Ask) Write(IReadOnlyList<string> strands)
    {
        var person = new ProposedPerson(
            FormAsk.Line(PersonName),
            FormAsk.Line(Function),
            FormAsk.Line(Organisation),
            FormAsk.Line(Email),
            FormAsk.Line(Phone)
        );
        return ($"Nomination of {person.Name}", FormAsk.Nominates(person, Role == Alternate, Replaces, strands));
    }
}
