using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register;

/// <summary>The letters to the partner and the messages from it: each list newest first, and with pages of its own.</summary>
public sealed partial class PartnerRecordModel
{
    private const int PageSize = 20;

    public ListPage<LetterMade, Guid> Letters { get; private set; } = null!;

    public ListPage<MessageLine, PlaceInList> Messages { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? LettersBefore { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? LettersAfter { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlaceInList? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlaceInList? After { get; set; }

    /// <summary>Where the letters go on; the messages stay where they are.</summary>
    public string? LettersAt(string side, Guid? place) =>
        place is null ? null : Address("letters", (side, place), ("before", Before), ("after", After));

    /// <summary>Where the messages go on; the letters stay where they are.</summary>
    public string? MessagesAt(string side, PlaceInList? place) =>
        place is null
            ? null
            : Address("messages", ("lettersBefore", LettersBefore), ("lettersAfter", LettersAfter), (side, place));

    private string Address(string list, params (string Name, object? Place)[] places)
    {
        IEnumerable<(string Name, object? Place)> all = [.. places, ("asOf", IsAsOf ? Day : null)];
        var query = all.Where(p => p.Place is not null).Select(p => KeyValuePair.Create(p.Name, p.Place!.ToString()));
        return $"/office/partners/{Partner.Code}{QueryString.Create(query)}#{list}";
    }

    private async Task ReadCorrespondenceAsync(CancellationToken cancellationToken)
    {
        var end = Day.EndsAt;
        Letters = await db
            .Letters.Where(l => l.PartnerId == Partner.Id && (!IsAsOf || l.SentAt < end))
            .PageByKeyAsync(Shown, (LettersBefore, LettersAfter), PageSize, cancellationToken);
        Messages = await db
            .Messages.Where(m => m.PartnerId == Partner.Id && (!IsAsOf || m.ReceivedAt < end))
            .PageByTimeAsync(Shown, (Before, After), PageSize, cancellationToken);
    }

    private IQueryable<LetterMade> Shown(IQueryable<Letter> letters) =>
        from letter in letters
        join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
        select new LetterMade(letter.Id, letter.CampaignId, campaign.Title, letter.Reference, letter.SentAt);

    private static IQueryable<MessageLine> Shown(IQueryable<Message> messages) =>
        messages.Select(m => new MessageLine(m.Id, m.Subject, m.ReceivedAt));

    public sealed record LetterMade(Guid Id, Guid CampaignId, string Title, string? Reference, DateTimeOffset? SentAt)
        : IPlaced<Guid>
    {
        public Guid Place => Id;
    }

    public sealed record MessageLine(Guid Id, string Subject, DateTimeOffset ReceivedAt) : IPlaced<PlaceInList>
    {
        public PlaceInList Place => new(ReceivedAt, Id);
    }
}
