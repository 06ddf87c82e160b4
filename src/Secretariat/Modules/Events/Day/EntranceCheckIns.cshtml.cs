using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>
/// A device tells what it has noted and hears what others have. Its link is all that it shows, and no browser sends that by itself: so
/// there is no token against forgery, which would have run out on a device that was away.
/// </summary>
[IgnoreAntiforgeryToken, RequestSizeLimit(500_000)]
public sealed class EntranceCheckInsModel(
    SecretariatDb db,
    RegistrationLinks links,
    TakeCheckIns take,
    CurrentActor current,
    TimeProvider time,
    Text t
) : EntranceModel(db, links, current, time)
{
    /// <param name="Since">As it was told before; null for everything.</param>
    public sealed record Sent(DateTimeOffset? Since, IReadOnlyList<SentCheckIn>? CheckIns);

    public sealed record Told(DateTimeOffset Since, IReadOnlyList<SentCheckIn> CheckIns, IReadOnlyList<RefusedCheckIn> Refused);

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync([FromBody] Sent? sent, CancellationToken cancellationToken)
    {
        if (sent is null || !ModelState.IsValid || sent.CheckIns is { Count: > TakeCheckIns.MostAtOnce })
            return BadRequest(t.Of("Send at most {0} check-ins at once, as JSON.", TakeCheckIns.MostAtOnce));
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        var refused = await take.RunAsync(Entrance, sent.CheckIns ?? [], cancellationToken);
        var (news, since) = await take.NewsAsync(Entrance.EventId, sent.Since, cancellationToken);
        return new JsonResult(new Told(since, news, refused));
    }
}
