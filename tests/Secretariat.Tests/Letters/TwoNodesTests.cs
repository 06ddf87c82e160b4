using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Formats.Smtp;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;
using Secretariat.Platform.Pdf;

namespace Secretariat.Tests.Letters;

/// <summary>Two nodes on one database sign off, make, release and send the same 200 letters at once: in one go, or in campaigns of ten.</summary>
[Trait("Needs", "Database")]
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const int Letters = 200;

    private readonly TestFolder folder = new();
    private readonly Postbox post = new();
    private WebApplication[] nodes = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var database = await TestDatabase.CopyAsync(folder.Path);
        // All ask at once, and the server has other tests to serve: they wait for a connection, as they would in an office.
        if (TestDatabase.IsPostgres)
            database += ";Maximum Pool Size=20;Timeout=600";
        nodes = [Node(database), Node(database)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>SQLite has one writer: two hundred at the same moment would only wait for each other.</summary>
    public static TheoryData<int> Campaigns => TestDatabase.IsPostgres ? [1, 10] : [10];

    /// <param name="together">How many letters a campaign has; campaigns of several go to the same partners.</param>
    [Theory]
    [MemberData(nameof(Campaigns))]
    public async Task Two_hundred_letters_have_one_number_and_one_message_each(int together)
    {
        var campaigns = await DraftAsync(together);

        await OnBothAsync(campaigns, SignOffAsync);
        var numbered = await LettersAsync();
        Assert.All(numbered, l => Assert.Equal(LetterStatus.Numbered, l.Status));
        await WorkOnBothAsync<FreezeLetters>();
        Assert.All(await LettersAsync(), l => Assert.Equal(LetterStatus.Frozen, l.Status));
        await OnBothAsync(campaigns, ReleaseAsync);
        await WorkOnBothAsync<SendMail>();

        var letters = await LettersAsync();
        var year = letters[0].SignedOn!.Value.Year;
        Assert.Equal(
            Enumerable.Range(1, Letters).Select(n => $"GA-{year}-{n:0000}"),
            letters.Select(l => l.Reference).Order(StringComparer.Ordinal)
        );
        Assert.Equal(numbered.Select(l => (l.Id, l.Reference)), letters.Select(l => (l.Id, l.Reference)));
        Assert.All(letters.GroupBy(l => l.CampaignId), AreInTheirOrder);
        Assert.All(letters, l => Assert.Equal(LetterStatus.Sent, l.Status));
        await HasOneMessageEachAsync(letters);
    }

    /// <summary>Within a campaign the numbers follow each other in protocol order.</summary>
    private static void AreInTheirOrder(IEnumerable<Letter> campaign)
    {
        var numbers = campaign.OrderBy(l => l.Order).Select(l => int.Parse(l.Reference![^4..], null)).ToList();
        Assert.Equal(Enumerable.Range(numbers[0], numbers.Count), numbers);
    }

    private async Task HasOneMessageEachAsync(List<Letter> letters)
    {
        var messages = await ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Cancelled));
        Assert.Equal(letters.Select(l => l.OutgoingMessageId!.Value).Order(), messages.Select(m => m.Id).Order());
        Assert.All(messages, m => Assert.Equal((Delivery.Sent, 1), (m.Delivery, m.Attempts)));
        Assert.Equal(messages.Select(m => m.InternetMessageId).Order(StringComparer.Ordinal), post.Ids());
        var threads = await ReadAsync(db => db.Threads.AsNoTracking().CountAsync(Cancelled));
        Assert.Equal(letters.Count, threads);
        foreach (var letter in letters)
        {
            var (to, mail) = Assert.Single(post.Sent, s => s.Mail.Subject.Contains(letter.Reference!, StringComparison.Ordinal));
            Assert.Equal(letter.AddresseeEmail, to);
            Assert.All(mail.Attachments, a => Assert.StartsWith(letter.Reference!, a.Name, StringComparison.Ordinal));
        }
    }

    /// <summary>All campaigns at the same moment, each on both nodes: it is done on one of them.</summary>
    private async Task OnBothAsync(List<Guid> campaigns, Func<IServiceProvider, Guid, Task<bool>> act)
    {
        var done = new ConcurrentBag<Guid>();
        var both = campaigns.SelectMany(_ => nodes, (id, node) => (Id: id, Node: node)).ToList();
        await Parallel.ForEachAsync(
            both,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = TestDatabase.IsPostgres ? both.Count : 8,
                CancellationToken = Cancelled,
            },
            async (pair, _) =>
            {
                if (await InsistAsync(pair.Node, pair.Id, act))
                    done.Add(pair.Id);
            }
        );
        Assert.Equal(campaigns.Order(), done.Order());
    }

    /// <summary>Whoever hears that somebody was faster looks again, until it is done or no more to be done.</summary>
    private static async Task<bool> InsistAsync(WebApplication node, Guid id, Func<IServiceProvider, Guid, Task<bool>> act)
    {
        while (true)
        {
            await using var scope = node.Services.CreateAsyncScope();
            try
            {
                return await act(scope.ServiceProvider, id);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another campaign to the same partners, or the same one from the other node.
            }
        }
    }

    private static async Task<bool> SignOffAsync(IServiceProvider services, Guid id)
    {
        var (campaign, letters) = await FindAsync(services, id);
        var signatory = Guid.CreateVersion7();
        if (campaign.WhyNotSignOff(signatory) is not null)
            return false;
        await services.GetRequiredService<ReleaseCampaign>().SignOffAsync(campaign, letters, signatory, Cancelled);
        return true;
    }

    private static async Task<bool> ReleaseAsync(IServiceProvider services, Guid id)
    {
        var (campaign, letters) = await FindAsync(services, id);
        if (campaign.WhyNotRelease(letters, letters.Count) is not null)
            return false;
        await services.GetRequiredService<ReleaseCampaign>().ReleaseAsync(campaign, letters, letters.Count, null, Cancelled);
        return true;
    }

    private static async Task<(Campaign, List<Letter>)> FindAsync(IServiceProvider services, Guid id)
    {
        var db = services.GetRequiredService<SecretariatDb>();
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == id, Cancelled);
        return (campaign, await db.Letters.Where(l => l.CampaignId == id).OrderBy(l => l.Order).ToListAsync(Cancelled));
    }

    /// <summary>Round after round on both nodes at once, until neither finds any work.</summary>
    private async Task WorkOnBothAsync<TWork>()
        where TWork : class, IWork
    {
        while ((await Task.WhenAll(nodes.Select(WorkAsync<TWork>))).Sum() > 0) { }
    }

    private static Task<int> WorkAsync<TWork>(WebApplication node)
        where TWork : class, IWork =>
        Task.Run(async () =>
        {
            await using var scope = node.Services.CreateAsyncScope();
            return await ActivatorUtilities.CreateInstance<TWork>(scope.ServiceProvider).RunAsync(Cancelled);
        });

    private async Task<List<Guid>> DraftAsync(int together)
    {
        List<Guid> partners;
        await using (var scope = nodes[0].Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
            db.Senders.Add(InventedPartners.Sender);
            partners = InventedPartners
                .Make(new Random(1), together == 1 ? Letters : together)
                .ConvertAll(p => p.Enter(db, PartnerKind.MemberState));
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
        }

        var drafted = new List<Guid>();
        for (var i = 0; i < Letters / together; i++)
        {
            await using var scope = nodes[0].Services.CreateAsyncScope();
            drafted.Add(
                await DraftAsync(scope.ServiceProvider, [.. partners.Skip(i * together % partners.Count).Take(together)])
            );
        }

        return drafted;
    }

    private static async Task<Guid> DraftAsync(IServiceProvider services, IReadOnlyList<Guid> partners)
    {
        var (db, maker) = (services.GetRequiredService<SecretariatDb>(), services.GetRequiredService<LetterMaker>());
        var day = new DateOnly(2024, 2, 29);
        var content = await ActivatorUtilities.CreateInstance<TakeTimetable>(services).AsOfAsync(day, Cancelled);
        var plan = new CampaignPlan("Two nodes", "follow-up", [], day, false, content) { Partners = partners };
        var (campaign, _) = await ActivatorUtilities.CreateInstance<DraftCampaign>(services).MakeAsync(plan, Cancelled);
        await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
        await maker.PrepareAsync(campaign, Cancelled);
        campaign.Submit([.. db.Letters.Local], maker.Wording, null);
        await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
        return campaign.Id;
    }

    private Task<List<Letter>> LettersAsync() =>
        ReadAsync(db => db.Letters.AsNoTracking().OrderBy(l => l.Id).ToListAsync(Cancelled));

    private async Task<T> ReadAsync<T>(Func<SecretariatDb, Task<T>> read)
    {
        await using var scope = nodes[1].Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SecretariatDb>());
    }

    private WebApplication Node(string database) =>
        TestApp.Build(
            folder.Path,
            database,
            services => services.AddSingleton<IMailSender>(post).AddSingleton<IPdfRenderer>(new PrintedAsHtml())
        );

    /// <summary>Takes each message, from whichever node.</summary>
    private sealed class Postbox : IMailSender
    {
        public ConcurrentQueue<(string To, MimeMessage Mail)> Sent { get; } = [];

        public IEnumerable<string?> Ids() => Sent.Select(s => s.Mail.MessageId).Order(StringComparer.Ordinal);

        public async Task<Sending> SendAsync(
            ReadOnlyMemory<byte> message,
            SmtpEnvelope envelope,
            CancellationToken cancellationToken
        )
        {
            // Lets the other node come between.
            await Task.Yield();
            Sent.Enqueue((envelope.Recipient, MimeReader.Read(message.ToArray())));
            return new Sending.Accepted(Reason.Quoted("250 taken"));
        }
    }
}
