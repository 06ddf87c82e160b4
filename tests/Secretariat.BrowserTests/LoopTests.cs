using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Tests.Servers;

namespace Secretariat.BrowserTests;

/// <summary>Letter, reply, proposal, confirmed contact point and interest, public record: walked by three people.</summary>
public sealed partial class LoopTests
{
    private readonly Addressees addressees = new();

    private Addressee Estonia => addressees.Estonia;

    private Addressee Finland => addressees.Finland;

    [Fact]
    public async Task The_loop_closes_on_PostgreSQL_with_IMAP_and_SMTP_servers()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        Assert.SkipWhen(SmtpRelay.WhyMissing is not null, SmtpRelay.WhyMissing ?? "");
        var office = new Servers(await SmtpRelay.SharedAsync());
        await using var app = await BrowserApp.StartAsync(postgres: true, office.Settings, "--Jobs:Run=true");
        await WalkAsync(app, office, async () => new Mouse(await app.OpenAsync()));
    }

    [Fact]
    public async Task The_loop_closes_on_SQLite_with_folders_by_keyboard_alone_and_without_JavaScript()
    {
        var office = new Folders();
        await using var app = await BrowserApp.StartAsync(postgres: false, office.Settings, "--Jobs:Run=true");
        await WalkAsync(app, office, async () => new Keyboard(await app.OpenAsync(new() { JavaScriptEnabled = false })));
    }

    private async Task WalkAsync(BrowserApp app, IPostOffice office, Func<Task<Hands>> person)
    {
        await addressees.GivenToAsync(app);
        var officer = await SignedInAsync(app, await person(), "officer@secretariat.example", Role.Officer);
        var signatory = await SignedInAsync(app, await person(), "signatory@secretariat.example", Role.Signatory);

        var campaign = await DraftAsync(app, officer);
        await SignOffAsync(signatory, campaign);
        await ReleaseAsync(officer, campaign);

        var letter = MimeReader.Read(await office.TakeAsync(Estonia.Mailbox));
        AssertIsTheLetterOf(Estonia, letter, "Madame la Ministre,", notOf: Finland);
        AssertIsTheLetterOf(Finland, MimeReader.Read(await office.TakeAsync(Finland.Mailbox)), "Dear Minister,", notOf: Estonia);
        await office.SendAsync(Estonia.Mailbox, Answer(letter));

        await ConfirmAsync(app, officer);
        await SeeTheRecordAsync(app, officer);
        await NominateAtTheDeskAsync(app, await person(), officer);
    }

    private static async Task<Hands> SignedInAsync(BrowserApp app, Hands hands, string email, Role role, string? partner = null)
    {
        await hands.GoAsync(await app.LinkAsync(email, role, partner));
        await hands.PressAsync(hands.Button("Sign in"));
        return hands;
    }

    private static async Task<string> DraftAsync(BrowserApp app, Hands officer)
    {
        await officer.GoAsync($"{app.BaseUrl}/office/campaigns/new");
        await officer.TypeAsync(officer.Field("Title"), "Follow-up to the conference");
        await officer.ChooseAsync(officer.Field("Template"), "follow-up");
        await officer.TypeAsync(officer.Page.Locator("input[name=AsOf]"), Day(officer, 2024, 2, 29));
        await officer.TickAsync(officer.Page.Locator("input[name=HasAnnex][type=checkbox]"));
        await officer.TickAsync(officer.Page.Locator("input[name=Kinds][value=eu-member-state]"));
        await officer.PressAsync(officer.Button("Draft the letters"));
        var campaign = officer.Page.Url;

        await officer.PressAsync(officer.Link("Estonia"));
        Assert.Contains("Dear Minister,", await officer.TextAsync(), StringComparison.Ordinal);
        await officer.ChooseAsync(officer.Page.Locator("select[name$=Language]"), "français");
        await officer.PressAsync(officer.Button("Save"));
        await officer.GoAsync(campaign);
        Assert.Contains("Madame la Ministre,", await officer.TextAsync(), StringComparison.Ordinal);
        await officer.PressAsync(officer.Button("Submit for signature"));
        return campaign;
    }

    private static async Task SignOffAsync(Hands signatory, string campaign)
    {
        await signatory.GoAsync($"{campaign}/preview");
        Assert.Contains("Printemps 2024", await signatory.TextAsync(), StringComparison.OrdinalIgnoreCase);
        await signatory.GoAsync(campaign);
        await signatory.PressAsync(signatory.Button("Sign off"));
    }

    private static async Task ReleaseAsync(Hands officer, string campaign)
    {
        await UntilAsync(officer, campaign, text => text.Contains("How many letters leave?", StringComparison.Ordinal));
        await officer.TypeAsync(officer.Field("How many letters leave?"), "7");
        await officer.PressAsync(officer.Button("Send the letters"));
        Assert.Contains(
            "Letters that would leave: 2. Type that number if it is what you mean.",
            await officer.TextAsync(),
            StringComparison.Ordinal
        );
        await officer.TypeAsync(officer.Field("How many letters leave?"), "2");
        await officer.PressAsync(officer.Button("Send the letters"));
        await UntilAsync(officer, campaign, text => text.Contains("Sent: 2 of 2.", StringComparison.Ordinal));
    }

    /// <summary>Number, salutation and addressee are its own, and nothing in it is the other's.</summary>
    private static void AssertIsTheLetterOf(Addressee addressee, MimeMessage letter, string salutation, Addressee notOf)
    {
        var reference = ReferencePattern().Match(letter.Subject!).Value;
        Assert.Equal(
            [$"{reference}-reply.docx", $"{reference}.docx", $"{reference}.pdf"],
            letter.Attachments.Select(a => a.Name!).Order(StringComparer.Ordinal)
        );
        using var docx = WordprocessingDocument.Open(
            new MemoryStream(letter.Attachments.Single(a => a.Name == $"{reference}.docx").Part.Content.ToArray()),
            isEditable: false
        );
        var parts = docx.MainDocumentPart!.Parts.Select(p => p.OpenXmlPart.RootElement).Prepend(docx.MainDocumentPart.Document);
        var text = string.Concat(parts.Select(p => p?.InnerText));
        Assert.All([reference, salutation, addressee.Minister], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(
            [notOf.Minister, notOf.Mailbox],
            words => Assert.DoesNotContain(words, text + letter.TextBody, StringComparison.Ordinal)
        );
    }

    private byte[] Answer(MimeMessage letter) =>
        MimeWriter.Write(
            new OutgoingMail(
                new MailAddress("Ministry of the Interior", Estonia.Mailbox),
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

    private static async Task ConfirmAsync(BrowserApp app, Hands officer)
    {
        var inbox = $"{app.BaseUrl}/office/inbox?view=to-do";
        await UntilAsync(officer, inbox, text => text.Contains("Re: [GA-", StringComparison.Ordinal));
        await officer.PressAsync(officer.Page.Locator("main table a").First);
        var marked = string.Join(' ', await officer.Page.Locator("main mark").AllInnerTextsAsync());
        Assert.Contains(
            "We nominate Ms Kadri Sample, Head of Unit, as our contact point.",
            Squeeze(marked),
            StringComparison.Ordinal
        );
        while (await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).CountAsync() > 0)
            await officer.PressAsync(officer.Button("Confirm"));
    }

    private static async Task SeeTheRecordAsync(BrowserApp app, Hands officer)
    {
        await officer.GoAsync($"{app.BaseUrl}/office/partners/ms-ee");
        Assert.Contains("Kadri Sample", await officer.TextAsync(), StringComparison.Ordinal);
        await officer.GoAsync($"{app.BaseUrl}/office/interests");
        var matrix = await officer.Page.Locator("main tbody tr").AllInnerTextsAsync();
        Assert.Equal(
            ["Estonia", "interested", "interested"],
            Assert
                .Single(matrix, row => row.Contains("Estonia", StringComparison.Ordinal))
                .Split('\t', '\n')
                .Where(c => c.Trim() != "")
        );
        await officer.GoAsync($"{app.BaseUrl}/en/partners");
        var text = await officer.TextAsync();
        Assert.Contains("Head of Unit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kadri Sample", text, StringComparison.Ordinal);
        await officer.GoAsync($"{app.BaseUrl}/en");
        var counts = officer.Page.Locator(".sec-count");
        Assert.Equal(
            ["1 · Prevention", "1 · Response"],
            await counts.Filter(new() { HasText = "Partners interested, by strand of work" }).Locator("li").AllInnerTextsAsync()
        );
        Assert.Contains(
            "1 · EU Member States",
            await counts.Filter(new() { HasText = "mandate of a contact point" }).InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    private static async Task NominateAtTheDeskAsync(BrowserApp app, Hands contact, Hands officer)
    {
        await SignedInAsync(app, contact, "kadri.sample@interior-ee.example", Role.PartnerContact, "ms-ee");
        Assert.Contains("Kadri Sample", await contact.TextAsync(), StringComparison.Ordinal);
        await contact.GoAsync($"{app.BaseUrl}/desk/nominate");
        await contact.TypeAsync(contact.Page.Locator("input[name=PersonName]"), "Mart Example");
        await contact.TypeAsync(contact.Page.Locator("input[name=Function]"), "Deputy Head of Unit");
        await contact.TypeAsync(contact.Page.Locator("input[name=Email]"), "mart.example@interior-ee.example");
        await contact.PressAsync(contact.Button("Send the nomination"));

        await officer.GoAsync($"{app.BaseUrl}/office/inbox?view=to-do");
        await officer.PressAsync(officer.Page.Locator("main table a").First);
        await officer.PressAsync(officer.Button("Confirm"));
        await contact.GoAsync($"{app.BaseUrl}/desk");
        Assert.Contains("Mart Example", await contact.TextAsync(), StringComparison.Ordinal);
        await contact.GoAsync($"{app.BaseUrl}/en/partners");
        Assert.Contains("Deputy Head of Unit", await contact.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Looks again until the page says it, as an officer does; the schedule works in between.</summary>
    private static async Task UntilAsync(Hands hands, string address, Func<string, bool> says)
    {
        for (var looks = 0; looks < 120; looks++)
        {
            await hands.GoAsync(address);
            if (says(await hands.TextAsync()))
                return;
            await hands.Page.WaitForTimeoutAsync(500);
        }

        Assert.Fail($"{address} still says: {await hands.TextAsync()}");
    }

    /// <summary>A date field takes digits in the order of the browser's language, or the ISO form when filled at once.</summary>
    private static string Day(Hands hands, int year, int month, int day) =>
        hands is Keyboard ? $"{month:00}{day:00}{year:0000}" : $"{year:0000}-{month:00}-{day:00}";

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An invented minister, who alone has that mailbox in this run.</summary>
    [GeneratedRegex("GA-\\d{4}-\\d{4}", RegexOptions.None, 1000)]
    private static partial Regex ReferencePattern();
}
