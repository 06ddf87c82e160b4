using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Nominations;

/// <summary>A nomination says who; in what the partner takes part, it says only where an officer has read it there.</summary>
public sealed class NominationInterestTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task Whoever_is_nominated_for_a_strand_expresses_no_interest_in_it()
    {
        var (message, proposal) = await NominatedAsync("ms-ee", "GA-2024-4501");

        await ConfirmAsync(message, proposal);

        Assert.True(await App.ReadAsync(db => db.Mandates.AnyAsync(m => m.EvidenceMessageId == message.Id, Cancelled)));
        Assert.Empty(await InterestsAsync(message));
    }

    [Fact]
    public async Task What_the_officer_reads_in_the_same_words_is_entered_as_expressed_in_them()
    {
        var (message, proposal) = await NominatedAsync("ms-lv", "GA-2024-4502");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains("Tick a strand only if these words do: “We nominate”", page.Text, StringComparison.Ordinal);

        await ConfirmAsync(message, proposal, "prevention");

        var interest = Assert.Single(await InterestsAsync(message));
        Assert.Equal(
            ("prevention", Stance.Interested, new DateOnly(2024, 3, 4)),
            (interest.StrandCode, interest.Stance, interest.From)
        );
    }

    [Fact]
    public async Task A_decline_stands_until_an_officer_ticks_that_it_ends()
    {
        var (before, decline) = await NominatedAsync("ms-de", "GA-2024-4503", ProposalType.Decline);
        await ConfirmAsync(before, decline);
        var (message, proposal) = await NominatedAsync("ms-de", "GA-2024-4504");
        await ConfirmAsync(message, proposal);
        Assert.Equal(Stance.Declined, Assert.Single(await HeldAsync(message)).Stance);

        (message, proposal) = await NominatedAsync("ms-de", "GA-2024-4505");
        await ConfirmAsync(message, proposal, "alternatives");
        Assert.Equal(Stance.Interested, Assert.Single(await HeldAsync(message)).Stance);
    }

    private async Task<(Message Message, Proposal Proposal)> NominatedAsync(
        string partner,
        string reference,
        ProposalType type = ProposalType.Nomination
    )
    {
        await GivenLetterAsync(partner, reference);
        var message = await ArriveAsync(
            $"From: a@ministry.example\nDate: Mon, 4 Mar 2024 10:00:00 +0100\nSubject: {reference} Answer\n\nWe nominate, as attached.\n"
        );
        var name = type is ProposalType.Nomination ? $"Ada Sample {reference[^1]}" : null;
        return (message, await GivenProposalAsync(message, type, "We nominate", name, "alternatives"));
    }

    private async Task ConfirmAsync(Message message, Proposal proposal, string? interest = null)
    {
        var form = (await (await App.AsAsync(Role.Officer)).GetAsync(Page(message))).Form(Card(proposal));
        form.With(Field(proposal, "Reason"), "By telephone").With(Field(proposal, "From"), "2024-03-04");
        if (interest is not null)
            form.Tick(Field(proposal, "Interests"), interest);
        var page = await form.SubmitAsync("confirm");
        Assert.Contains("The proposal is confirmed", page.Text, StringComparison.Ordinal);
    }

    private Task<List<Interest>> InterestsAsync(Message message) =>
        App.ReadAsync(db => db.Interests.Where(i => i.MessageId == message.Id).ToListAsync(Cancelled));

    /// <summary>What holds for the partner of the message.</summary>
    private Task<List<Interest>> HeldAsync(Message message) =>
        App.ReadAsync(db => db.Interests.Where(i => i.PartnerId == message.PartnerId && i.To == null).ToListAsync(Cancelled));
}
