using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Bench;

/// <summary>Invented partners beside those of the Alliance, each with people, a letter, answers, an interest and an endorsement.</summary>
internal sealed class RegisterMaker(IServiceProvider services, IReadOnlyList<string> kinds, string instrument, string strand)
{
    private const int Batch = 500;
    private static readonly DateOnly Day = new(2024, 3, 1);
    private static readonly DateTimeOffset Moment = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words =
    [
        "Ågerup",
        "Bistrița",
        "Čáslav",
        "Délék",
        "Évora",
        "Győr",
        "Łomża",
        "Ñuñoa",
        "Øster",
        "Zürich",
    ];

    public static string Code(int number) => $"made-{number}";

    /// <summary>Until there are so many partners; the audit of what is invented is left out.</summary>
    public static async Task FillAsync(IServiceProvider services, int size)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        // Of Member States there are few, and each new one takes its place among all of them.
        var kinds = await db
            .PartnerKinds.Where(k => k.Code != PartnerKind.MemberState)
            .OrderBy(k => k.Order)
            .Select(k => k.Code)
            .ToListAsync();
        var instrument = await db.Instruments.OrderBy(i => i.On).Select(i => i.Code).FirstAsync();
        var strand = await db.Strands.OrderBy(s => s.Order).Select(s => s.Code).FirstAsync();
        var there = await db.Partners.CountAsync();
        var campaign = new Campaign
        {
            Title = "Invented",
            TemplateCode = "follow-up",
            AnnexAsOf = Day,
        };
        db.Add(campaign);
        await db.SaveAsync("Invent a register");
        var maker = new RegisterMaker(services, kinds, instrument, strand);
        for (var number = 0; number < size - there; number += Batch)
            await maker.MakeAsync(number, Math.Min(number + Batch, size - there), campaign.Id);
        await db.Letters.ExecuteUpdateAsync(s =>
            s.SetProperty(l => l.SentAt, Moment).SetProperty(l => l.Status, LetterStatus.Sent)
        );
        if (!db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private async Task MakeAsync(int from, int until, Guid campaign)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        for (var number = from; number < until; number++)
            Make(db, number, campaign);
        await db.SaveAsync("Invent a register");
    }

    private void Make(SecretariatDb db, int number, Guid campaign)
    {
        var partner = new Partner
        {
            Code = Code(number),
            KindCode = kinds[number % kinds.Count],
            Name = new LocalizedText([
                new("en", $"{Words[number % 10]} {number}"),
                new("fr", $"{Words[number * 7 % 10]} {number}"),
            ]),
            IsListed = true,
        };
        db.Add(partner);
        Engage(db, partner, MandateRole.ContactPoint, number);
        Engage(db, partner, MandateRole.Principal, number);
        var answer = Correspond(db, partner, campaign, number);
        db.Add(
            new Interest
            {
                PartnerId = partner.Id,
                StrandCode = strand,
                Stance = Stance.Interested,
                MessageId = answer.Id,
                From = Day,
            }
        );
        db.Add(
            new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = instrument,
                Status = EndorsementStatus.Endorsed,
                Mode = EndorsementMode.Letter,
                From = Day,
                EvidenceMessageId = answer.Id,
                Confidence = "confirmed",
            }
        );
    }

    private static void Engage(SecretariatDb db, Partner partner, MandateRole role, int number)
    {
        var person = new Person { Name = $"Official {number} {role}", Email = $"{role}-{number}@ministry{number}.example" };
        db.Add(
            new Mandate
            {
                PartnerId = partner.Id,
                PersonId = person.Id,
                Person = person,
                Role = role,
                Function = "Head of Unit",
                From = Day,
            }
        );
    }

    private static Message Correspond(SecretariatDb db, Partner partner, Guid campaign, int number)
    {
        var thread = new Thread { PartnerId = partner.Id, Subject = $"Matter {number}" };
        db.Add(thread);
        db.Add(
            new Letter
            {
                CampaignId = campaign,
                PartnerId = partner.Id,
                Order = number,
                Language = "en",
                Rank = "minister",
                Form = AddressForm.Unknown,
            }
        );
        var messages = Enumerable.Range(0, 2).Select(day => Answer(thread, day)).ToList();
        db.AddRange(messages);
        return messages[0];
    }

    private static Message Answer(Thread thread, int day)
    {
        var message = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = Moment.AddDays(day),
            RawSha256 = null,
            Size = 1,
        };
        message.File(thread, FiledBy.Person, Trust.Known);
        return message;
    }
}
