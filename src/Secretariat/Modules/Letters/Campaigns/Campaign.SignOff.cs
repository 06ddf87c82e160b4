using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>The signatory signs off, or sends back and says why.</summary>
public sealed partial class CampaignPage
{
    [BindProperty]
    public string? Because { get; set; }

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

    private Reason? WhyNotSignatory() => IsSignatory ? null : Text.Key("Only a signatory decides here.");
}
