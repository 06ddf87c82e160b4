using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A nomination by form: a message like any other, with the same triage and result as by mail.</summary>
public sealed class NominateModel(SecretariatDb db, DeskMessage desk, Text t) : DeskPage(db)
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

    [BindProperty]
    public List<string> Strands { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Letter { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Remark { get; set; }

    public IReadOnlyList<SelectListItem> StrandOptions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Letters { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles =>
        [new(t.Of("Contact point"), "principal"), new(t.Of("Alternate contact point"), Alternate)];

    public Task OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var answers = await ThreadOfAsync(Letter, cancellationToken);
        if (Letter is not null && answers is null)
            ModelState.AddModelError(nameof(Letter), t.Of("Choose a letter that was sent to you."));
        if (Strands.Exists(s => StrandOptions.All(o => o.Value != s)))
            ModelState.AddModelError(nameof(Strands), t.Of("Choose among the strands of work."));
        if (!ModelState.IsValid)
            return Page();
        var account = await AccountAsync(cancellationToken);
        var message = await desk.TakeInAsync(account, PartnerId, LetterFrom(answers), cancellationToken);
        return Redirect($"/desk/sent/{message.Id}");
    }

    private DeskLetter LetterFrom(Correspondence.Thread? answers)
    {
        var person = new ProposedPerson(
            DeskWords.Line(PersonName),
            DeskWords.Line(Function),
            DeskWords.Line(Organisation),
            DeskWords.Line(Email),
            DeskWords.Line(Phone)
        );
        var (isAlternate, strands) = (Role == Alternate, Strands.Distinct(StringComparer.Ordinal).ToList());
        var asked = NominationWords.Lines(person, isAlternate, Replaces, strands);
        List<string> lines = [.. asked];
        if (!string.IsNullOrWhiteSpace(Remark))
            lines.AddRange(["", .. Remark.ReplaceLineEndings("\n").Split('\n').Select(l => DeskWords.Line(l) ?? "")]);
        var type = Replaces ? ProposalType.Replacement : ProposalType.Nomination;
        return new DeskLetter(
            $"Nomination of {person.Name}",
            lines,
            new DeskAsk(type, isAlternate, person, strands, asked),
            answers,
            FormToken
        );
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        StrandOptions = await StrandsAsync(t.Language.Code, cancellationToken);
        Letters = await LetterOptionsAsync(Letter, cancellationToken);
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
