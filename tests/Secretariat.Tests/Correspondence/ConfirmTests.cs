using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;

namespace Secretariat.Tests.Correspondence;

/// <summary>What is confirmed is what was seen, about whom it was seen, and what the sender said.</summary>
public sealed class ConfirmTests(TestApp app) : MailTest(app)
{
    private const string Known = "who already stands in the record under this name";

    [Fact]
    public async Task A_message_that_a_colleague_filed_elsewhere_is_not_confirmed_as_it_was_seen()
    {
        await GivenLetterAsync("ms-be", "GA-2024-4001");
        await GivenLetterAsync("ms-lu", "GA-2024-4002");
        var message = await ArriveAsync(Reply("GA-2024-4001", "one"));
        var proposal = await GivenProposalAsync(message, ProposalType.Nomination, "We nominate", "Ada Sample");
        var (officer, colleague) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Officer));
        var seen = await officer.GetAsync(Page(message));
        var found = await colleague.GetAsync($"{Page(message)}?find=GA-2024-4002");
        await found.Form("file-found").SubmitAsync("File under GA-2024-4002 Luxembourg");

        var late = await seen.Form(Card(proposal)).With(Field(proposal, "Reason"), "By telephone").SubmitAsync("confirm");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Someone was faster", late.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(proposal)).IsOpen);
        Assert.False(await App.ReadAsync(db => db.Mandates.AnyAsync(m => m.EvidenceMessageId == message.Id, Cancelled)));
    }

    [Fact]
    public async Task A_decline_names_its_strands_or_says_that_it_means_all()
    {
        await GivenLetterAsync("ms-bg", "GA-2024-4003");
        var message = await ArriveAsync(Reply("GA-2024-4003", "two"));
        var proposal = await GivenProposalAsync(message, ProposalType.Decline, "We nominate");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        page = await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "By telephone").SubmitAsync("confirm");
        Assert.Contains("Say which strands the partner declines", page.Text, StringComparison.Ordinal);
        Assert.Empty(await InterestsAsync(message));

        await page.Form(Card(proposal)).Tick(Field(proposal, "AllStrands"), "true").SubmitAsync("confirm");
        Assert.Equal(
            ["alternatives", "prevention", "response"],
            (await InterestsAsync(message)).Select(i => i.StrandCode).Order(StringComparer.Ordinal)
        );
        Assert.Equal(3, (await NowAsync(proposal)).Strands.Count);
    }

    [Fact]
    public async Task An_endorsement_says_of_which_text_and_stands_in_the_record_with_its_message()
    {
        await GivenLetterAsync("ms-si", "GA-2026-4013");
        var message = await ArriveAsync(Reply("GA-2026-4013", "endorsing"));
        var proposal = await GivenProposalAsync(message, ProposalType.Endorsement, "We nominate");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        page = await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "By telephone").SubmitAsync("confirm");
        Assert.Contains("Say which text the partner endorses.", page.Text, StringComparison.Ordinal);
        page = await page.Form(Card(proposal))
            .With(Field(proposal, "Instrument"), "joint-declaration-2025")
            .With(Field(proposal, "From"), "2025-12-09")
            .SubmitAsync("confirm");
        Assert.Contains("nobody can have endorsed it before", page.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(proposal)).IsOpen);
        page = await page.Form(Card(proposal))
            .With(Field(proposal, "From"), "2026-01-15")
            .With(Field(proposal, "Signatory"), "Ada Sample, Minister")
            .SubmitAsync("confirm");

        Assert.Contains("stands as endorsed since 15 January 2026.", page.Text, StringComparison.Ordinal);
        var entered = await App.ReadAsync(db => db.Endorsements.SingleAsync(e => e.EvidenceMessageId == message.Id, Cancelled));
        Assert.Equal((EndorsementStatus.Endorsed, "Ada Sample, Minister"), (entered.Status, entered.Signatory));
    }

    [Fact]
    public async Task The_sender_is_weighed_by_the_domains_of_the_day_on_which_it_is_decided()
    {
        await GivenLetterAsync("ms-cz", "GA-2024-4004");
        await GivenDomainAsync("ms-cz", "ministry.example");
        var message = await ArriveAsync(Reply("GA-2024-4004", "three"));
        Assert.Equal(Trust.NotChecked, message.Trust);
        var proposal = await GivenProposalAsync(message, ProposalType.Nomination, "We nominate", "Ada Sample");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        Assert.Contains("Not verified: no receiving server is configured", page.Text, StringComparison.Ordinal);
        await App.GivenAsync(async db =>
            db.PartnerDomains.Remove(await db.PartnerDomains.SingleAsync(d => d.Domain == "ministry.example", Cancelled))
        );

        page = await page.Form(Card(proposal)).SubmitAsync("confirm");
        Assert.Contains("The sender is not known for this partner.", page.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(proposal)).IsOpen);

        await GivenDomainAsync("ms-cz", "ministry.example");
        page = await officer.GetAsync(Page(message));
        await page.Form(Card(proposal)).SubmitAsync("confirm");
        Assert.Equal((ProposalStatus.Confirmed, null), ((await NowAsync(proposal)).Status, (await NowAsync(proposal)).Reason));
        Assert.Equal(Trust.NotChecked, (await NowAsync(message)).Trust);
    }

    [Fact]
    public async Task Somebody_nominated_twice_stays_one_person_with_one_mandate()
    {
        await GivenLetterAsync("ms-dk", "GA-2024-4005");
        var first = await NominatedAsync("GA-2024-4005", "four", "Adèle Sample");
        await first.Page.Form(Card(first.Proposal)).With(Field(first.Proposal, "Reason"), "Known").SubmitAsync("confirm");

        var second = await NominatedAsync("GA-2024-4005", "five", "SAMPLE, Adele");
        Assert.Contains(Known, second.Page.Text, StringComparison.Ordinal);
        await second.Page.Form(Card(second.Proposal)).With(Field(second.Proposal, "Reason"), "Known").SubmitAsync("confirm");

        var partner = await PartnerIdAsync("ms-dk");
        var mandate = await App.ReadAsync(db =>
            db.Mandates.Include(m => m.Person).SingleAsync(m => m.PartnerId == partner, Cancelled)
        );
        Assert.Equal("Adèle Sample", mandate.Person.Name);
        Assert.Equal(2, await App.ReadAsync(db => db.Nominations.CountAsync(n => n.MandateId == mandate.Id, Cancelled)));
    }

    [Fact]
    public async Task A_contact_point_is_not_confirmed_as_their_own_alternate()
    {
        await GivenLetterAsync("ms-hu", "GA-2024-4014");
        var first = await NominatedAsync("GA-2024-4014", "thirteen", "Toomas Sample");
        await first.Page.Form(Card(first.Proposal)).With(Field(first.Proposal, "Reason"), "Known").SubmitAsync("confirm");

        var second = await NominatedAsync("GA-2024-4014", "fourteen", "Toomas Sample");
        var page = await second
            .Page.Form(Card(second.Proposal))
            .Tick(Field(second.Proposal, "IsAlternate"), "true")
            .With(Field(second.Proposal, "Reason"), "Known")
            .SubmitAsync("confirm");

        Assert.Contains("Nobody is their own alternate", page.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(second.Proposal)).IsOpen);
        var partner = await PartnerIdAsync("ms-hu");
        Assert.Equal(1, await App.ReadAsync(db => db.Mandates.CountAsync(m => m.PartnerId == partner, Cancelled)));
    }

    [Fact]
    public async Task An_address_that_gives_way_to_the_one_of_the_message_is_shown_before_it_does()
    {
        await GivenLetterAsync("ms-fi", "GA-2024-4009");
        var minister = new Person { Name = "Aino Sample", Email = "minister@interior-fi.example" };
        var partner = await PartnerIdAsync("ms-fi");
        await App.GivenAsync(db =>
        {
            db.AddRange(minister, PrincipalOf(partner, minister));
            return Task.CompletedTask;
        });
        var (_, proposal, page) = await NominatedAsync("GA-2024-4009", "ten", "Aino Sample", "aino@interior-fi.example");
        Assert.Contains(
            "the address minister@interior-fi.example gives way to the one above",
            page.Text,
            StringComparison.Ordinal
        );

        page = await page.Form(Card(proposal)).With(Field(proposal, "From"), "2204-03-04").SubmitAsync("confirm");
        Assert.Contains("Choose a day from 1 January 1990 to", page.Text, StringComparison.Ordinal);
        await page.Form(Card(proposal))
            .With(Field(proposal, "From"), "2024-03-04")
            .With(Field(proposal, "Email"), "minister@interior-fi.example")
            .With(Field(proposal, "Reason"), "Known")
            .SubmitAsync("confirm");

        Assert.Equal(2, await App.ReadAsync(db => db.Mandates.CountAsync(m => m.PersonId == minister.Id, Cancelled)));
        Assert.Equal(
            "minister@interior-fi.example",
            await App.ReadAsync(db => db.Persons.Where(p => p.Id == minister.Id).Select(p => p.Email).SingleAsync(Cancelled))
        );
    }

    private static Mandate PrincipalOf(Guid partner, Person person) =>
        new()
        {
            PartnerId = partner,
            PersonId = person.Id,
            Role = MandateRole.Principal,
            Function = "Minister",
            From = new DateOnly(2024, 1, 1),
        };

    [Fact]
    public async Task A_namesake_becomes_a_person_of_their_own_when_the_officer_says_so()
    {
        await GivenLetterAsync("ms-de", "GA-2024-4006");
        var first = await NominatedAsync("GA-2024-4006", "six", "Kim Sample");
        await first.Page.Form(Card(first.Proposal)).With(Field(first.Proposal, "Reason"), "Known").SubmitAsync("confirm");

        var second = await NominatedAsync("GA-2024-4006", "seven", "Somebody Else");
        Assert.DoesNotContain(Known, second.Page.Text, StringComparison.Ordinal);
        var asked = await second
            .Page.Form(Card(second.Proposal))
            .With(Field(second.Proposal, "Name"), "Kim Sample")
            .With(Field(second.Proposal, "Reason"), "Known")
            .SubmitAsync("confirm");
        Assert.Contains("Say whether it is the same person.", asked.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(second.Proposal)).IsOpen);
        await asked.Form(Card(second.Proposal)).With(Field(second.Proposal, "Which"), "new").SubmitAsync("confirm");

        var partner = await PartnerIdAsync("ms-de");
        var mandates = await App.ReadAsync(db => db.Mandates.Where(m => m.PartnerId == partner).ToListAsync(Cancelled));
        Assert.Equal(2, mandates.Select(m => m.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task A_name_that_is_corrected_takes_the_answer_about_the_former_one_with_it()
    {
        await GivenLetterAsync("ms-lt", "GA-2024-4010");
        var first = await NominatedAsync("GA-2024-4010", "eleven", "Kim Sample");
        await first.Page.Form(Card(first.Proposal)).With(Field(first.Proposal, "Reason"), "Known").SubmitAsync("confirm");

        var second = await NominatedAsync("GA-2024-4010", "twelve", "Kim Sample");
        await second
            .Page.Form(Card(second.Proposal))
            .With(Field(second.Proposal, "Name"), "Bo Other")
            .With(Field(second.Proposal, "Reason"), "Misread")
            .SubmitAsync("confirm");

        var partner = await PartnerIdAsync("ms-lt");
        Assert.Equal(
            ["Bo Other", "Kim Sample"],
            (
                await App.ReadAsync(db =>
                    db.Mandates.Where(m => m.PartnerId == partner).Select(m => m.Person.Name).ToListAsync(Cancelled)
                )
            ).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_corrected_person_stands_in_the_history_with_both_names()
    {
        await GivenLetterAsync("ms-ee", "GA-2024-4007");
        var (_, proposal, page) = await NominatedAsync("GA-2024-4007", "eight", "Ada Smaple");

        page = await page.Form(Card(proposal))
            .With(Field(proposal, "Name"), "Ada Sample")
            .With(Field(proposal, "Reason"), "Misspelt")
            .SubmitAsync("confirm");

        Assert.Contains("Name: Ada Smaple → Ada Sample", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Function: Head of Unit → Head of Unit", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_open_answers_for_one_strand_cannot_both_be_saved()
    {
        await GivenLetterAsync("ms-ie", "GA-2024-4008");
        var message = await ArriveAsync(Reply("GA-2024-4008", "nine"));
        var (from, later) = (new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 8));
        var first = InterestOf(message, Stance.Interested, from);
        await App.GivenAsync(db => Task.FromResult(db.Add(first)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            App.GivenAsync(db => Task.FromResult(db.Add(InterestOf(message, Stance.Declined, from))))
        );
        await App.GivenAsync(async db =>
        {
            (await db.Interests.SingleAsync(i => i.Id == first.Id, Cancelled)).End(later);
            db.Add(InterestOf(message, Stance.Declined, later));
        });

        Assert.Equal(2, (await InterestsAsync(message)).Count);
    }

    private static Interest InterestOf(Message message, Stance stance, DateOnly from) =>
        new()
        {
            PartnerId = message.PartnerId!.Value,
            StrandCode = "prevention",
            Stance = stance,
            MessageId = message.Id,
            From = from,
        };

    private async Task<(Message Message, Proposal Proposal, TestPage Page)> NominatedAsync(
        string reference,
        string subject,
        string name,
        string? email = null
    )
    {
        var message = await ArriveAsync(Reply(reference, subject));
        var person = new ProposedPerson(name, "Head of Unit", null, email, null);
        var proposal = await GivenProposalOfAsync(message, ProposalType.Nomination, "We nominate", person);
        return (message, proposal, await (await App.AsAsync(Role.Officer)).GetAsync(Page(message)));
    }

    private Task<List<Interest>> InterestsAsync(Message message) =>
        App.ReadAsync(db => db.Interests.Where(i => i.MessageId == message.Id).ToListAsync(Cancelled));

    private static string Reply(string reference, string subject) =>
        $"From: a@ministry.example\nDate: Mon, 4 Mar 2024 10:00:00 +0100\nSubject: {reference} {subject}\n\nWe nominate, as attached.\n";
}
