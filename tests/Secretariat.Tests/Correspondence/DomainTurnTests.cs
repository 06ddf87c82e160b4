using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Secretariat.Formats.Smtp;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Mail;

namespace Secretariat.Tests.Correspondence;

/// <summary>No domain gets more than its share, and none holds up another.</summary>
public sealed class DomainTurnTests : OutboxTest
{
    private readonly SlowDomain slow = new();

    protected override int PerDomainPerMinute => 3;

    protected override IMailSender Between(IMailSender sender) => slow.Before(sender);

    [Fact]
    public async Task Messages_beyond_a_domains_share_wait_and_say_so_while_those_to_others_leave()
    {
        for (var i = 0; i < 8; i++)
            await PostAsync($"officer{i}@Full.example");
        var other = await PostAsync("officer@other.example");

        await WorkAsync();

        Assert.Equal(3, await SentToAsync("Full.example"));
        Assert.Equal(Delivery.Sent, (await NowAsync(other)).Delivery);
        var page = await (await App.AsAsync(Role.Reader)).GetAsync("/office/outbox?state=Due");
        Assert.Contains(
            "It waits its turn: at most 3 messages a minute go to full.example.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Next attempt: ", page.Text, StringComparison.Ordinal);
        Assert.All(await WaitingAsync(), m => Assert.Equal(0, m.Attempts));
    }

    [Fact]
    public async Task Each_minute_the_next_share_leaves_until_none_waits()
    {
        for (var i = 0; i < 8; i++)
            await PostAsync("officer@full.example");

        foreach (var sent in new[] { 3, 6, 8 })
        {
            await WorkAsync();
            Assert.Equal(sent, await SentToAsync("full.example"));
            await WorkAsync();
            Assert.Equal(sent, await SentToAsync("full.example"));
            Clock.GoOn(TimeSpan.FromSeconds(61));
        }
    }

    [Fact]
    public async Task What_another_node_has_just_tried_counts_too_taken_or_not()
    {
        await PostAsync("officer@full.example");
        Server["RCPT"] = "450 4.2.1 Busy";
        await WorkAsync();
        Server["RCPT"] = "250 Fine";
        await ClaimElsewhereAsync(TimeSpan.FromSeconds(20));
        await ClaimElsewhereAsync(TimeSpan.FromSeconds(90));
        await PostAsync("officer@full.example");
        await PostAsync("officer@full.example");

        await WorkAsync();

        Assert.Equal(1, await SentToAsync("full.example"));
    }

    [Fact]
    public async Task A_domain_that_does_not_answer_holds_up_no_other()
    {
        var stuck = await PostAsync("officer@slow.example");
        List<Guid> others = [];
        for (var i = 0; i < 3; i++)
            others.Add(await PostAsync($"officer@other{i}.example"));

        var round = App.WorkAsync<SendMail>();
        while (Server.Messages.Count < 3)
            await Task.Delay(10, Cancelled);
        Assert.Equal(Delivery.Claimed, (await NowAsync(stuck)).Delivery);
        slow.Answer.SetResult();
        await round;

        Assert.Equal(Delivery.Sent, (await NowAsync(stuck)).Delivery);
        foreach (var id in others)
            Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
    }

    [Fact]
    public void A_share_of_none_is_refused_with_the_setting_to_mend()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:PerDomainPerMinute"] = "0" })
            .Build();

        var refused = Assert.Throws<RefusedException>(() => Settings.Of(configuration));

        Assert.Equal("Mail:PerDomainPerMinute is 0; write a number of at least 1.", refused.Message);
    }

    private async Task WorkAsync()
    {
        while (await App.WorkAsync<SendMail>() > 0) { }
    }

    private async Task<int> SentToAsync(string domain) =>
        await App.ReadAsync(db =>
            db.Outbox.CountAsync(m => m.Delivery == Delivery.Sent && m.ToAddress.EndsWith("@" + domain), Cancelled)
        );

    private Task<List<OutgoingMessage>> WaitingAsync() =>
        App.ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.Delivery == Delivery.Due).ToListAsync(Cancelled));

    private async Task ClaimElsewhereAsync(TimeSpan ago)
    {
        var id = await PostAsync("colleague@full.example");
        var until = Clock.GetUtcNow() - ago + OutgoingMessage.ClaimFor;
        await App.ReadAsync(db =>
            db.Outbox.Where(m => m.Id == id)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(m => m.Delivery, Delivery.Claimed).SetProperty(m => m.ClaimedUntil, until),
                    Cancelled
                )
        );
    }

    /// <summary>Keeps whoever writes to one domain waiting for an answer.</summary>
    private sealed class SlowDomain
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IMailSender Before(IMailSender sender) => new Sender(Answer.Task, sender);

        private sealed class Sender(Task answer, IMailSender sender) : IMailSender
        {
            public async Task<Sending> SendAsync(
                ReadOnlyMemory<byte> message,
                SmtpEnvelope envelope,
                CancellationToken cancellationToken
            )
            {
                if (envelope.Recipient.EndsWith("@slow.example", StringComparison.Ordinal))
                    await answer.WaitAsync(cancellationToken);
                return await sender.SendAsync(message, envelope, cancellationToken);
            }
        }
    }
}
