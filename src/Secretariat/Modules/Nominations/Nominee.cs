using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Nominations;

/// <summary>The part of a form that names a person and their role; it may be left empty.</summary>
public class Nominee
{
    public const string Principal = "principal";
    public const string Alternate = "alternate";

    /// <summary>Whether the form asks nothing without a person.</summary>
    public virtual bool IsNeeded => false;

    [StringLength(120), Display(Name = "Name")]
    public string? PersonName { get; set; }

    [StringLength(160), Display(Name = "Function")]
    public string? Function { get; set; }

    [StringLength(160), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [StringLength(40), Display(Name = "Phone")]
    public string? Phone { get; set; }

    public string Role { get; set; } = Principal;

    public bool Replaces { get; set; }

    public bool IsNamed => Person != new ProposedPerson(null, null, null, null, null);

    /// <summary>What the message is about that names them.</summary>
    public string Subject => $"Nomination of {Person.Name}";

    private ProposedPerson Person =>
        new(
            FormAsk.Line(PersonName),
            FormAsk.Line(Function),
            FormAsk.Line(Organisation),
            FormAsk.Line(Email),
            FormAsk.Line(Phone)
        );

    public FormAsk Ask(IReadOnlyList<string> strands) => FormAsk.Nominates(Person, Role == Alternate, Replaces, strands);

    /// <summary>Whoever is named has a name, a function and an address.</summary>
    public void Check(ModelStateDictionary form, Text t)
    {
        if (!IsNeeded && !IsNamed)
            return;
        Need(Person.Name, nameof(PersonName), t.Of("Name"));
        Need(Person.Function, nameof(Function), t.Of("Function"));
        Need(Person.Email, nameof(Email), t.Of("E-mail address"));

        void Need(string? value, string field, string name)
        {
            if (value is null)
                form.AddModelError(field, t.Of("{0} is missing.", name));
        }
    }
}

/// <summary>The same where somebody has to be named.</summary>
public sealed class NeededNominee : Nominee
{
    public override bool IsNeeded => true;
}
