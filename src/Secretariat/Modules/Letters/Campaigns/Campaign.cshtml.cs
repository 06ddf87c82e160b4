using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>One campaign, and the step that it is at.</summary>
public sealed partial class CampaignPage(
    SecretariatDb db,
    ReadCampaign reading,
    Disclose disclose,
    WriteLetterFiles files,
    TimeProvider time,
    Text t
) : PageModel
{
    public CampaignView View { get; private set; } = null!;

    public IReadOnlyList<(CampaignComment Comment, string Author)> Comments { get; private set; } = [];

    /// <summary>Who has checked the letters; null while nobody has.</summary>
    public string? CheckedBy { get; private set; }

    public DateTimeOffset Now => time.Now();

    /// <summary>Why letters of the campaign leave without a PDF, or null.</summary>
    public Reason? WhyNoPdf =>
        View
            .Leaving.Select(r => r.Made.Document)
            .OfType<LetterDocument>()
            .Select(files.WhyNoPdf)
            .FirstOrDefault(r => r is not null);

    public bool IsSignatory => Access.IsIn(User, Role.Signatory);

    public bool MayWrite => Access.MayWrite(User);

    /// <summary>What was typed could not be saved, and the step for which it was typed may be gone.</summary>
    public bool IsLate { get; private set; }

    /// <summary>The version of the campaign that the person sees.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        var looksAgain = Request.Headers.ContainsKey("X-Looks-Again");
        await disclose.SeenAsync(db, $"{Request.Path}", View.Addressees, cancellationToken, looksAgain);
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

    /// <summary>What every step has in common: nothing on an older version, nothing against a rule, and then once.</summary>
    /// <param name="onAnyVersion">For what contradicts nothing that somebody else may have changed.</param>
    private async Task<IActionResult> ActAsync(
        Guid id,
        Func<Campaign, IReadOnlyList<Letter>, Reason?> whyNot,
        Func<Campaign, IReadOnlyList<Letter>, Task<string>> act,
        CancellationToken cancellationToken,
        bool onAnyVersion = false
    )
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == id, cancellationToken);
        if (!onAnyVersion && campaign.Version != Version)
            return Late();
        var letters = await db.Letters.Where(l => l.CampaignId == id).OrderBy(l => l.Order).ToListAsync(cancellationToken);
        if (whyNot(campaign, letters) is { } reason)
        {
            ModelState.AddModelError("", t.Of(reason));
            return Page();
        }

        try
        {
            TempData["Done"] = await act(campaign, letters);
            return RedirectToPage(new { id });
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody decided between our look and our save.
            db.ChangeTracker.Clear();
            return await ReadAsync(id, cancellationToken) ? Late() : NotFound();
        }
    }

    /// <summary>What was typed stays on the page, which shows the campaign as it is now.</summary>
    private PageResult Late()
    {
        ModelState.Remove(nameof(Version));
        ModelState.AddModelError(
            "",
            t.Of(
                "Somebody else has changed this campaign meanwhile. It is shown as it is now, and what you typed is kept: look again, then do it once more."
            )
        );
        (IsLate, Response.StatusCode) = (true, StatusCodes.Status409Conflict);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, cancellationToken) is not { } view)
            return false;
        View = view;
        var comments = await db
            .CampaignComments.AsNoTracking()
            .Where(c => c.CampaignId == id)
            .OrderBy(c => c.Id)
            .Join(db.Users, c => c.AuthorId, a => a.Id, (c, a) => new { Comment = c, a.Name })
            .ToListAsync(cancellationToken);
        Comments = [.. comments.Select(c => (c.Comment, c.Name))];
        if (view.Campaign.CheckedById is { } checker)
            CheckedBy = await db.Users.Where(a => a.Id == checker).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken);
        return true;
    }

    private Reason? WhyNotAdd(Guid partner) =>
        View.LeftOut.Any(r => r.PartnerId == partner && r.HasPrincipalNow)
            ? null
            : Text.Key("This partner has a letter already, or nobody in office to write to.");

    private Reason? WhatIsLacking() =>
        View.HasProblems ? Text.Key("Something is lacking in these letters: see below. Nothing was changed.") : null;
}
