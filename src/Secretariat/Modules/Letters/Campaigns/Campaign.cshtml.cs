using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>One campaign, and the step that it is at.</summary>
public sealed class CampaignPage(SecretariatDb db, ReadCampaign reading, Disclose disclose, IPdfRenderer pdf, Text t) : PageModel
{
    public CampaignView View { get; private set; } = null!;

    public Reason? WhyNoPdf => pdf.WhyUnavailable;

    public bool IsSignatory => Access.IsIn(User, Role.Signatory);

    public bool MayWrite => Access.MayWrite(User);

    /// <summary>The version of the campaign that the person sees.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    [BindProperty]
    public int? Count { get; set; }

    [BindProperty]
    public string? List { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        await disclose.SeenAsync(db, $"{Request.Path}", View.Addressees, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            (campaign, letters) => WhatIsLacking() ?? campaign.WhyNotSubmit(letters),
            async (campaign, letters) =>
            {
                campaign.Submit(letters, View.Wording, User.AccountId());
                await db.SaveAsync(Text.Key("Submit a campaign for signature"), cancellationToken: cancellationToken);
                return t.Of("The letters lie before the signatory.");
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostAddLetterAsync(
        Guid id,
        Guid partner,
        [FromServices] DraftCampaign draft,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            id,
            (campaign, _) => campaign.WhyNotEdit() ?? WhyNotAdd(partner),
            async (campaign, _) =>
            {
                await draft.AddAsync(campaign, partner, cancellationToken);
                await db.SaveAsync(Text.Key("Add a letter"), cancellationToken: cancellationToken);
                return t.Of("The letter is drafted.");
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostSignOffAsync(
        Guid id,
        [FromServices] ReleaseCampaign release,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            id,
            (campaign, _) => WhyNotSignatory() ?? campaign.WhyNotSignOff(User.AccountId()) ?? WhatIsLacking(),
            async (campaign, letters) =>
            {
                await release.SignOffAsync(campaign, letters, User.AccountId(), cancellationToken);
                return t.Of("Signed off. The letters have their numbers and are being made.");
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            (campaign, _) => WhyNotSignatory() ?? campaign.WhyNotSendBack(User.AccountId(), Because),
            async (campaign, _) =>
            {
                campaign.SendBack(User.AccountId(), Because!);
                await db.SaveAsync(Text.Key("Send a campaign back to its drafter"), Because, cancellationToken);
                return t.Of("Sent back to the drafter.");
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostMakeAgainAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            (_, letters) => letters.Any(l => l.WhyNotMakeAgain() is null) ? null : Text.Key("No letter waits to be made again."),
            async (_, letters) =>
            {
                foreach (var letter in letters.Where(l => l.WhyNotMakeAgain() is null))
                    letter.MakeAgain();
                await db.SaveAsync(Text.Key("Make letters again"), cancellationToken: cancellationToken);
                return t.Of("The letters are being made again.");
            },
            cancellationToken
        );

    public async Task<IActionResult> OnPostRegisterAsync(Guid id, CancellationToken cancellationToken)
    {
        var taken = await RegisteredNumbers.InAsync(db, List, cancellationToken);
        IReadOnlyList<Registration> entries = [];
        return await ActAsync(
            id,
            (_, letters) =>
            {
                (entries, var mistakes) = RegistrationList.Read(List ?? "", letters, View.Partners, taken, View.Today);
                foreach (var mistake in mistakes)
                    ModelState.AddModelError("", t.Of("Line {0}: {1}", mistake.Line, t.Of(mistake.Reason)));
                return mistakes.Count > 0 ? Text.Key("Nothing was registered.") : null;
            },
            async (_, _) =>
            {
                foreach (var entry in entries)
                    entry.Enter();
                await db.SaveAsync(Text.Key("Register letters"), cancellationToken: cancellationToken);
                return t.Of("Registered: {0}", entries.Count);
            },
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostReleaseAsync(
        Guid id,
        [FromServices] ReleaseCampaign release,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            id,
            (campaign, letters) => WhatIsLacking() ?? campaign.WhyNotRelease(letters, Count),
            async (campaign, letters) =>
            {
                await release.ReleaseAsync(campaign, letters, Count!.Value, cancellationToken);
                return t.Of("The letters are in the outbox: {0}", Count);
            },
            cancellationToken
        );

    /// <summary>What every step has in common: nothing on an older version, nothing against a rule, and then once.</summary>
    private async Task<IActionResult> ActAsync(
        Guid id,
        Func<Campaign, IReadOnlyList<Letter>, Reason?> whyNot,
        Func<Campaign, IReadOnlyList<Letter>, Task<string>> act,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == id, cancellationToken);
        if (campaign.Version != Version)
            return StatusCode(StatusCodes.Status409Conflict);
        var letters = await db.Letters.Where(l => l.CampaignId == id).OrderBy(l => l.Order).ToListAsync(cancellationToken);
        if (whyNot(campaign, letters) is { } reason)
        {
            ModelState.AddModelError("", t.Of(reason));
            return Page();
        }

        TempData["Done"] = await act(campaign, letters);
        return RedirectToPage(new { id });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, cancellationToken) is not { } view)
            return false;
        View = view;
        return true;
    }

    private Reason? WhyNotAdd(Guid partner) =>
        View.LeftOut.Any(r => r.PartnerId == partner && r.HasPrincipalNow)
            ? null
            : Text.Key("This partner has a letter already, or nobody in office to write to.");

    private Reason? WhatIsLacking() =>
        View.HasProblems ? Text.Key("Something is lacking in these letters: see below. Nothing was changed.") : null;

    private Reason? WhyNotSignatory() => IsSignatory ? null : Text.Key("Only a signatory decides here.");
}
