using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Nominations;

namespace Secretariat.Tests.Letters;

/// <summary>The number that a partner gives a letter in its own house is recorded with its answer or with the letter, and found again.</summary>
public sealed class TheirReferenceTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task The_reference_of_an_answer_stands_with_it_and_with_the_letter_that_it_answers()
    {
        var letter = await LetterAsync("GA-2035-0001");
        var message = await AnswerAsync("GA-2035-0001", "Answer one");
        var officer = await App.AsAsync(Role.Officer);

        var page = await Entered(await officer.GetAsync(Page(message)), " MJ/2035/17-A ", "2024-03-04");

        Assert.Contains("MJ/2035/17-A · 4 March 2024", page.Text, StringComparison.Ordinal);
        var of = await officer.GetAsync($"/office/letters/{letter}");
        Assert.Contains("MJ/2035/17-A · 4 March 2024 (of an answer)", of.Text, StringComparison.Ordinal);
        Assert.Contains("Record the partner’s reference", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_has_left_takes_a_reference_of_its_own_and_gives_it_back()
    {
        var letter = await LetterAsync("GA-2035-0002");
        var officer = await App.AsAsync(Role.Officer);

        var page = await Entered(await officer.GetAsync($"/office/letters/{letter}"), "BMI 12345/2", "");
        Assert.Contains("BMI 12345/2 (of this letter)", page.Text, StringComparison.Ordinal);
        page = await Entered(page, "", "");

        Assert.DoesNotContain("(of this letter)", page.Text, StringComparison.Ordinal);
        Assert.Null(await App.ReadAsync(db => db.Letters.Where(l => l.Id == letter).Select(l => l.TheirReference).SingleAsync()));
    }

    [Fact]
    public async Task A_letter_that_has_not_left_has_no_reference_of_the_partner()
    {
        var letter = await LetterAsync("GA-2035-0003", isSent: false);

        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/letters/{letter}");

        Assert.False(page.HasForm("their-reference"));
    }

    [Theory]
    [InlineData("", "2024-03-04", "A day without a reference is not recorded")]
    [InlineData("MJ/1", "2999-03-04", "The day of their reference lies in the future.")]
    public async Task A_reference_that_cannot_be_is_refused_and_kept_in_the_form(string reference, string on, string refused)
    {
        await LetterAsync($"GA-2035-1{on[..3]}");
        var message = await AnswerAsync($"GA-2035-1{on[..3]}", $"Refused {on}");

        var page = await Entered(await (await App.AsAsync(Role.Officer)).GetAsync(Page(message)), reference, on);

        Assert.Contains(refused, page.Text, StringComparison.Ordinal);
        Assert.Equal(on, page.Form("their-reference").Value("theirDay"));
        Assert.Null((await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Id == message.Id, Cancelled))).TheirReference);
    }

    [Fact]
    public async Task A_message_is_found_in_the_inbox_by_their_reference_and_by_its_Ares_number()
    {
        await LetterAsync("GA-2035-0004");
        var message = await AnswerAsync("GA-2035-0004", "Answer four");
        var officer = await App.AsAsync(Role.Officer);
        await Entered(await officer.GetAsync(Page(message)), "ŽM-77/Q", "2024-03-04");
        await (await officer.GetAsync(Page(message)))
            .Form("register")
            .With("number", "Ares(2024)7712345")
            .With("on", "2024-03-05")
            .SubmitAsync();

        foreach (var words in new[] { "žm-77/q", "zm-77", "ares(2024)7712345", "Ares(2024)77" })
            Assert.Contains("Answer four", (await FindAsync(officer, words)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer four", (await FindAsync(officer, "ŽM-78")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_that_a_message_answers_is_found_by_the_numbers_of_the_letter_and_of_its_answers()
    {
        var letter = await LetterAsync("GA-2035-0005");
        var answer = await AnswerAsync("GA-2035-0005", "Answer five");
        var officer = await App.AsAsync(Role.Officer);
        await Entered(await officer.GetAsync(Page(answer)), "FIVE/1", "");
        await Entered(await officer.GetAsync($"/office/letters/{letter}"), "FIVE/2", "");
        await App.ReadAsync(db =>
            db.Letters.Where(l => l.Id == letter)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.AresNumber, "Ares(2024)5550005"), Cancelled)
        );
        var stray = await ArriveAsync("From: someone@elsewhere.example\nSubject: Where does it belong\n\nHello.\n");

        foreach (var number in new[] { "FIVE/1", "FIVE/2", "Ares(2024)5550005" })
        {
            var page = await officer.GetAsync($"{Page(stray)}?find={Uri.EscapeDataString(number)}");
            Assert.Contains("File under GA-2035-0005", page.Text, StringComparison.Ordinal);
        }
    }

    private static Task<TestPage> Entered(TestPage page, string reference, string on) =>
        page.Form("their-reference").With("theirs", reference).With("theirDay", on).SubmitAsync();

    private static Task<TestPage> FindAsync(TestBrowser officer, string words) =>
        officer.GetAsync($"/office/inbox?q={Uri.EscapeDataString(words)}");

    private async Task<Guid> LetterAsync(string reference, bool isSent = true)
    {
        var id = Guid.Empty;
        await App.GivenAsync(async db => id = (await LetterTo.PartnerAsync(db, "ms-fi", reference, isSent: isSent)).Id);
        return id;
    }

    private Task<Message> AnswerAsync(string reference, string subject) =>
        ArriveAsync($"From: registry@interior-fi.example\nSubject: Re: [{reference}] {subject}\n\nThank you.\n");
}
