using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Nominations;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Whole;

/// <summary>A page asks the database as often for thirty rows as for one.</summary>
public sealed class QueryCountTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task Thirty_answers_from_a_partner_cost_no_more_queries_than_one()
    {
        var thread = await GivenLetterAsync("ms-ee", "GA-2024-0031");
        await GivenDomainAsync("ms-ee", "interior-ee.example");
        var first = await AnswerAsync(thread, 0);
        var (officer, auditor) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Reader));
        var contact = await App.AsAsync(Role.PartnerContact, "ms-ee");
        var speaking = await PersonOfAsync(first);
        await App.ReadAsync(db =>
            db.Users.Where(u => u.PartnerId != null).ExecuteUpdateAsync(s => s.SetProperty(u => u.PersonId, speaking), Cancelled)
        );
        (TestBrowser Who, string Address)[] pages =
        [
            (officer, "/office"),
            (officer, "/office/partners"),
            (officer, "/office/partners/ms-ee"),
            (officer, "/office/partners/ms-ee?asOf=2024-03-20"),
            (officer, "/office/partners/ms-ee/timeline"),
            (officer, "/office/partners/ms-ee/briefing"),
            (officer, $"/office/people/{await PersonOfAsync(first)}/timeline"),
            (officer, "/office/contact-points"),
            (officer, "/office/contact-points?view=NotExpected"),
            (officer, "/office/interests"),
            (officer, "/office/contacts"),
            (officer, "/office/contacts/import"),
            (officer, "/office/partners/import"),
            (officer, "/office/duplicates"),
            (officer, "/office/partners/ms-lv/merge/ms-ee"),
            (officer, "/office/partners/ms-lv/merge?q=estonia"),
            (officer, $"/office/people/{await PersonOfAsync(first)}/merge?q=kadri"),
            (officer, "/office/partners?q=estonia&kind=eu-member-state"),
            (officer, "/office/contacts?role=ContactPoint&strand=prevention"),
            (officer, "/office/events"),
            (officer, "/office/events/conference-2023/programme"),
            (officer, "/office/events/conference-2023/programme/windows"),
            (officer, "/office/mailings"),
            (officer, $"/office/mailings/{await MailingAsync()}"),
            (contact, "/data/partners.csv"),
            (contact, "/feed.atom"),
            (contact, "/en/events/conference-2023"),
            (contact, "/calendar.ics"),
            (contact, "/api/v1/partners"),
            (contact, "/api/v1/partners/ms-ee"),
            (officer, "/office/commitments"),
            (officer, "/office/instruments"),
            (officer, "/office/instruments/joint-declaration-2025"),
            (officer, "/office/inbox?view=done"),
            (officer, Page(first)),
            (officer, "/office/outbox"),
            (officer, "/office/templates"),
            (auditor, "/office/audit"),
            (auditor, "/office/audit/disclosures"),
            (contact, "/desk"),
            (contact, "/desk/letters"),
            (contact, "/desk/actions"),
            (contact, "/desk/briefing"),
            (contact, "/desk/contacts"),
            (contact, "/desk/nominate"),
            (contact, "/en"),
            (contact, "/en/partners"),
        ];
        var few = await CountAsync(pages);

        for (var i = 1; i < 30; i++)
            await AnswerAsync(thread, i);

        Assert.Equal(few, await CountAsync(pages));
        Assert.Contains("Kadri Twentynine", (await officer.GetAsync("/office/partners/ms-ee")).Text, StringComparison.Ordinal);
    }

    /// <summary>Asked once before, so that what is read once for all is not counted.</summary>
    private async Task<List<string>> CountAsync((TestBrowser Who, string Address)[] pages)
    {
        var counts = new List<string>();
        foreach (var (who, address) in pages)
        {
            await who.GetAsync(address);
            counts.Add($"{address}: {await QueryCount.OfAsync(App, () => who.GetAsync(address))}");
        }

        return counts;
    }

    /// <summary>A mail that nominates somebody and tells an interest, both confirmed, one of ours in the outbox, and a letter.</summary>
    private async Task<Message> AnswerAsync(Thread thread, int number)
    {
        var message = await ArriveAsync(
            $"From: registry@interior-ee.example\nSubject: Re: [{thread.Reference}] Answer {number}\n\n"
                + $"We nominate Ms Kadri {Name(number)}, Head of Unit, as our contact point.\n\n"
                + "Estonia is interested in the strand on prevention.\n"
        );
        foreach (var id in await ProposalsOfAsync(message))
            await App.GivenAsync(db => ConfirmAsync(db, id, message.Id, new DateOnly(2024, 3, 1).AddDays(number)));
        await App.GivenAsync(async db => await db.AddAsync(Ours(thread, number), Cancelled));
        await App.GivenAsync(db => LetterTo.PartnerAsync(db, "ms-ee", $"GA-2034-{number:D4}"));
        await App.GivenAsync(async db => await db.AddRangeAsync(Beside(number, message)));
        await App.GivenAsync(async db => await db.AddAsync(await ItemAsync(db, number), Cancelled));
        return message;
    }

    private static async Task<ProgrammeItem> ItemAsync(SecretariatDb db, int number) =>
        new()
        {
            EventId = await db.Events.Where(e => e.Code == "conference-2023").Select(e => e.Id).SingleAsync(Cancelled),
            Day = new DateOnly(2023, 11, 28),
            From = new TimeOnly(9, 0).AddMinutes(number),
            Title = LocalizedText.InEnglish($"Session {number}"),
        };

    /// <summary>To a group that grows with the partners beside.</summary>
    private async Task<Guid> MailingAsync()
    {
        var group = PartnerGroup.ByRule("Agencies", new GroupRule { Kinds = ["eu-agency"] });
        var mailing = new Mailing
        {
            GroupId = group.Id,
            To = MandateRole.ContactPoint,
            Subject = LocalizedText.InEnglish("News"),
            Words = LocalizedText.InEnglish("{salutation}\n\n{news}"),
            NewsSince = new DateOnly(2024, 1, 1),
        };
        await App.GivenAsync(async db => await db.AddRangeAsync([group, mailing], Cancelled));
        return mailing.Id;
    }

    /// <summary>Another partner, with an interest and an endorsement.</summary>
    private static object[] Beside(int number, Message message)
    {
        var partner = new Partner
        {
            Code = $"beside-{number}",
            KindCode = "eu-agency",
            Name = LocalizedText.InEnglish($"Agency {number}"),
            IsListed = true,
        };
        var day = new DateOnly(2024, 3, 1);
        return
        [
            partner,
            new Interest
            {
                PartnerId = partner.Id,
                StrandCode = "prevention",
                Stance = Stance.Interested,
                MessageId = message.Id,
                From = day,
            },
            new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = "joint-declaration-2025",
                Status = EndorsementStatus.Endorsed,
                Mode = EndorsementMode.Mail,
                From = day,
                EvidenceMessageId = message.Id,
                Confidence = "confirmed",
            },
        ];
    }

    private Task<Guid> PersonOfAsync(Message message) =>
        App.ReadAsync(db =>
            db.Mandates.Where(m => m.EvidenceMessageId == message.Id).Select(m => m.PersonId).SingleAsync(Cancelled)
        );

    private Task<List<Guid>> ProposalsOfAsync(Message message) =>
        App.ReadAsync(db => db.Proposals.Where(p => p.MessageId == message.Id).Select(p => p.Id).ToListAsync(Cancelled));

    private static async Task ConfirmAsync(SecretariatDb db, Guid proposalId, Guid messageId, DateOnly from)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == proposalId, Cancelled);
        proposal.Confirm(
            await db.Messages.SingleAsync(m => m.Id == messageId, Cancelled),
            new Correction(proposal.Person, proposal.Strands, from),
            new Decision(null, new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero), "Known to the office.")
        );
    }

    private static OutgoingMessage Ours(Thread thread, int number) =>
        new()
        {
            Purpose = $"count/{number}",
            ToName = "Registry",
            ToAddress = "registry@interior-ee.example",
            Subject = $"Ours {number}",
            Body = "",
            InternetMessageId = $"count-{number}@secretariat.example",
            ThreadId = thread.Id,
            DueAt = new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero),
        };

    private static string Name(int number)
    {
        string[] tens = ["", "Ten", "Twenty"];
        string[] ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        return number < 10 ? char.ToUpperInvariant(ones[number][0]) + ones[number][1..] : tens[number / 10] + ones[number % 10];
    }
}
