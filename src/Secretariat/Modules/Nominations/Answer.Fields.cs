using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Nominations;

/// <summary>What the form of an answer holds, and what it asks for.</summary>
public sealed partial class AnswerModel
{
    private const string Alternate = "alternate";

    /// <summary>Served with the form and sent back with it: a second click sends the same message.</summary>
    [BindProperty]
    public Guid FormToken { get; set; } = Guid.CreateVersion7();

    [BindProperty, Required, StringLength(120), Display(Name = "Your name")]
    public string YourName { get; set; } = "";

    [BindProperty, Required, StringLength(160), Display(Name = "Your function")]
    public string YourFunction { get; set; } = "";

    [BindProperty, Required, EmailAddress, StringLength(254), Display(Name = "Your e-mail address")]
    public string YourEmail { get; set; } = "";

    [BindProperty, StringLength(120), Display(Name = "Name")]
    public string? PersonName { get; set; }

    [BindProperty, StringLength(160), Display(Name = "Function")]
    public string? Function { get; set; }

    [BindProperty, StringLength(160), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [BindProperty, EmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [BindProperty, StringLength(40), Display(Name = "Phone")]
    public string? Phone { get; set; }

    [BindProperty]
    public string Role { get; set; } = "principal";

    [BindProperty]
    public bool Replaces { get; set; }

    [BindProperty]
    public List<string> PersonStrands { get; set; } = [];

    [BindProperty]
    public List<string> Interested { get; set; } = [];

    [BindProperty]
    public List<string> Declined { get; set; } = [];

    [BindProperty, StringLength(2000)]
    public string? Remark { get; set; }

    public IEnumerable<SelectListItem> Roles =>
        [new(t.Of("Contact point"), "principal"), new(t.Of("Alternate contact point"), Alternate)];

    private ProposedPerson Person =>
        new(
            FormAsk.Line(PersonName),
            FormAsk.Line(Function),
            FormAsk.Line(Organisation),
            FormAsk.Line(Email),
            FormAsk.Line(Phone)
        );

    private bool NamesSomebody => Person != new ProposedPerson(null, null, null, null, null);

    private void Check()
    {
        if (!string.IsNullOrWhiteSpace(YourEmail) && !EmailAddress.CanSend(YourEmail.Trim()))
            ModelState.AddModelError(nameof(YourEmail), t.Of("Write one e-mail address, such as name@ministry.example."));
        if (!string.IsNullOrWhiteSpace(Email) && !EmailAddress.IsOne(Email.Trim()))
            ModelState.AddModelError(nameof(Email), t.Of("Write one e-mail address, such as name@ministry.example."));
        if (NamesSomebody)
        {
            Need(Person.Name, nameof(PersonName), "Name");
            Need(Person.Function, nameof(Function), "Function");
            Need(Person.Email, nameof(Email), "E-mail address");
        }

        if (Interested.Intersect(Declined, StringComparer.Ordinal).Any())
            ModelState.AddModelError(nameof(Declined), t.Of("Choose for each strand whether you take part or not."));
        if (PersonStrands.Concat(Interested).Concat(Declined).Any(s => StrandOptions.All(o => o.Value != s)))
            ModelState.AddModelError(nameof(Interested), t.Of("Choose among the strands of work."));
        if (!NamesSomebody && Interested.Count + Declined.Count == 0 && string.IsNullOrWhiteSpace(Remark))
            ModelState.AddModelError(nameof(PersonName), t.Of("Name a person, choose strands of work, or write a remark."));
    }

    private void Need(string? value, string field, string name)
    {
        if (value is null)
            ModelState.AddModelError(field, t.Of("{0} is missing.", t.Of(name)));
    }

    private IEnumerable<FormAsk> Asks()
    {
        if (NamesSomebody)
            yield return FormAsk.Nominates(Person, Role == Alternate, Replaces, Known(PersonStrands));
        if (Interested.Count > 0)
            yield return FormAsk.TakesPart(Known(Interested));
        if (Declined.Count > 0)
            yield return FormAsk.Declines(Known(Declined));
    }

    private List<string> Known(List<string> chosen) => [.. StrandOptions.Select(o => o.Value).Where(chosen.Contains)];

    private IEnumerable<string> Signature() => [FormAsk.Line(YourName)!, FormAsk.Line(YourFunction)!];
}
