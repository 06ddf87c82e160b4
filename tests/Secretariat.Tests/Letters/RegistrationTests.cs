using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;

namespace Secretariat.Tests.Letters;

/// <summary>What happens between the signature and the mail: registration, voiding, downloads, and sending again.</summary>
public sealed class RegistrationTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Registration_first_keeps_all_letters_until_the_last_has_its_number()
    {
        var (id, page) = await FrozenAsync(registrationFirst: true);
        var letters = await App.LettersAsync(id);

        page = await page.Form("register").With("List", $"{letters[0].Reference} Ares(2024)1234567 20/02/2024").SubmitAsync();
        page = await page.Form("release").With("Count", "3").SubmitAsync();
        Assert.Contains($"{letters[1].Reference} has no Ares number yet.", page.Text, StringComparison.Ordinal);

        var list = $"ms-bg\tAres(2024)1234568\t2024-02-20\r\n[{letters[2].Reference}]; Ref. Ares(2024)1234569 - 20/02/2024\n";
        page = await page.Form("register").With("List", list).SubmitAsync();
        Assert.Contains("Registered: 2", page.Text, StringComparison.Ordinal);
        await page.Form("release").With("Count", "3").SubmitAsync();

        letters = await App.LettersAsync(id);
        Assert.Equal(["Ares(2024)1234567", "Ares(2024)1234568", "Ares(2024)1234569"], letters.Select(l => l.AresNumber));
        Assert.All(letters, l => Assert.Equal((new DateOnly(2024, 2, 20), LetterStatus.InOutbox), (l.AresDate!.Value, l.Status)));
        var bodies = await App.ReadAsync(db => db.Outbox.Select(m => m.Body).ToListAsync(Cancelled));
        Assert.Contains(bodies, b => b.Contains("Ares(2024)1234568", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pasted_list_with_a_mistake_changes_nothing_and_names_each_line()
    {
        var (id, page) = await FrozenAsync();
        var references = (await App.LettersAsync(id)).ConvertAll(l => l.Reference);
        var list = $"""
            {references[0]} Ares(2024)7000001 20/02/2024

            GA-1999-0001 Ares(2024)7000002 20/02/2024
            {references[1]} Ares 20/02/2024
            {references[1]} Ares(2024)7000003 30/02/2024
            {references[1]} Ares(2024)7000001 20/02/2024
            {references[0]} Ares(2024)7000004 20/02/2024
            {references[1]} Ares(2024)7000005
            {references[1]} Ares(2024)7000006 20/02/2099
            {references[1]} Ares(2024)7000007 20/02/2023
            """;

        page = await page.Form("register").With("List", list).SubmitAsync();

        string[] expected =
        [
            "Line 3: “GA-1999-0001” is no letter of this campaign.",
            "Line 4: An Ares number looks like Ares(2024)1300417.",
            "Line 5: “30/02/2024” is not a date such as 20/02/2024.",
            $"Line 6: Ares(2024)7000001 is already the number of letter {references[0]}.",
            $"Line 7: {references[0]} stands twice in the list.",
            "Line 8: A line has a reference, an Ares number and a date.",
            "Line 9: The day of registration lies in the future.",
            "Line 10: Ares(2024)7000007 is not a number of 2023: number and day name another year.",
            "Nothing was registered.",
        ];
        Assert.All(expected, sentence => Assert.Contains(sentence, page.Text, StringComparison.Ordinal));
        Assert.Contains("GA-1999-0001", page.Form("register").Value("List"), StringComparison.Ordinal);
        Assert.All(await App.LettersAsync(id), l => Assert.Null(l.AresNumber));
    }

    [Fact]
    public async Task A_single_number_is_registered_on_the_page_of_its_letter()
    {
        var (id, _) = await FrozenAsync();
        var letter = (await App.LettersAsync(id))[0];
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(AddressOf(letter));

        await page.Form("register").With("AresNumber", "Ares(2024)42").With("AresDate", "2024-02-21").SubmitAsync();
        var late = await page.Form("register").With("AresNumber", "Ares(2024)43").With("AresDate", "2024-02-21").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Ares(2024)42", (await App.LettersAsync(id))[0].AresNumber);
    }

    [Fact]
    public async Task A_number_belongs_to_one_letter_of_all_campaigns_and_the_refusal_names_it()
    {
        var (first, page) = await FrozenAsync();
        var holder = (await App.LettersAsync(first))[0];
        await page.Form("register").With("List", $"{holder.Reference} Ares(2024)8000001 20/02/2024").SubmitAsync();
        var (second, other) = await FrozenAsync();
        var letter = (await App.LettersAsync(second))[0];
        var officer = await App.AsAsync(Role.Officer);

        var inList = await other.Form("register").With("List", $"{letter.Reference} Ares(2024)8000001 20/02/2024").SubmitAsync();
        var alone = await (await officer.GetAsync(AddressOf(letter)))
            .Form("register")
            .With("AresNumber", "Ares(2024)8000001")
            .With("AresDate", "2024-02-20")
            .SubmitAsync();

        var reason = $"Ares(2024)8000001 is already the number of letter {holder.Reference}.";
        Assert.Contains(reason, inList.Text, StringComparison.Ordinal);
        Assert.Contains(reason, alone.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            App.GivenAsync(async db =>
                (await db.Letters.SingleAsync(l => l.Id == letter.Id)).Register("Ares(2024)8000001", new DateOnly(2024, 2, 20))
            )
        );
        Assert.All(await App.LettersAsync(second), l => Assert.Null(l.AresNumber));
    }

    [Fact]
    public async Task A_number_of_a_message_is_none_of_a_letter_and_the_other_way_round()
    {
        var (id, page) = await FrozenAsync();
        var letter = (await App.LettersAsync(id))[0];
        await App.GivenAsync(db =>
        {
            var message = new Message
            {
                Channel = Channel.Mail,
                ReceivedAt = TimeProvider.System.GetUtcNow(),
                RawSha256 = null,
                Size = 0,
            };
            message.Register("Ares(2024)8000002", new DateOnly(2024, 2, 20));
            db.Messages.Add(message);
            return Task.CompletedTask;
        });

        page = await page.Form("register").With("List", $"{letter.Reference} Ares(2024)8000002 20/02/2024").SubmitAsync();

        Assert.Contains("Ares(2024)8000002 is already the number of a message.", page.Text, StringComparison.Ordinal);
        Assert.Null((await App.LettersAsync(id))[0].AresNumber);

        await page.Form("register").With("List", $"{letter.Reference} Ares(2024)8000003 20/02/2024").SubmitAsync();
        var messageId = await App.ReadAsync(db =>
            db.Messages.Where(m => m.AresNumber == "Ares(2024)8000002").Select(m => m.Id).SingleAsync(Cancelled)
        );
        var refused = await (await (await App.AsAsync(Role.Officer)).GetAsync($"/office/inbox/{messageId}"))
            .Form("register")
            .With("number", "Ares(2024)8000003")
            .With("on", "2024-02-20")
            .SubmitAsync();
        Assert.Contains("This is already the number of a letter.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voided_letter_keeps_its_number_and_does_not_leave()
    {
        var (id, page) = await FrozenAsync();
        var voided = (await App.LettersAsync(id))[1];
        var officer = await App.AsAsync(Role.Officer);
        var form = (await officer.GetAsync(AddressOf(voided))).Form("void");
        Assert.Contains("Say why the letter does not leave.", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        await form.With("Because", "The minister has resigned.").SubmitAsync();

        var late = await page.Form("release").With("Count", "2").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        page = await (await officer.GetAsync(page.Address)).Form("release").With("Count", "2").SubmitAsync();
        await App.WorkAsync<SendMail>();

        Assert.Contains("The minister has resigned.", page.Text, StringComparison.Ordinal);
        var letters = await App.LettersAsync(id);
        Assert.Equal([LetterStatus.Sent, LetterStatus.Voided, LetterStatus.Sent], letters.Select(l => l.Status));
        Assert.Equal(voided.Reference, letters[1].Reference);
        Assert.Null(letters[1].OutgoingMessageId);
    }

    [Fact]
    public async Task A_frozen_file_is_downloaded_as_it_was_hashed_and_never_without_an_account()
    {
        var (id, _) = await FrozenAsync();
        var letter = (await App.LettersAsync(id))[0];
        var officer = await App.AsAsync(Role.Officer);

        var bytes = await officer.DownloadAsync($"{AddressOf(letter)}/docx");

        Assert.Equal(letter.DocxSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        Assert.Contains(letter.DocxSha256!, (await officer.GetAsync(AddressOf(letter))).Text, StringComparison.Ordinal);
        var stranger = await App.Anybody().GetAsync($"{AddressOf(letter)}/docx");
        Assert.DoesNotContain(letter.Reference!, stranger.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_message_is_sent_again_with_a_reason()
    {
        var (id, page) = await FrozenAsync();
        await page.Form("release").With("Count", "3").SubmitAsync();
        var outgoing = (await App.LettersAsync(id))[0].OutgoingMessageId!.Value;
        await App.GivenAsync(async db => (await db.Outbox.SingleAsync(m => m.Id == outgoing)).MarkRefused("550 No such user"));
        var officer = await App.AsAsync(Role.Officer);
        Assert.Contains(
            "550 No such user",
            (await officer.GetAsync("/office/outbox?state=Failed")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("550 No such user", (await officer.GetAsync(page.Address)).Text, StringComparison.Ordinal);

        var message = await officer.GetAsync($"/office/outbox/{outgoing}");
        Assert.Contains(
            "Say why it can be sent again.",
            (await message.Form("resend").SubmitAsync()).Text,
            StringComparison.Ordinal
        );
        await message.Form("resend").With("because", "The ministry has opened the mailbox.").SubmitAsync();
        await App.WorkAsync<SendMail>();

        Assert.Equal(LetterStatus.Sent, (await App.LettersAsync(id))[0].Status);
    }

    private static string AddressOf(Letter letter) => $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}";

    private async Task<(Guid Id, TestPage Page)> FrozenAsync(bool registrationFirst = false)
    {
        await App.HasMinistersAsync();
        var (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync(registrationFirst: registrationFirst);
        return (CampaignOffice.IdOf(draft), await App.FreezeAsync(draft, signatory));
    }
}
