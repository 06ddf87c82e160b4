using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Nominations;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

/// <summary>What a test of timelines and briefings takes as given of a partner.</summary>
internal static class PartnerFacts
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Something of every sort, in 2025 but for the letter.</summary>
    public static async Task OneOfEachAsync(SecretariatDb db, string code)
    {
        var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
        var person = new Person { Name = "Jana Timeline", Email = $"Jana@{code}.example" };
        var mandate = Mandate(partner, person, new(2025, 1, 15));
        mandate.End(new(2025, 8, 1));
        var thread = new Thread { PartnerId = partner.Id, Subject = "A question" };
        var message = Message(db, thread, Moment(2025, 6, 19), "A question", $"jana@{code}.example");
        var reply = Reply(db, thread, message, Moment(2025, 6, 20), $"Jana@{code}.example");
        db.AddRange(person, mandate, thread, message, reply);
        await LetterTo.PartnerAsync(db, code, $"GA-2024-99{(code == "ms-cz" ? "01" : code[3..])}");
        db.Add(
            new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = "call-to-action-2023",
                Status = EndorsementStatus.Endorsed,
                Mode = EndorsementMode.Meeting,
                From = new(2025, 5, 1),
                Sources = ["https://news.example"],
                Confidence = "confirmed",
            }
        );
        db.Add(Interest(partner, message, "prevention", new(2025, 4, 2)));
        db.Add(
            new KindBefore
            {
                PartnerId = partner.Id,
                KindCode = "partner-country",
                Until = new(2025, 4, 1),
            }
        );
        db.Add(
            new ListingBefore
            {
                PartnerId = partner.Id,
                IsListed = false,
                Until = new(2025, 3, 15),
            }
        );
        db.Add(Route(partner, new(2025, 2, 1), new(2025, 5, 1)));
        db.Add(
            new OnboardingTaken
            {
                PartnerId = partner.Id,
                StepCode = "contact",
                On = new(2025, 3, 1),
                Note = "Minutes",
            }
        );
    }

    /// <summary>Messages, replies, letters, mandates and routes at random, and several at one moment.</summary>
    public static async Task ManyAsync(SecretariatDb db, string code, Random random, int number)
    {
        var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
        var thread = new Thread { PartnerId = partner.Id, Subject = "Many" };
        db.Add(thread);
        for (var i = 0; i < number; i++)
        {
            // The midnights of a week around the change to summer time, at which what has no hour stands too.
            var at = new DateTimeOffset(2025, 3, 26, 23, 0, 0, TimeSpan.Zero).AddHours(random.Next(8 * 24));
            var (day, until) = (Clock.DayOf(at), Clock.DayOf(at).AddDays(random.Next(3)));
            var message = Message(db, thread, at, $"Message {i}", "somebody@interior.example");
            var person = new Person { Name = $"Person {i}" };
            var mandate = Mandate(partner, person, day);
            mandate.End(until);
            db.AddRange(message, Reply(db, thread, message, at.AddHours(random.Next(3)), "x@interior.example"));
            db.AddRange(person, mandate, Route(partner, day, until));
        }
    }

    /// <summary>All of it by a plain merge, as the page says it: newest first, what has an hour before what has none.</summary>
    public static async Task<List<string>> AllAsync(SecretariatDb db, string code, DateOnly? until)
    {
        var partner = await db
            .Partners.Include(p => p.Relations)
            .Include(p => p.Routes)
            .SingleAsync(p => p.Code == code, Cancelled);
        var found = new List<(DateTimeOffset At, Guid Id, string Words)>();
        foreach (var m in await db.Messages.Where(m => m.PartnerId == partner.Id).ToListAsync(Cancelled))
            found.Add((m.ReceivedAt, m.Id, m.Subject));
        foreach (var m in await db.Outbox.Where(m => m.SentAt != null).ToListAsync(Cancelled))
            if (await db.Threads.AnyAsync(t => t.Id == m.ThreadId && t.PartnerId == partner.Id, Cancelled))
                found.Add((m.SentAt!.Value, m.Id, m.Subject));
        foreach (var m in await db.Mandates.Include(m => m.Person).Where(m => m.PartnerId == partner.Id).ToListAsync(Cancelled))
        {
            found.Add((MidnightOf(m.From), m.Id, $"Mandate begins: {m.Person.Name}, Contact point"));
            if (m.To is { } to && to != m.From)
                found.Add((MidnightOf(to), m.Id, $"Mandate has ended: {m.Person.Name}, Contact point"));
        }
        foreach (var r in partner.Routes)
        {
            found.Add((MidnightOf(r.From), r.Id, "On the route Western Balkan route: transit"));
            if (r.To is { } to && to != r.From)
                found.Add((MidnightOf(to), r.Id, "No longer on the route Western Balkan route: transit"));
        }
        foreach (var r in partner.Relations)
        {
            var title = (await db.Events.SingleOrDefaultAsync(e => e.Code == r.Of, Cancelled))?.Title.In("en") ?? r.Of;
            found.Add((MidnightOf(r.On), r.Id, TestPage.Squeeze($"{r.Kind.Name()} {title}")));
        }

        return
        [
            .. found
                .Where(f => until is null || Clock.DayOf(f.At) <= until)
                .OrderByDescending(f => f.At)
                .ThenByDescending(f => f.Id.ToString(), StringComparer.Ordinal)
                .Select(f => f.Words),
        ];
    }

    /// <summary>The keys of what <see cref="OneOfEachAsync"/> has made.</summary>
    public static async Task<(Guid Person, Guid Message, Guid Reply, Guid Letter, Guid Campaign)> LinksAsync(
        SecretariatDb db,
        string code
    )
    {
        var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
        var letter = await db.Letters.SingleAsync(l => l.PartnerId == partner.Id, Cancelled);
        var message = await db.Messages.SingleAsync(m => m.PartnerId == partner.Id && m.Subject == "A question", Cancelled);
        return (
            await db
                .Mandates.Where(m => m.PartnerId == partner.Id && m.Person.Name == "Jana Timeline")
                .Select(m => m.PersonId)
                .SingleAsync(Cancelled),
            message.Id,
            await db.Outbox.Where(m => m.ThreadId == message.ThreadId).Select(m => m.Id).SingleAsync(Cancelled),
            letter.Id,
            letter.CampaignId
        );
    }

    public static Mandate Mandate(Partner partner, Person person, DateOnly from, MandateRole role = MandateRole.ContactPoint) =>
        new()
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = role,
            Function = "Head of Unit",
            From = from,
        };

    public static Interest Interest(Partner partner, Message message, string strand, DateOnly from) =>
        new()
        {
            PartnerId = partner.Id,
            StrandCode = strand,
            Stance = Stance.Interested,
            MessageId = message.Id,
            From = from,
        };

    public static Message Message(
        SecretariatDb db,
        Thread thread,
        DateTimeOffset at,
        string subject,
        string from,
        Trust trust = Trust.Known
    )
    {
        var message = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = at,
            RawSha256 = null,
            Size = 0,
        };
        var read = db.Entry(message);
        read.Property(m => m.Reading).CurrentValue = Reading.Read;
        read.Property(m => m.Subject).CurrentValue = subject;
        read.Property(m => m.FromAddress).CurrentValue = from;
        message.File(thread, FiledBy.Person, trust);
        return message;
    }

    public static OutgoingMessage Reply(SecretariatDb db, Thread thread, Message message, DateTimeOffset at, string to)
    {
        var reply = new OutgoingMessage
        {
            Purpose = $"{OutgoingMessage.ReplyPurpose}{message.Id}/{Guid.CreateVersion7():N}",
            ToName = "Jana Timeline",
            ToAddress = to,
            Subject = $"Re: {message.Subject}",
            Body = "",
            InternetMessageId = $"{Guid.CreateVersion7():N}@secretariat.example",
            ThreadId = thread.Id,
            DueAt = at,
        };
        db.Entry(reply).Property(m => m.SentAt).CurrentValue = at;
        return reply;
    }

    public static PartnerRoute Route(Partner partner, DateOnly from, DateOnly to)
    {
        var route = new PartnerRoute
        {
            PartnerId = partner.Id,
            RouteCode = "WBAL",
            Role = RouteRole.Transit,
            From = from,
        };
        route.End(to);
        return route;
    }

    public static DateTimeOffset Moment(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset MidnightOf(DateOnly day) => Clock.InstantOf(day.ToDateTime(TimeOnly.MinValue));
}
