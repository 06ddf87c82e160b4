using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Smtp;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Demonstration;

/// <summary>
/// Loads invented people and plays an invented year through the same verbs that officers use, at the time of each step.
/// Nothing leaves: its mail goes nowhere.
/// </summary>
public static class LoadDemonstration
{
    private const string Folder = "demonstration/";

    public static bool IsIn(AllianceFolder folder) => folder.Has(Folder + "year.json");

    /// <param name="services">The application's own services; the demonstration replaces clock and mail in a copy of them.</param>
    public static async Task RunAsync(
        IServiceCollection services,
        Settings settings,
        AllianceFolder folder,
        CancellationToken cancellationToken
    )
    {
        var clock = new DemonstrationClock();
        var year = folder.Read<YearStep>(Folder + "year.json", "steps");
        clock.Set(year[0].On, year[0].At);
        services.AddSingleton<TimeProvider>(clock).AddSingleton<IMailSender, Nowhere>();
        services.AddSingleton(settings with { Mail = settings.Mail with { AuthservId = "mail.secretariat.example" } });
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
            await LoadPeopleAsync(scope.ServiceProvider, folder, cancellationToken);

        var play = new PlayYear(provider, clock, folder.PathOf(Folder + "replies"));
        foreach (var step in year)
            await play.DoAsync(step, cancellationToken);
    }

    private static async Task LoadPeopleAsync(
        IServiceProvider services,
        AllianceFolder folder,
        CancellationToken cancellationToken
    )
    {
        var (db, trail) = (services.GetRequiredService<SecretariatDb>(), services.GetRequiredService<AccountTrail>());
        db.Partners.AddRange(folder.Read<InventedPartner>(Folder + "partners.json").Select(Invented));
        await db.SaveAsync(Text.Key("Load the demonstration"), cancellationToken: cancellationToken);
        var partners = await db.Partners.ToDictionaryAsync(p => p.Code, cancellationToken);
        foreach (var people in folder.Read<PartnerPeople>(Folder + "people.json"))
            AddPeople(db, partners[people.Partner], people);
        foreach (var record in folder.Read<AccountRecord>(Folder + "accounts.json"))
        {
            var account = Account(record, record.Partner is { } code ? partners[code].Id : null);
            trail.Write(account, Text.Key("Load the demonstration"));
            db.Users.Add(account);
        }

        db.Senders.Add(Sender(folder.ReadOne<SenderRecord>(Folder + "sender.json")));
        await db.SaveAsync(Text.Key("Load the demonstration"), cancellationToken: cancellationToken);
    }

    private static Partner Invented(InventedPartner record) =>
        new()
        {
            Code = record.Code,
            KindCode = record.Kind,
            Name = record.Name,
            Footnote = record.Footnote,
        };

    private static void AddPeople(SecretariatDb db, Partner partner, PartnerPeople people)
    {
        var partnerId = partner.Id;
        partner.PreferredForm = people.Prefers;
        db.PartnerDomains.Add(new PartnerDomain { PartnerId = partnerId, Domain = people.Domain });
        if (people.Head is { } head)
        {
            var person = new Person
            {
                Name = head.Name,
                Email = people.Mailbox,
                Form = head.Form,
            };
            db.Add(person);
            db.Add(Principal(partnerId, person.Id, head));
        }

        foreach (var contact in people.Contacts.Where(c => c.Mandates.Exists(m => m.Reply is null)))
            AddContact(db, partnerId, contact);
    }

    private static Mandate Principal(Guid partnerId, Guid personId, HeadRecord head) =>
        new()
        {
            PartnerId = partnerId,
            PersonId = personId,
            Role = MandateRole.Principal,
            Function = head.Function.In("en"),
            Functions = head.Function,
            Rank = head.Rank,
            Language = head.Language,
            From = head.From,
        };

    private static void AddContact(SecretariatDb db, Guid partnerId, ContactRecord contact)
    {
        var person = new Person
        {
            Name = contact.Name,
            Email = contact.Email,
            Phone = contact.Phone,
            Form = contact.Form,
            ShownToContactPointsSince = contact.Shown,
        };
        db.Add(person);
        foreach (var record in contact.Mandates.Where(m => m.Reply is null))
        {
            var mandate = new Mandate
            {
                PartnerId = partnerId,
                PersonId = person.Id,
                Role = record.Role,
                Function = contact.Function.In("en"),
                Functions = contact.Function,
                Language = contact.Language,
                Strands = record.Strands,
                From = record.From,
            };
            if (record.To is { } last)
                mandate.End(last.AddDays(1));
            db.Add(mandate);
        }
    }

    private static Account Account(AccountRecord record, Guid? partnerId) =>
        new()
        {
            UserName = record.Email,
            NormalizedUserName = record.Email.ToUpperInvariant(),
            Email = record.Email,
            NormalizedEmail = record.Email.ToUpperInvariant(),
            SecurityStamp = Guid.CreateVersion7().ToString(),
            Name = record.Name,
            Role = record.Role,
            Language = record.Language,
            PartnerId = partnerId,
            IsDemonstration = true,
        };

    private static Sender Sender(SenderRecord record) =>
        new()
        {
            Name = record.Name,
            Institution = record.Institution,
            Portfolio = record.Portfolio,
            Address = record.Address.ToText(),
            Place = record.Place,
            Phone = record.Phone,
            Mailbox = record.Mailbox,
        };

    private sealed class Nowhere : IMailSender
    {
        public Task<Sending> SendAsync(
            ReadOnlyMemory<byte> message,
            SmtpEnvelope envelope,
            CancellationToken cancellationToken
        ) => Task.FromResult<Sending>(new Sending.Accepted(Text.Key("Demonstration: not sent")));
    }
}
