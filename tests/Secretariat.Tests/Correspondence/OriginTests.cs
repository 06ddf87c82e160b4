using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Correspondence;

/// <summary>Whose word counts about where a message comes from.</summary>
public sealed class OriginTests
{
    private const string Host = "mx.secretariat.example";

    [Theory]
    [InlineData("mx.secretariat.example; spf=fail; dkim=fail; dmarc=pass", Origin.Proven)]
    [InlineData("mx.secretariat.example; spf=pass; dkim=pass; dmarc=fail", Origin.Forged)]
    [InlineData("mx.secretariat.example; spf=fail; dkim=fail", Origin.Forged)]
    [InlineData("mx.secretariat.example; spf=softfail; dkim=fail; dmarc=none", Origin.Forged)]
    [InlineData("mx.secretariat.example; spf=fail; dkim=none", Origin.Unproven)]
    [InlineData("mx.secretariat.example; spf=pass; dkim=fail", Origin.Unproven)]
    [InlineData("mx.secretariat.example; none", Origin.Unproven)]
    [InlineData("mx.elsewhere.example; spf=pass; dkim=pass; dmarc=pass", Origin.Unproven)]
    [InlineData("mx.elsewhere.example; spf=fail; dkim=fail; dmarc=fail", Origin.Unproven)]
    public void Only_the_configured_host_is_believed_and_dmarc_decides(string results, Origin expected) =>
        Assert.Equal(expected, Origins.Of(Mail($"From: a@b.example\nAuthentication-Results: {results}\n\nx\n"), Host));

    [Fact]
    public void Without_a_configured_host_nothing_is_checked() =>
        Assert.Equal(
            Origin.NotChecked,
            Origins.Of(Mail("From: a@b.example\nAuthentication-Results: mx.secretariat.example; dmarc=fail\n\nx\n"), null)
        );

    [Fact]
    public void A_verdict_on_one_of_several_senders_proves_nothing() =>
        Assert.Equal(
            Origin.Unproven,
            Origins.Of(
                Mail("From: a@b.example, c@evil.example\nAuthentication-Results: mx.secretariat.example; dmarc=pass\n\nx\n"),
                Host
            )
        );

    [Theory]
    [InlineData(Origin.Proven, true, Trust.Known)]
    [InlineData(Origin.Proven, false, Trust.UnknownSender)]
    [InlineData(Origin.Unproven, true, Trust.Unverified)]
    [InlineData(Origin.NotChecked, true, Trust.NotChecked)]
    [InlineData(Origin.NotChecked, false, Trust.UnknownSender)]
    [InlineData(Origin.Forged, true, Trust.Failed)]
    [InlineData(Origin.Forged, false, Trust.Failed)]
    public void Trust_takes_both_a_proven_origin_and_a_registered_domain(Origin origin, bool isRegistered, Trust expected) =>
        Assert.Equal(expected, origin.TrustIn(isRegistered));

    internal static MimeMessage Mail(string source) => MimeReader.Read(Encoding.UTF8.GetBytes(source));
}

/// <summary>Where a receiving host is configured, its silence counts too.</summary>
[Trait("Needs", "Database")]
public sealed class UnverifiedSenderTests : IAsyncLifetime
{
    private readonly TestApp app = new() { Replace = Configure };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("spf=pass; dkim=pass; dmarc=pass", Trust.Known, false)]
    [InlineData("spf=pass", Trust.Unverified, true)]
    [InlineData("spf=fail; dkim=fail", Trust.Failed, true)]
    public async Task What_the_host_has_not_confirmed_needs_a_reason(string results, Trust trust, bool needsReason)
    {
        var (message, proposal) = await ArriveAsync(results);
        Assert.Equal(trust, message.Trust);
        var card = $"proposal-{proposal.Id:N}";
        var page = await (await app.AsAsync(Role.Officer)).GetAsync($"/office/inbox/{message.Id}");

        page = await page.Form(card).SubmitAsync("confirm");

        Assert.Equal(
            needsReason,
            page.Text.Contains("The receiving server has not confirmed where this message comes from.", StringComparison.Ordinal)
        );
        Assert.Equal(needsReason, await IsOpenAsync(proposal));
        if (needsReason)
            await page.Form(card).With($"p{proposal.Id:N}.Reason", "By telephone").SubmitAsync("confirm");
        Assert.False(await IsOpenAsync(proposal));
    }

    private Task<bool> IsOpenAsync(Proposal proposal) =>
        app.ReadAsync(db => db.Proposals.AnyAsync(p => p.Id == proposal.Id && p.Status == ProposalStatus.Proposed, Cancelled));

    private async Task<(Message, Proposal)> ArriveAsync(string results)
    {
        var partner = await app.ReadAsync(db => db.Partners.SingleAsync(p => p.Code == "ms-at", Cancelled));
        await app.GivenAsync(db =>
        {
            db.Add(new PartnerDomain { PartnerId = partner.Id, Domain = "ministry.example" });
            db.Add(
                new Thread
                {
                    PartnerId = partner.Id,
                    Subject = "Follow-up",
                    Reference = "GA-2024-4101",
                }
            );
            return Task.CompletedTask;
        });
        var folder = Directory.CreateDirectory(Path.Combine(app.Settings.Mail.Folder!, "in"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "one.eml"),
            $"Authentication-Results: mx.secretariat.example; {results}\nReceived: by mx\nFrom: a@ministry.example\nSubject: GA-2024-4101\n\nWe take interest in prevention.\n",
            Cancelled
        );
        await app.WorkAsync<FetchMail>();
        await app.WorkAsync<ReadMail>();
        var message = await app.ReadAsync(db => db.Messages.SingleAsync(Cancelled));
        return (message, await app.ReadAsync(db => db.Proposals.SingleAsync(p => p.MessageId == message.Id, Cancelled)));
    }

    private static void Configure(IServiceCollection services)
    {
        var settings = (Settings)services.Last(s => s.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { Mail = settings.Mail with { AuthservId = "mx.secretariat.example" } });
    }
}
