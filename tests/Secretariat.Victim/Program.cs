using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Secretariat;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

// Does one kind of work until nothing is left of it: the kill tests end it somewhere in the middle. Configured by the
// environment; says when it is ready, and begins at the first line that it hears.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
var record = new ServiceCollection().AddLogging();
App.AddRecord(record, configuration, Settings.Of(configuration));
await using var app = record.BuildServiceProvider();
await InScopeAsync(services => services.GetRequiredService<SecretariatDb>().Campaigns.AnyAsync());
Console.WriteLine("ready");
Console.ReadLine();

switch (args[0])
{
    case "fetch":
        await InScopeAsync(Work<FetchMail>);
        while (await InScopeAsync(Work<ReadMail>) > 0) { }
        break;
    case "letters":
        await InScopeAsync(DraftOneAsync);
        while (await InScopeAsync(ReleaseOneAsync)) { }
        await SendAsync();
        break;
    case "send":
        await SendAsync();
        break;
    default:
        throw new InvalidOperationException($"“{args[0]}” is no work.");
}

async Task SendAsync()
{
    while (await InScopeAsync(Work<SendMail>) > 0) { }
}

// What the drafter does: a campaign unless one is still on its way, and its submission.
async Task<bool> DraftOneAsync(IServiceProvider services)
{
    var db = services.GetRequiredService<SecretariatDb>();
    var campaign = await db.Campaigns.FirstOrDefaultAsync(c => c.Status != CampaignStatus.Released) ?? await MakeAsync();
    if (!campaign.IsDraft)
        return false;
    var maker = services.GetRequiredService<LetterMaker>();
    await maker.PrepareAsync(campaign, CancellationToken.None);
    var letters = await db.Letters.Where(l => l.CampaignId == campaign.Id).ToListAsync();
    campaign.Submit(letters, maker.Wording, Guid.CreateVersion7());
    await db.SaveAsync("Submit a campaign for signature");
    return true;

    async Task<Campaign> MakeAsync()
    {
        var day = new DateOnly(2024, 2, 29);
        var content = await services.GetRequiredService<TakeTimetable>().AsOfAsync(day, CancellationToken.None);
        var plan = new CampaignPlan("Follow-up", "follow-up", ["partner-country"], day, RegistrationFirst: false, content);
        var (made, _) = await services.GetRequiredService<DraftCampaign>().MakeAsync(plan, CancellationToken.None);
        await db.SaveAsync("Draft a campaign");
        return made;
    }
}

// What the signatory does, then the schedule, then the officer; goes on where a campaign stands.
async Task<bool> ReleaseOneAsync(IServiceProvider services)
{
    var db = services.GetRequiredService<SecretariatDb>();
    var open = db.Campaigns.Where(c => c.Status == CampaignStatus.Submitted || c.Status == CampaignStatus.SignedOff);
    if (await open.OrderBy(c => c.Id).FirstOrDefaultAsync() is not { } campaign)
        return false;
    var release = services.GetRequiredService<ReleaseCampaign>();
    if (campaign.Status is CampaignStatus.Submitted)
        await release.SignOffAsync(campaign, await LettersAsync(), Guid.CreateVersion7(), CancellationToken.None);
    await InScopeAsync(Work<FreezeLetters>);
    db.ChangeTracker.Clear();
    campaign = await db.Campaigns.SingleAsync(c => c.Id == campaign.Id);
    var letters = await LettersAsync();
    await release.ReleaseAsync(campaign, letters, letters.Count, null, CancellationToken.None);
    await SendAsync();
    return true;

    Task<List<Letter>> LettersAsync() => db.Letters.Where(l => l.CampaignId == campaign.Id).OrderBy(l => l.Order).ToListAsync();
}

static Task<int> Work<TWork>(IServiceProvider services)
    where TWork : class, IWork => ActivatorUtilities.CreateInstance<TWork>(services).RunAsync(CancellationToken.None);

async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
{
    await using var scope = app.CreateAsyncScope();
    return await act(scope.ServiceProvider);
}
