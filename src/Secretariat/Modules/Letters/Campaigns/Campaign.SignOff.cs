using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>The signatory signs off, or sends back and says why.</summary>
public sealed partial class CampaignPage
{
    [BindProperty]
    public string? Because { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

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

    public Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            (campaign, _) => campaign.WhyNotCheck(User.AccountId()) ?? WhatIsLacking(),
            async (campaign, _) =>
            {
                campaign.Check(User.AccountId(), time.Now());
                await db.SaveAsync(Text.Key("Check a campaign"), cancellationToken: cancellationToken);
                return t.Of("The letters are noted as checked.");
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostCommentAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            (_, _) =>
                string.IsNullOrWhiteSpace(Comment) ? Text.Key("Write the comment.")
                : Comment.Length > CampaignComment.Longest ? Text.Key("The comment is too long.")
                : null,
            async (campaign, _) =>
            {
                db.CampaignComments.Add(
                    new CampaignComment
                    {
                        CampaignId = campaign.Id,
                        AuthorId = User.AccountId()!.Value,
                        At = time.Now(),
                        Words = Comment!.Trim(),
                    }
                );
                await db.SaveAsync(Text.Key("Comment on a campaign"), cancellationToken: cancellationToken);
                return t.Of("The comment is noted.");
            },
            cancellationToken,
            onAnyVersion: true
        );

    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(
            id,
            // Whoever checks can send back as well.
            (campaign, _) =>
                (campaign.CheckFirst ? null : WhyNotSignatory()) ?? campaign.WhyNotSendBack(User.AccountId(), Because),
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
