using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Demonstration;

/// <summary>What earlier steps have brought about, by the names that the year's file gives it.</summary>
internal sealed record YearSoFar(string RepliesFolder)
{
    public Dictionary<string, Guid> Campaigns { get; } = [];
    public Dictionary<string, Guid> Replies { get; } = [];
}

/// <summary>Where a step takes place: its time, the person who acts, and the record as it stands.</summary>
internal sealed class Scene(IServiceProvider services, YearSoFar year)
{
    public SecretariatDb Db { get; } = services.GetRequiredService<SecretariatDb>();

    public YearSoFar Year => year;

    public DateTimeOffset Now => The<TimeProvider>().Now();

    public Guid? ActorId => The<CurrentActor>().Actor.AccountId;

    public async Task ActAsAsync(string email, CancellationToken cancellationToken)
    {
        var account = await Db.Users.SingleAsync(a => a.Email == email, cancellationToken);
        The<CurrentActor>().Actor = new Actor(account.Id, account.Name);
    }

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>One round of work that follows at other times by the schedule.</summary>
    public Task<int> WorkAsync<TWork>(CancellationToken cancellationToken)
        where TWork : IWork => ActivatorUtilities.CreateInstance<TWork>(services).RunAsync(cancellationToken);

    public async Task<(Campaign Campaign, List<Letter> Letters)> CampaignAsync(string code, CancellationToken cancellationToken)
    {
        var campaign = await Db.Campaigns.SingleAsync(c => c.Id == year.Campaigns[code], cancellationToken);
        var letters = await Db
            .Letters.Where(l => l.CampaignId == campaign.Id)
            .OrderBy(l => l.Order)
            .ToListAsync(cancellationToken);
        return (campaign, letters);
    }

    public Task<Letter> LetterAsync(string campaign, string partner, CancellationToken cancellationToken) =>
        Db.Letters.SingleAsync(
            l => l.CampaignId == year.Campaigns[campaign] && Db.Partners.Any(p => p.Id == l.PartnerId && p.Code == partner),
            cancellationToken
        );

    /// <summary>The event of that title, as it was known at this time.</summary>
    public async Task<TimetableEntry> EventAsync(string title, CancellationToken cancellationToken)
    {
        var entries = await TimetableEntry.AllAsync(
            Db,
            AsOf.Today(The<TimeProvider>()),
            CultureInfo.InvariantCulture,
            cancellationToken
        );
        return entries.Single(e => e.Event.Title.ToString() == title);
    }

    public Task<Message> MessageAsync(string reply, CancellationToken cancellationToken) =>
        Db.Messages.SingleAsync(m => m.Id == year.Replies[reply], cancellationToken);

    /// <summary>What an officer answered to a message.</summary>
    public Task<OutgoingMessage> AnswerAsync(string reply, CancellationToken cancellationToken)
    {
        var purpose = $"{OutgoingMessage.ReplyPurpose}{year.Replies[reply]}/";
        return Db.Outbox.SingleAsync(m => m.Purpose.StartsWith(purpose), cancellationToken);
    }

    public Task<List<Proposal>> OpenProposalsAsync(Message message, CancellationToken cancellationToken) =>
        Db.Proposals.Where(p => p.MessageId == message.Id && p.DecidedAt == null).ToListAsync(cancellationToken);
}
