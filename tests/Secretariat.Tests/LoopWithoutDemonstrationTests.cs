using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests;

/// <summary>A secretariat that starts with the Alliance alone walks the whole loop through its own pages.</summary>
public sealed class LoopWithoutDemonstrationTests(TestApp app) : MailTest(app)
{
    private const string Minister = "minister@interior-ee.example";
    private const string Signatory = "signatory@secretariat.example";

    [Fact]
    public async Task From_the_first_sign_in_to_the_public_record()
    {
        var admin = await SignInAsync(
            await App.UseAsync(s => s.GetRequiredService<WayIn>().ForAsync("first@secretariat.example", null, Cancelled))
        );
        await SetUpAsync(admin);
        var signatory = await SignInAsync(LinkIn(Left(Signatory)));

        var draft = await admin.OpenCampaignAsync();
        var frozen = await App.FreezeAsync(draft, signatory);
        await frozen.Form("release").With("Count", "1").SubmitAsync();
        await App.WorkAsync<SendMail>();
        var letter = Left(Minister);

        var reply = await ArriveAsync(Answer(letter));
        await ConfirmAllAsync(admin, reply);

        var record = await admin.GetAsync("/office/partners/ms-ee");
        Assert.Contains("Kadri Sample", record.Text, StringComparison.Ordinal);
        Assert.Contains("interested", record.Text, StringComparison.Ordinal);
        var publicly = (await App.Anybody().GetAsync("/en/partners")).Text;
        Assert.Contains("Head of Unit", publicly, StringComparison.Ordinal);
        Assert.DoesNotContain("Kadri Sample", publicly, StringComparison.Ordinal);
    }

    /// <summary>What the overview asks for, one after the other, until it asks for nothing more.</summary>
    private async Task SetUpAsync(TestBrowser admin)
    {
        var office = await admin.GetAsync("/office");
        Assert.Equal(
            ["Say who signs", "Enter principals", "Open an account for a signatory"],
            office.Document.QuerySelectorAll("main ol a").Select(a => a.TextContent)
        );
        await App.HasSenderAsync(admin);
        var partners = await (await admin.GetAsync("/office")).FollowAsync("Enter principals");
        var form = await (await partners.FollowAsync("Estonia")).FollowAsync("Enter a principal");
        await form.Form("principal")
            .With("Entry.Name", "Ilse Maranova")
            .With("Entry.Form", "Female")
            .With("Entry.Function", "Minister of the Interior")
            .With("Entry.Rank", "minister")
            .With("Entry.Email", Minister)
            .Tick("Entry.RegisterDomain", "true")
            .With("Why", "Announced by the government")
            .SubmitAsync();
        var account = await (await admin.GetAsync("/office")).FollowAsync("Open an account for a signatory");
        account = await account
            .Form("new-account")
            .With("Name", "Sven Sample")
            .With("Email", Signatory)
            .With("Form.Role", "Signatory")
            .SubmitAsync();
        await account.Form("send-link").SubmitAsync();
        Assert.DoesNotContain("To set up first", (await admin.GetAsync("/office")).Text, StringComparison.Ordinal);
    }

    private static string LinkIn(MimeMessage mail) =>
        mail.TextBody!.Split('\n').Single(l => l.Contains("/sign-in/link/", StringComparison.Ordinal)).Trim();

    private async Task<TestBrowser> SignInAsync(string link)
    {
        var browser = App.Anybody();
        var page = await (await browser.GetAsync(new Uri(link).PathAndQuery)).Form("sign-in").SubmitAsync();
        Assert.Equal("/office", page.Address);
        return browser;
    }

    /// <summary>The mail that left for that address, as it lies in the folder where no server is configured.</summary>
    private MimeMessage Left(string to) =>
        Directory
            .GetFiles(Path.Combine(App.Settings.Mail.Folder!, "out"), "*", SearchOption.AllDirectories)
            .Select(file => MimeReader.Read(File.ReadAllBytes(file)))
            .Single(mail => mail.To.Any(a => a.Address == to));

    private static byte[] Answer(MimeMessage letter) =>
        MimeWriter.Write(
            new OutgoingMail(
                new MailAddress("Ministry of the Interior", Minister),
                letter.From[0],
                $"Re: {letter.Subject}",
                "Dear colleagues,\n\nWe nominate Ms Kadri Sample, Head of Unit, as our contact point. Her e-mail address is "
                    + "kadri.sample@interior-ee.example.\n\nEstonia is interested in the strands on prevention and response.\n\n"
                    + "Kind regards,\nRegistry\n",
                "answer-1@interior-ee.example",
                new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)
            )
            {
                InReplyTo = letter.MessageId,
                References = [letter.MessageId!],
            }
        );

    private async Task ConfirmAllAsync(TestBrowser officer, Message reply)
    {
        var proposals = await App.ReadAsync(db => db.Proposals.Where(p => p.MessageId == reply.Id).ToListAsync(Cancelled));
        Assert.Equal([ProposalType.Nomination, ProposalType.Interest], proposals.Select(p => p.Type).Order());
        var page = await officer.GetAsync(Page(reply));
        Assert.Contains("The sender’s domain is registered for Estonia", page.Text, StringComparison.Ordinal);
        foreach (var proposal in proposals)
            page = await page.Form(Card(proposal)).SubmitAsync("confirm");
    }
}
