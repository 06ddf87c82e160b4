using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Nominations;

/// <summary>A nomination goes through its states one after the other, each with who and why.</summary>
public sealed class NominationTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task What_was_verified_needs_no_reason_though_nobody_knows_its_sender()
    {
        var (message, proposal) = await NominatedAsync("ms-be", "GA-2024-4101", "Ada Verified");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        page = await page.Form(Card(proposal)).SubmitAsync("verify");
        Assert.Contains("Say in a reason how it was verified", page.Text, StringComparison.Ordinal);
        Assert.Equal(NominationStatus.Proposed, await StateAsync(proposal));

        page = await page.Form(Card(proposal))
            .With(Field(proposal, "Reason"), "Asked the embassy by phone")
            .SubmitAsync("verify");
        Assert.Contains("Asked the embassy by phone", page.Text, StringComparison.Ordinal);
        Assert.Equal(NominationStatus.Verified, await StateAsync(proposal));
        Assert.DoesNotContain("Mark as verified", page.Text, StringComparison.Ordinal);

        await page.Form(Card(proposal)).SubmitAsync("confirm");
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(proposal));
        var record = await officer.GetAsync($"/office/nominations/{proposal.Id}");
        Assert.Equal(["proposed", "verified", "confirmed"], Steps(record));
    }

    [Fact]
    public async Task Whoever_is_replaced_stands_as_replaced_and_a_deputy_beside_them_does_not()
    {
        var (first, one) = await NominatedAsync("ms-lu", "GA-2024-4102", "Ada First");
        var (second, deputy) = await NominatedAsync("ms-lu", "GA-2024-4103", "Bea Deputy", isAlternate: true);
        var (third, other) = await NominatedAsync("ms-lu", "GA-2024-4104", "Cleo Second", ProposalType.Replacement);
        await ConfirmAsync(first, one, "2024-03-01");
        await ConfirmAsync(second, deputy, "2024-03-01");
        await ConfirmAsync(third, other, "2024-06-01");

        Assert.Equal(NominationStatus.Replaced, await StateAsync(one));
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(deputy));
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(other));
        var (successor, ended) = await App.ReadAsync(async db =>
        {
            var former = await db.Nominations.SingleAsync(n => n.ProposalId == one.Id, Cancelled);
            var later = await db.Nominations.SingleAsync(n => n.ProposalId == other.Id, Cancelled);
            return (former.ReplacedById == later.Id, former.EndedOn);
        });
        Assert.True(successor);
        Assert.Equal(new DateOnly(2024, 6, 1), ended);
        var replaced = (
            await (await App.AsAsync(Role.Officer)).GetAsync("/office/nominations?state=Replaced&partner=ms-lu")
        ).Text;
        Assert.Contains("Ada First", replaced, StringComparison.Ordinal);
        Assert.DoesNotContain("Bea Deputy", replaced, StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo Second", replaced, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_replaced_before_that_was_kept_with_nominations_follows_the_record_once()
    {
        var (first, one) = await NominatedAsync("ms-nl", "GA-2024-4201", "Ada Early");
        var (second, part) = await NominatedAsync(
            "ms-nl",
            "GA-2024-4202",
            "Bea Early",
            ProposalType.Replacement,
            strands: "prevention"
        );
        var (third, last) = await NominatedAsync("ms-nl", "GA-2024-4203", "Cleo Early", ProposalType.Replacement);
        await ConfirmAsync(first, one, "2024-03-01");
        await ConfirmAsync(second, part, "2024-04-01");
        await ConfirmAsync(third, last, "2024-05-01");
        var before = await NominationsAsync("ms-nl");
        var (ended, over) = await NominatedAsync("ms-ie", "GA-2024-4204", "Dora Ended");
        await ConfirmAsync(ended, over, "2024-03-01");
        // What other tests left is none of these.
        await MendAsync();
        await App.GivenAsync(async db =>
        {
            (await db.Mandates.SingleAsync(m => m.EvidenceMessageId == ended.Id, Cancelled)).End(new(2024, 5, 1));
            await ForgetAsync(db, before.ConvertAll(n => n.Id));
        });
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(one));

        Assert.Equal(2, await MendAsync());

        Assert.Equal(
            before.Select(n => (n.Status, n.EndedOn, n.ReplacedById)),
            (await NominationsAsync("ms-nl")).Select(n => (n.Status, n.EndedOn, n.ReplacedById))
        );
        Assert.Equal(NominationStatus.Replaced, before[0].Status);
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(over));
        var entry = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == before[0].Id).OrderByDescending(e => e.Id).FirstAsync(Cancelled)
        );
        Assert.Equal("Mend nominations that were replaced", entry.Process);
        Assert.Equal(0, await MendAsync());
    }

    private Task<int> MendAsync() => App.UseAsync(s => s.GetRequiredService<MendNominations>().RunAsync(Cancelled));

    private async Task<List<Nomination>> NominationsAsync(string partner)
    {
        var id = await PartnerIdAsync(partner);
        return await App.ReadAsync(db =>
            db.Nominations.AsNoTracking().Where(n => n.PartnerId == id).OrderBy(n => n.ConfirmedAt).ToListAsync(Cancelled)
        );
    }

    /// <summary>As an earlier version left them.</summary>
    private static async Task ForgetAsync(SecretariatDb db, List<Guid> nominations)
    {
        foreach (var nomination in await db.Nominations.Where(n => nominations.Contains(n.Id)).ToListAsync(Cancelled))
        {
            var entry = db.Entry(nomination);
            entry.Property(n => n.Status).CurrentValue = NominationStatus.Confirmed;
            entry.Property(n => n.EndedOn).CurrentValue = null;
            entry.Property(n => n.ReplacedById).CurrentValue = null;
        }
    }

    [Fact]
    public async Task What_stands_in_the_record_is_withdrawn_with_its_mandate_and_never_before_it_began()
    {
        var (message, proposal) = await NominatedAsync("ms-bg", "GA-2024-4105", "Ada Withdrawn");
        await ConfirmAsync(message, proposal, "2024-03-01");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"/office/nominations/{proposal.Id}");
        page = await page.Form("withdraw").With("LastDay", "2024-02-01").With("Why", "Note verbale 12").SubmitAsync();
        Assert.Contains("A mandate cannot end before it began.", page.Text, StringComparison.Ordinal);
        page = await page.Form("withdraw")
            .With("LastDay", $"{TimeProvider.System.Today().AddDays(30):yyyy-MM-dd}")
            .With("Why", "Note verbale 12")
            .SubmitAsync();
        Assert.Contains("This day is still to come.", page.Text, StringComparison.Ordinal);
        page = await page.Form("withdraw").With("LastDay", "2024-05-31").With("Why", "").SubmitAsync();
        Assert.Contains("Say in a reason how the partner took it back", page.Text, StringComparison.Ordinal);
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(proposal));

        page = await page.Form("withdraw").With("LastDay", "2024-05-31").With("Why", "Note verbale 12").SubmitAsync();
        Assert.Equal(["proposed", "confirmed", "withdrawn by the partner"], Steps(page));
        Assert.Contains("Note verbale 12", page.Text, StringComparison.Ordinal);
        var mandate = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.EvidenceMessageId == message.Id, Cancelled));
        Assert.Equal(new DateOnly(2024, 6, 1), mandate.To);
        Assert.Null(page.Document.QuerySelector("#withdraw"));
    }

    [Fact]
    public async Task Whoever_loses_some_strands_only_stays_confirmed_until_the_rest_goes_too()
    {
        var (first, whole) = await NominatedAsync("ms-at", "GA-2024-4111", "Ada Whole");
        var (second, part) = await NominatedAsync(
            "ms-at",
            "GA-2024-4112",
            "Bea Part",
            ProposalType.Replacement,
            strands: "prevention"
        );
        var (third, last) = await NominatedAsync("ms-at", "GA-2024-4113", "Cleo Last", ProposalType.Replacement);
        await ConfirmAsync(first, whole, "2024-03-01");
        await ConfirmAsync(second, part, "2024-04-01");
        Assert.Equal((NominationStatus.Confirmed, NominationStatus.Confirmed), (await StateAsync(whole), await StateAsync(part)));

        await ConfirmAsync(third, last, "2024-05-01");
        Assert.Equal((NominationStatus.Replaced, NominationStatus.Replaced), (await StateAsync(whole), await StateAsync(part)));
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(last));
    }

    [Fact]
    public async Task What_was_verified_with_one_partner_proves_nothing_for_another()
    {
        var (message, proposal) = await NominatedAsync("ms-hr", "GA-2024-4114", "Ada Moved");
        await GivenLetterAsync("ms-si", "GA-2024-4115");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "Asked Croatia").SubmitAsync("verify");
        var found = await officer.GetAsync($"{Page(message)}?find=GA-2024-4115");
        await found.Form("file-found").SubmitAsync("File under GA-2024-4115 Slovenia");

        page = await officer.GetAsync(Page(message));
        Assert.Contains("That was for another partner", page.Text, StringComparison.Ordinal);
        page = await page.Form(Card(proposal)).SubmitAsync("confirm");
        Assert.Contains("Say in a reason why it is right all the same.", page.Text, StringComparison.Ordinal);
        Assert.Equal(NominationStatus.Verified, await StateAsync(proposal));
    }

    [Fact]
    public async Task Of_one_message_that_takes_part_in_one_strand_and_declines_another_each_word_has_its_own_end()
    {
        var (message, interest) = await NominatedAsync("ms-sk", "GA-2024-4116", null, ProposalType.Interest);
        var decline = await GivenProposalOfAsync(message, ProposalType.Decline, "about the Alliance", null, "response");
        var (later, other) = await NominatedAsync("ms-sk", "GA-2024-4117", null, ProposalType.Decline);
        await ConfirmAsync(message, interest, "2024-03-01");
        await ConfirmAsync(message, decline, "2024-03-01");
        await ConfirmAsync(later, other, "2024-06-01");

        Assert.Equal(NominationStatus.Replaced, await StateAsync(interest));
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(decline));
    }

    [Fact]
    public async Task A_partner_takes_back_what_nobody_has_decided_and_nothing_comes_of_it()
    {
        var (message, proposal) = await NominatedAsync("ms-cz", "GA-2024-4106", "Ada Undecided");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "By mail of today").SubmitAsync("withdraw");

        Assert.Equal(NominationStatus.Withdrawn, await StateAsync(proposal));
        Assert.False(await App.ReadAsync(db => db.Nominations.AnyAsync(n => n.ProposalId == proposal.Id, Cancelled)));
        page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        await page.Form("finish").SubmitAsync();
        Assert.Equal(Triage.Done, (await NowAsync(message)).Triage);
    }

    [Fact]
    public async Task An_interest_gives_way_to_the_next_word_on_its_strand()
    {
        var (first, one) = await NominatedAsync("ms-dk", "GA-2024-4107", null, ProposalType.Interest);
        var (second, other) = await NominatedAsync("ms-dk", "GA-2024-4108", null, ProposalType.Decline);
        await ConfirmAsync(first, one, "2024-03-01");
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(one));
        await ConfirmAsync(second, other, "2024-06-01");

        Assert.Equal(NominationStatus.Replaced, await StateAsync(one));
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(other));
    }

    [Fact]
    public async Task The_list_shows_each_state_once_and_every_nomination_in_one_of_them()
    {
        await NominatedAsync("ms-ee", "GA-2024-4109", "Ada Listed");
        var all = await App.ReadAsync(async db =>
        {
            var lines = new List<Guid>();
            foreach (var state in Enum.GetValues<NominationStatus>())
            {
                var found = await NominationLine.Of(db, NominationLine.In(db, state)).ToListAsync(Cancelled);
                Assert.All(found, line => Assert.Equal(state, line.Status));
                lines.AddRange(found.Select(l => l.Proposal.Id));
            }

            var whole = await NominationLine.In(db, null).Select(p => p.Id).ToListAsync(Cancelled);
            return (lines, whole);
        });
        Assert.NotEmpty(all.whole);
        Assert.Equal(all.whole.Order(), all.lines.Order());
    }

    [Fact]
    public async Task The_list_of_an_earlier_day_shows_each_in_the_state_of_that_day()
    {
        var (message, proposal) = await NominatedAsync("ms-lv", "GA-2024-4118", "Ada Earlier");
        var (second, other) = await NominatedAsync("ms-lv", "GA-2024-4119", "Bea Later", ProposalType.Replacement);
        await ConfirmAsync(message, proposal, "2024-03-05");
        await ConfirmAsync(second, other, "2024-06-01");
        await App.UseAsync(async s =>
        {
            var db = s.GetRequiredService<SecretariatDb>();
            await db
                .Messages.Where(m => m.Id == message.Id)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.ReceivedAt, At(3, 1)), Cancelled);
            await db
                .Messages.Where(m => m.Id == second.Id)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.ReceivedAt, At(5, 1)), Cancelled);
            await db
                .Proposals.Where(p => p.Id == proposal.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.DecidedAt, At(3, 5)), Cancelled);
            await db
                .Proposals.Where(p => p.Id == other.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.DecidedAt, At(5, 20)), Cancelled);
            return 0;
        });

        Assert.Empty(await ShownAsync("2024-02-29", ""));
        Assert.Equal(["Ada Earlier: proposed"], await ShownAsync("2024-03-04", ""));
        Assert.Equal(["Ada Earlier: confirmed"], await ShownAsync("2024-03-05", ""));
        Assert.Equal(["Bea Later: proposed", "Ada Earlier: confirmed"], await ShownAsync("2024-05-19", ""));
        Assert.Equal(["Bea Later: confirmed", "Ada Earlier: confirmed"], await ShownAsync("2024-05-31", ""));
        Assert.Equal(["Bea Later: confirmed", "Ada Earlier: replaced"], await ShownAsync("2024-06-01", ""));
        Assert.Equal(["Ada Earlier: confirmed"], await ShownAsync("2024-05-19", "Confirmed"));
        Assert.Empty(await ShownAsync("2024-05-31", "Replaced"));
        Assert.Equal(["Ada Earlier: replaced"], await ShownAsync("2024-06-01", "Replaced"));

        static DateTimeOffset At(int month, int day) => new(2024, month, day, 9, 0, 0, TimeSpan.Zero);
    }

    private async Task<List<string>> ShownAsync(string asOf, string state)
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(
            $"/office/nominations?partner=ms-lv&asOf={asOf}&state={state}"
        );
        return
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .Select(row => row.QuerySelectorAll("td").Select(d => TestPage.Squeeze(d.TextContent)).ToList())
                .Select(cells => $"{cells[0].Split(": ")[1]}: {cells[^1]}"),
        ];
    }

    [Fact]
    public async Task A_successor_who_is_entered_by_hand_replaces_the_nomination_too()
    {
        var (message, proposal) = await NominatedAsync("ms-ro", "GA-2024-4120", "Ada Former");
        await ConfirmAsync(message, proposal, "2024-03-01");
        var office = await App.AsAsync(Role.Officer);
        var asked = await (await office.GetAsync("/office/partners/ms-ro/mandates/new"))
            .Form("mandate")
            .With("Entry.Name", "Bea Entered")
            .With("Entry.Function", "Director")
            .With("Entry.From", "2024-06-01")
            .With("Entry.Why", "By telephone")
            .SubmitAsync();
        await asked.Form("mandate").With("Entry.Replaces", "true").SubmitAsync();

        Assert.Equal(NominationStatus.Replaced, await StateAsync(proposal));
        var page = await office.GetAsync($"/office/nominations/{proposal.Id}");
        Assert.Equal(["proposed", "confirmed", "replaced"], Steps(page));
        Assert.Null(page.Document.QuerySelector("#withdraw"));
    }

    [Fact]
    public async Task A_nomination_that_is_still_to_begin_is_withdrawn_before_it_does()
    {
        var (message, proposal) = await NominatedAsync("ms-se", "GA-2024-4121", "Ada Future");
        var today = TimeProvider.System.Today();
        await ConfirmAsync(message, proposal, $"{today.AddDays(10):yyyy-MM-dd}");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/nominations/{proposal.Id}");
        page = await page.Form("withdraw").With("Why", "Note verbale 13").SubmitAsync();

        Assert.Contains("withdrawn before its mandate begins", page.Text, StringComparison.Ordinal);
        Assert.Equal(NominationStatus.Withdrawn, await StateAsync(proposal));
        var mandate = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.EvidenceMessageId == message.Id, Cancelled));
        Assert.True(mandate.HeldOnNoDay());
    }

    [Fact]
    public async Task An_interest_that_was_said_twice_ends_with_the_word_that_ends_it()
    {
        var (first, one) = await NominatedAsync("ms-mt", "GA-2024-4122", null, ProposalType.Interest);
        var (again, two) = await NominatedAsync("ms-mt", "GA-2024-4123", null, ProposalType.Interest);
        var (last, decline) = await NominatedAsync("ms-mt", "GA-2024-4124", null, ProposalType.Decline);
        await ConfirmAsync(first, one, "2024-03-01");
        await ConfirmAsync(again, two, "2024-04-01");
        Assert.Equal((NominationStatus.Confirmed, NominationStatus.Confirmed), (await StateAsync(one), await StateAsync(two)));
        await ConfirmAsync(last, decline, "2024-06-01");

        Assert.Equal((NominationStatus.Replaced, NominationStatus.Replaced), (await StateAsync(one), await StateAsync(two)));
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(decline));
    }

    [Fact]
    public async Task A_reader_sees_the_steps_and_changes_none()
    {
        var (message, proposal) = await NominatedAsync("ms-fi", "GA-2024-4110", "Ada Read");
        await ConfirmAsync(message, proposal, "2024-03-01");
        var reader = await App.AsAsync(Role.Reader);
        var page = await reader.GetAsync($"/office/nominations/{proposal.Id}");
        Assert.Contains("Ada Read", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#withdraw"));
        var seen = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/nominations/{proposal.Id}");
        var token = seen.Form("withdraw").Value("__RequestVerificationToken")!;
        var forced = await reader.PostAsync(
            $"/office/nominations/{proposal.Id}?handler=Withdraw",
            [new("__RequestVerificationToken", token), new("LastDay", "2024-05-31"), new("Why", "x")]
        );
        Assert.NotEqual(HttpStatusCode.OK, forced.Status);
        Assert.Equal(NominationStatus.Confirmed, await StateAsync(proposal));
    }

    private async Task<(Message Message, Proposal Proposal)> NominatedAsync(
        string partner,
        string reference,
        string? name,
        ProposalType type = ProposalType.Nomination,
        bool isAlternate = false,
        string? strands = null
    )
    {
        await GivenLetterAsync(partner, reference);
        var message = await ArriveAsync(
            $"""
            From: Registry <registry@elsewhere.example>
            To: mailbox@alliance.example
            Subject: Re: [{reference}]
            Message-ID: <{reference}@elsewhere.example>
            Date: Fri, 1 Mar 2024 10:00:00 +0100

            This is about the Alliance ({reference}).
            """
        );
        var proposal = new Proposal
        {
            MessageId = message.Id,
            Type = type,
            IsAlternate = isAlternate,
            Person = name is null ? null : new ProposedPerson(name, "Head of Unit", null, null, null),
            Strands =
                strands is not null ? [strands]
                : name is null ? ["prevention"]
                : [],
            Evidence = [new Evidence("text", "about the Alliance")],
        };
        await App.GivenAsync(db =>
        {
            db.Proposals.Add(proposal);
            return Task.CompletedTask;
        });
        return (message, proposal);
    }

    private async Task ConfirmAsync(Message message, Proposal proposal, string from)
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        await page.Form(Card(proposal))
            .With(Field(proposal, "Reason"), "By telephone")
            .With(Field(proposal, "From"), from)
            .SubmitAsync("confirm");
    }

    private Task<NominationStatus> StateAsync(Proposal proposal) =>
        App.ReadAsync(async db =>
            (
                await NominationLine.Of(db, NominationLine.In(db, null).Where(p => p.Id == proposal.Id)).SingleAsync(Cancelled)
            ).Status
        );

    private static IEnumerable<string> Steps(TestPage page) =>
        page.Document.QuerySelectorAll("tbody th").Select(h => TestPage.Squeeze(h.TextContent));
}
