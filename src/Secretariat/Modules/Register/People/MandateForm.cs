using System.ComponentModel.DataAnnotations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Register.People;

/// <summary>A mandate as the form asks for one.</summary>
public sealed class MandateForm
{
    [Display(Name = "Role")]
    public MandateRole Role { get; set; } = MandateRole.ContactPoint;

    [Required, StringLength(200), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [StringLength(200), Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [Display(Name = "Form of address")]
    public AddressForm Form { get; set; }

    [Required, StringLength(300), Display(Name = "Function, in English")]
    public string Function { get; set; } = "";

    [OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [StringLength(50), Display(Name = "Telephone")]
    public string? Phone { get; set; }

    [Required, Display(Name = "Language")]
    public string Language { get; set; } = "en";

    public List<string> Strands { get; set; } = [];

    [MeantDay, Required, Display(Name = "Valid from")]
    public DateOnly? From { get; set; }

    [MeantDay, Display(Name = "Last day of the mandate")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Message")]
    public Guid? Message { get; set; }

    [Required, StringLength(500), Display(Name = "How we know")]
    public string Why { get; set; } = "";

    /// <summary>Which person of the record is meant: a key, or <see cref="WhoIsIt.SomebodyElse"/>.</summary>
    public string? Which { get; set; }

    /// <summary>Whether it takes the place of those who hold the role in the same strands; null while that is not said.</summary>
    public bool? Replaces { get; set; }

    public int? Version { get; set; }

    public Mandate ToMandate(Guid partnerId, Person person, IEnumerable<string> strands)
    {
        var mandate = new Mandate
        {
            PartnerId = partnerId,
            PersonId = person.Id,
            Person = person,
            Role = Role,
            Function = Function.Trim(),
            Language = Language,
            Strands = [.. strands.Where(Strands.Contains)],
            From = From!.Value,
            EvidenceMessageId = Message,
        };
        if (LastDay is { } last)
            mandate.End(last.AddDays(1));
        return mandate;
    }
}
