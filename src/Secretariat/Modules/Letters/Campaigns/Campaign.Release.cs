using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>After the sign-off: letters are made, registered and released.</summary>
public sealed partial class CampaignPage
{
    /// <summary>How many letters leave, restated by whoever releases them.</summary>
    [BindProperty]
    public int? Count { get; set; }

    /// <summary>The day on which they leave, where that is not at once.</summary>
    [BindProperty]
    public DateOnly? LeaveOn { get; set; }

    /// <summary>The hour in Brussels; nine o’clock where none is given.</summary>
    [BindProperty]
    public TimeOnly? LeaveAt { get; set; }

    /// <summary>The numbers under which letters are registered, a line each.</summary>
    [BindProperty]
    public string? List { get; set; }

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
            (campaign, letters) => WhatIsLacking() ?? WhyNotThen() ?? campaign.WhyNotRelease(letters, Count),
            async (campaign, letters) =>
            {
                await release.ReleaseAsync(campaign, letters, Count!.Value, Then, cancellationToken);
                return t.Of("The letters are in the outbox: {0}", Count);
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostCallBackAsync(
        Guid id,
        [FromServices] ReleaseCampaign release,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            id,
            (campaign, letters) =>
                campaign.WhyNotCallBack(letters, time.Now())
                ?? (string.IsNullOrWhiteSpace(Because) ? Text.Key("Say why the letters are called back.") : null),
            async (campaign, letters) =>
            {
                await release.CallBackAsync(campaign, letters, Because!, cancellationToken);
                return t.Of("The letters are called back: none has left.");
            },
            cancellationToken
        );

    /// <summary>When the letters leave; null: at once.</summary>
    private DateTimeOffset? Then => LeaveOn is { } day ? Clock.InstantOf(day.ToDateTime(LeaveAt ?? new TimeOnly(9, 0))) : null;

    private Reason? WhyNotThen() =>
        LeaveOn is null && LeaveAt is not null ? Text.Key("Say on which day the letters leave.")
        : Then <= time.Now()
            ? Text.Key("This moment has passed. Choose a later one, or leave day and hour empty to send at once.")
        : Then > time.Now().AddDays(90) ? Text.Key("The letters would leave in more than 90 days. Choose an earlier day.")
        : null;
}
