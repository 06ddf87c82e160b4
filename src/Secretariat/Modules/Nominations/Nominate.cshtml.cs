using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A nomination by form.</summary>
public sealed class NominateModel(SecretariatDb db, DeskMessage desk, Text t) : DeskForm(db, desk, t)
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

    protected override (string Subject, DeskAsk Ask) Write(IReadOnlyList<string> strands)
    {
        var person = new ProposedPerson(
            DeskWords.Line(PersonName),
            DeskWords.Line(Function),
            DeskWords.Line(Organisation),
            DeskWords.Line(Email),
            DeskWords.Line(Phone)
        );
        var (type, isAlternate) = (Replaces ? ProposalType.Replacement : ProposalType.Nomination, Role == Alternate);
        var asked = NominationWords.Lines(person, isAlternate, Replaces, strands);
        return ($"Nomination of {person.Name}", new DeskAsk(type, isAlternate, person, strands, asked));
    }
}

/// <summary>The words of the message, in English as the triage reads them.</summary>
public static class NominationWords
{
    public static IReadOnlyList<string> Lines(
        ProposedPerson person,
        bool isAlternate,
        bool replaces,
        IReadOnlyList<string> strands
    )
    {
        var role = isAlternate ? "alternate contact person" : "contact person";
        var lines = new List<string> { $"We nominate {person.Name} as our {role}." };
        if (replaces)
            lines.Add($"This person replaces our {role} named before.");
        lines.Add($"Function: {person.Function}");
        if (person.Organisation is not null)
            lines.Add($"Organisation: {person.Organisation}");
        lines.Add($"E-mail: {person.Email}");
        if (person.Phone is not null)
            lines.Add($"Phone: {person.Phone}");
        if (strands.Count > 0)
            lines.Add($"Strands of work: {string.Join(", ", strands)}");
        return lines;
    }
}
