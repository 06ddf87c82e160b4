using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>A partner becomes one of another kind, or stays what it was.</summary>
public sealed partial class EditPartnerModel
{
    /// <summary>The process, which the partner's timeline tells by its day instead.</summary>
    internal static readonly string ChangingKind = Text.Key("Change the kind of a partner");

    [BindProperty]
    public string? Kind { get; set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>What it is called that the partner was before its last change of kind.</summary>
    public string? KindBefore => Partner.LastChange() is { } last ? Kinds.First(k => k.Value == last.KindCode).Text : null;

    public async Task<IActionResult> OnPostKindAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (Kinds.All(k => k.Value != Kind))
            ModelState.AddModelError(nameof(Kind), t.Of("Choose a kind."));
        CheckDay();
        CheckReason();
        if (!string.IsNullOrWhiteSpace(OwnName))
            Partner.OwnName = OwnName.Trim();
        if (ModelState.IsValid && Partner.WhyNotBecome(Kind!, From!.Value, time.Today()) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Partner.Become(Kind!, From!.Value);
        db.Add(Partner.KindsBefore[^1]);
        return await SavedAsync(ChangingKind, cancellationToken);
    }

    /// <summary>The last change of kind was entered by mistake.</summary>
    public async Task<IActionResult> OnPostStayAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        CheckReason();
        if (Partner.WhyNotStay() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Partner.Stay();
        return await SavedAsync(Text.Key("Take back a change of kind"), cancellationToken);
    }
}
