using System.Globalization;
using Secretariat.Formats.VCard;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Contacts;

/// <summary>Contacts as a file. The columns and their names are the same in every form and stay so: what goes out can come back in.</summary>
public static class ContactFile
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "partner code",
        "partner",
        "kind",
        "name",
        "role",
        "function",
        "strands",
        "language",
        "e-mail",
        "phone",
        "from",
        "until",
        "mandate",
        "person",
        "delivery",
        "addresses as of",
        "footnote",
    ];

    /// <summary>The forms, each with its ending and media type.</summary>
    public static readonly IReadOnlyDictionary<string, string> Forms = RegisterFile
        .Forms.Append(new("vcf", "text/vcard; charset=utf-8"))
        .ToDictionary(StringComparer.Ordinal);

    public static Task<byte[]> WriteAsync(
        string form,
        IReadOnlyList<Contact> contacts,
        FailedMail failed,
        (AsOf AsOf, DateOnly Today) days,
        CancellationToken cancellationToken
    ) =>
        form is "vcf"
            ? Task.FromResult(VCardWriter.Write(contacts.GroupBy(c => c.Person.Id).Select(c => Card(c, failed, days))))
            : RegisterFile.WriteAsync(
                form,
                "contacts",
                Columns,
                contacts.Select(c => Row(c, failed, days.Today)),
                days.AsOf,
                cancellationToken
            );

    private static IReadOnlyList<string> Row(Contact contact, FailedMail failed, DateOnly today)
    {
        var (partner, mandate) = (contact.Partner, contact.Mandate);
        return
        [
            partner.Code,
            partner.Name.In("en"),
            partner.KindCode,
            mandate.Person.Name,
            mandate.Role.ToString(),
            mandate.Function,
            string.Join(' ', mandate.Strands),
            mandate.Language,
            mandate.Person.Email ?? "",
            mandate.Person.Phone ?? "",
            Day(mandate.From),
            mandate.To is { } to ? Day(to.AddDays(-1)) : "",
            mandate.Id.ToString(),
            mandate.PersonId.ToString(),
            Delivery(mandate.Person.Email, failed) ?? "",
            Day(today),
            Footnote(partner) ?? "",
        ];
    }

    private static Card Card(IEnumerable<Contact> ofOne, FailedMail failed, (AsOf AsOf, DateOnly Today) days)
    {
        var contacts = ofOne.ToList();
        var (first, person) = (contacts[0], contacts[0].Person);
        return new Card
        {
            Kind = "individual",
            Uid = $"urn:uuid:{person.Id}",
            Name = person.Name,
            Emails = person.Email is { } email ? [email] : [],
            Phones = person.Phone is { } phone ? [phone] : [],
            Organisation = first.Partner.Name.In("en"),
            Title = first.Mandate.Function,
            Role = string.Join(", ", contacts.Select(c => c.Mandate.Role.Name()).Distinct(StringComparer.Ordinal)),
            Languages = [first.Mandate.Language],
            Note = Note(Delivery(person.Email, failed), AddressDay(days), Footnote(first.Partner)),
        };
    }

    /// <summary>What is known against the address; null where nothing is.</summary>
    private static string? Delivery(string? email, FailedMail failed) =>
        failed.Of(email) is { } known
            ? $"{(known.IsHard ? "of no use" : "failed for this time")} since {Day(Clock.DayOf(known.Since))}"
            : null;

    /// <summary>Of a person the addresses of today alone are kept, which a card of another day says.</summary>
    private static string? AddressDay((AsOf AsOf, DateOnly Today) days) =>
        days.AsOf.Day == days.Today ? null : $"contact as of {Day(days.AsOf.Day)}, with the addresses of {Day(days.Today)}";

    /// <summary>What has to stand with the partner's name.</summary>
    private static string? Footnote(PartnerLine partner) => partner.Footnote?.In("en");

    private static string? Note(params string?[] said) =>
        said.OfType<string>().ToList() is { Count: > 0 } lines ? string.Join('\n', lines) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
