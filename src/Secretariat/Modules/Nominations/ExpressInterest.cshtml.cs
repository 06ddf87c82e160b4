using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>An expression of interest by form, as a message.</summary>
public sealed class ExpressInterestModel(SecretariatDb db, DeskMessage desk, Text t) : DeskPage(db)
{
    [BindProperty]
    public List<string> Strands { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Letter { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Remark { get; set; }

    public IReadOnlyList<SelectListItem> StrandOptions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Letters { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var answers = await ThreadOfAsync(Letter, cancellationToken);
        if (Letter is not null && answers is null)
            ModelState.AddModelError(nameof(Letter), t.Of("Choose a letter that was sent to you."));
        if (Strands.Count == 0 || Strands.Exists(s => StrandOptions.All(o => o.Value != s)))
            ModelState.AddModelError(nameof(Strands), t.Of("Choose among the strands of work."));
        if (!ModelState.IsValid)
            return Page();
        var account = await AccountAsync(cancellationToken);
        var message = await desk.TakeInAsync(account, PartnerId, LetterFrom(answers), cancellationToken);
        return Redirect($"/desk/sent/{message.Id}");
    }

    private DeskLetter LetterFrom(Correspondence.Thread? answers)
    {
        var strands = Strands.Distinct(StringComparer.Ordinal).ToList();
        var asked = $"We wish to take part in these strands of work: {string.Join(", ", strands)}.";
        List<string> lines = [asked];
        if (!string.IsNullOrWhiteSpace(Remark))
            lines.AddRange(["", .. Remark.ReplaceLineEndings("\n").Split('\n').Select(l => DeskWords.Line(l) ?? "")]);
        return new DeskLetter(
            "Expression of interest",
            lines,
            new DeskAsk(ProposalType.Interest, false, null, strands, [asked]),
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
