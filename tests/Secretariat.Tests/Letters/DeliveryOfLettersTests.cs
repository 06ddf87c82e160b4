using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>A letter that does not arrive still reaches its reader: elsewhere, or on paper.</summary>
public sealed class DeliveryOfLettersTests(TestApp app) : AppTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private TestBrowser officer = null!;

    [Fact]
    public async Task A_frozen_letter_is_sent_to_another_mailbox_or_on_paper_without_being_made_again()
    {
        var frozen = await FrozenAsync();
        var letters = await App.LettersAsync(CampaignOffice.IdOf(frozen));
        await FailAsync(letters[0].AddresseeEmail!);
        await FailAsync(letters[1].AddresseeEmail!);
        Assert.Contains("does not arrive", (await ReleaseAsync(frozen)).Text, Ordinal);

        var page = await officer.GetAsync(AddressOf(letters[0]));
        var refused = await page.Form("redirect").With("Delivery.Email", "nobody").SubmitAsync();
        Assert.Contains("e-mail address", refused.Text, Ordinal);
        await page.Form("redirect")
            .With("Delivery.Email", "cabinet@be.example")
            .With("WhyElsewhere", "They say so.")
            .SubmitAsync();
        page = await officer.GetAsync(AddressOf(letters[1]));
        await page.Form("redirect").With("Delivery.Way", $"{Way.Paper}").With("WhyElsewhere", "No mail.").SubmitAsync();
        await ReleaseAsync(await officer.GetAsync(frozen.Address));
        await App.GivenAsync(async db =>
            (await db.FailedAddresses.ToListAsync(Cancelled)).ForEach(failed => failed.Clear("For the other tests."))
        );

        var after = await App.LettersAsync(letters[0].CampaignId);
        Assert.Equal([LetterStatus.InOutbox, LetterStatus.ToPrint, LetterStatus.InOutbox], after.Select(l => l.Status));
        Assert.Equal(letters.Select(l => l.DocxSha256), after.Select(l => l.DocxSha256));
        Assert.Equal("cabinet@be.example", (await MessageOfAsync(after[0])).ToAddress);
    }

    [Fact]
    public async Task What_came_back_is_sent_again_to_another_mailbox()
    {
        var letter = await RefusedAsync();
        var page = await (await officer.GetAsync(AddressOf(letter))).FollowAsync(
            "Its message, to send it again or to another address"
        );
        var wrong = await page.Form("resend").With("because", "The cabinet says so.").With("address", "nobody").SubmitAsync();
        Assert.Contains("This is no e-mail address", wrong.Text, Ordinal);
        await page.Form("resend").With("because", "The cabinet says so.").With("address", "cabinet@be.example").SubmitAsync();

        var (message, again) = (await MessageOfAsync(letter), (await App.LettersAsync(letter.CampaignId))[0]);
        Assert.Equal(("cabinet@be.example", Delivery.Due), (message.ToAddress, message.Delivery));
        Assert.Equal(("cabinet@be.example", LetterStatus.InOutbox), (again.AddresseeEmail, again.Status));
        Assert.Equal((letter.DocxSha256, null), (again.DocxSha256, again.SentAt));
        Assert.Equal([letter.AddresseeEmail!], message.FormerAddresses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_posted_counts_as_sent_on_that_day_whatever_became_of_its_mail(bool failedFirst)
    {
        var posted = new DateOnly(2024, 2, 20);
        var letter = new Letter
        {
            CampaignId = Guid.CreateVersion7(),
            PartnerId = Guid.CreateVersion7(),
            Order = 1,
            Language = "en",
            Rank = "minister",
            Form = AddressForm.Unknown,
            Way = Way.MailAndPaper,
        };
        var mailed = new DateTimeOffset(2024, 2, 1, 9, 0, 0, TimeSpan.Zero);
        letter.PutInOutbox(Guid.CreateVersion7(), Guid.CreateVersion7());
        letter.MarkSent(mailed);
        if (failedFirst)
            letter.MarkReturned(mailed.AddDays(1));
        letter.Post(posted, posted);
        if (!failedFirst)
            letter.MarkReturned(mailed.AddDays(30));

        Assert.Equal((LetterStatus.Sent, posted), (letter.Status, Clock.DayOf(letter.SentAt!.Value)));
    }

    [Fact]
    public async Task What_came_back_goes_on_paper_as_well()
    {
        var letter = await RefusedAsync();
        await (await officer.GetAsync(AddressOf(letter))).Form("on-paper").SubmitAsync();
        var print = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/print");
        Assert.Contains("To be printed and posted: 1", print.Text, Ordinal);
        await print.Form("post").SubmitAsync();

        var posted = (await App.LettersAsync(letter.CampaignId))[0];
        Assert.Equal((LetterStatus.Sent, TimeProvider.System.Today()), (posted.Status, posted.PostedOn));
    }

    [Fact]
    public async Task A_number_of_the_register_is_entered_corrected_and_taken_back_after_the_letter_has_left()
    {
        var released = await ReleaseAsync(await FrozenAsync());
        var letters = await App.LettersAsync(CampaignOffice.IdOf(released));
        var (today, year) = ($"{letters[0].SignedOn:dd/MM/yyyy}", letters[0].SignedOn!.Value.Year);
        var list = string.Join('\n', letters.Select((l, n) => $"{l.Reference} Ares({year})91{n} {today}"));
        released = await (await officer.GetAsync(released.Address)).Form("register").With("List", list).SubmitAsync();
        Assert.Contains("Registered: 3 of 3.", released.Text, Ordinal);

        var page = await officer.GetAsync(AddressOf(letters[0]));
        Assert.Equal($"Ares({year})910", page.Form("register").Value("AresNumber"));
        await page.Form("register").With("AresNumber", $"Ares({year})919").SubmitAsync();
        await (await officer.GetAsync(AddressOf(letters[1])))
            .Form("take-number-back")
            .With("WhyTaken", "Another letter’s.")
            .SubmitAsync();

        var after = await App.LettersAsync(letters[0].CampaignId);
        Assert.Equal([$"Ares({year})919", null, $"Ares({year})912"], after.Select(l => l.AresNumber));
    }

    private static string AddressOf(Letter letter) => $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}";

    private async Task<TestPage> FrozenAsync()
    {
        await App.HasMinistersAsync();
        officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        return await App.FreezeAsync(await officer.OpenCampaignAsync(), await App.AsAsync(Role.Signatory));
    }

    private static Task<TestPage> ReleaseAsync(TestPage frozen) => frozen.Form("release").With("Count", "3").SubmitAsync();

    /// <summary>The first of three that left, which the server refused.</summary>
    private async Task<Letter> RefusedAsync()
    {
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(await ReleaseAsync(await FrozenAsync()))))[0];
        await App.GivenAsync(async db =>
            (await db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled)).MarkRefused(
                Reason.Quoted("550 5.1.1 no such user")
            )
        );
        return letter;
    }

    private Task<OutgoingMessage> MessageOfAsync(Letter letter) =>
        App.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled));

    private Task FailAsync(string address) => App.GivenAsync(db => DeadAddress.AddAsync(db, address));
}
