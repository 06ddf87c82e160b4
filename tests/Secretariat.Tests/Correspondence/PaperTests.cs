using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Correspondence;

/// <summary>What comes on paper becomes a message: its text is read, and whoever took it in has seen the original.</summary>
public sealed class PaperTests(TestApp app) : MailTest(app)
{
    private const string Note = """
        The Embassy of the Republic of Latvia presents its compliments to the Secretariat of the Alliance and has the honour to
        inform it that Latvia nominates Ms Zane Sample, Head of Unit, as its contact point.
        """;

    [Fact]
    public async Task A_note_verbale_proposes_what_its_text_says_and_is_confirmed_without_a_further_reason()
    {
        var thread = await GivenLetterAsync("ms-lv", "GA-2024-4201");
        var officer = await App.AsAsync(Role.Officer);
        var form = await FilledAsync(officer, "ms-lv", "note.txt", Note);
        var page = await form.With("Reference", "GA-2024-4201").With("ReceivedOn", "2024-03-04").SubmitAsync();

        Assert.Contains("It came on paper.", page.Text, StringComparison.Ordinal);
        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.ThreadId == thread.Id, Cancelled));
        Assert.Equal((Channel.Paper, Trust.OnPaper, Reading.Read), (message.Channel, message.Trust, message.Reading));
        Assert.Equal(new DateOnly(2024, 3, 4), Clock.DayOf(message.ReceivedAt));
        var proposal = await App.ReadAsync(db => db.Proposals.SingleAsync(p => p.MessageId == message.Id, Cancelled));
        Assert.Equal((ProposalType.Nomination, "Zane Sample"), (proposal.Type, proposal.Person?.Name));
        Assert.Equal("attachment:note.txt", proposal.Evidence[0].Part);

        await page.Form(Card(proposal)).SubmitAsync("confirm");
        var line = await App.ReadAsync(db =>
            NominationLine
                .Of(db, NominationLine.In(db, NominationStatus.Confirmed).Where(p => p.Id == proposal.Id))
                .SingleAsync(Cancelled)
        );
        Assert.Equal(message.Id, line.Nomination!.MessageId);
    }

    [Fact]
    public async Task The_same_paper_twice_is_one_message()
    {
        var officer = await App.AsAsync(Role.Officer);
        var form = await FilledAsync(officer, "ms-lt", "letter.txt", "We thank you for your letter.");
        Assert.Equal((await form.SubmitAsync()).Address, (await form.SubmitAsync()).Address);
        var other = await FilledAsync(officer, "ms-lt", "letter.txt", "We thank you for your other letter.");
        await other.SubmitAsync();
        Assert.Equal(2, await App.ReadAsync(db => db.Messages.CountAsync(m => m.Subject == "On paper from ms-lt", Cancelled)));
    }

    [Theory]
    [InlineData("letter.exe", "2024-03-04", "", "Choose the scan as PDF")]
    [InlineData("letter.pdf", "2124-03-04", "", "This day is still to come.")]
    [InlineData("letter.pdf", "2024-03-04", "GA-1999-0001", "No letter to this partner has that reference.")]
    public async Task What_cannot_be_taken_in_is_said_and_nothing_is_kept(
        string file,
        string day,
        string reference,
        string reason
    )
    {
        var officer = await App.AsAsync(Role.Officer);
        var form = await FilledAsync(officer, "ms-hu", file, "x");
        var page = await form.With("ReceivedOn", day).With("Reference", reference).SubmitAsync();
        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Messages.AnyAsync(m => m.Subject == "On paper from ms-hu", Cancelled)));
    }

    [Fact]
    public async Task Paper_is_not_answered_by_mail_and_a_reader_takes_none_in()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await (await FilledAsync(officer, "ms-ie", "letter.txt", "We thank you for your letter.")).SubmitAsync();
        Assert.Contains(
            "What came on paper has no address to answer to.",
            (await officer.GetAsync($"{page.Address}/reply")).Text,
            StringComparison.Ordinal
        );
        var reader = await App.AsAsync(Role.Reader);
        Assert.NotEqual(HttpStatusCode.OK, (await reader.PostAsync("/office/inbox/paper", [])).Status);
    }

    private async Task<TestForm> FilledAsync(TestBrowser officer, string partner, string name, string text) =>
        (await officer.GetAsync("/office/inbox/paper"))
            .Form("paper")
            .With("Partner", (await PartnerIdAsync(partner)).ToString())
            .With("Subject", $"On paper from {partner}")
            .With("ReceivedOn", "2024-03-04")
            .WithFile("Document", name, Encoding.UTF8.GetBytes(text));
}
