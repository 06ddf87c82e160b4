using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.BrowserTests;

/// <summary>An invented minister to whom letters of a test go.</summary>
internal sealed record Addressee(string Partner, string Minister, AddressForm Form, string Domain)
{
    public string Mailbox { get; } = $"minister-{Guid.CreateVersion7():N}@{Domain}";

    public void Add(SecretariatDb db, Guid partnerId)
    {
        var minister = new Person
        {
            Name = Minister,
            Email = Mailbox,
            Form = Form,
        };
        db.Add(minister);
        db.Add(
            new Mandate
            {
                PartnerId = partnerId,
                PersonId = minister.Id,
                Role = MandateRole.Principal,
                Function = "Minister of the Interior",
                Rank = "minister",
                From = new DateOnly(2023, 6, 1),
            }
        );
        db.Add(new PartnerDomain { PartnerId = partnerId, Domain = Domain });
    }
}

/// <summary>Two invented ministers, and the sender who writes to them.</summary>
internal sealed class Addressees
{
    public Addressee Estonia { get; } = new("ms-ee", "Ilse Maranova", AddressForm.Female, "interior-ee.example");

    public Addressee Finland { get; } = new("ms-fi", "Otso Virranto", AddressForm.Male, "interior-fi.example");

    public async Task GivenToAsync(BrowserApp app)
    {
        foreach (var addressee in new[] { Estonia, Finland })
            await app.GivenAsync(addressee.Partner, addressee.Add);
        await app.GivenAsync(Estonia.Partner, (db, _) => db.Add(NewSender()));
    }

    private static Sender NewSender() =>
        new()
        {
            Name = "Astrid Kallemaa",
            Institution = new([new("en", "Secretariat"), new("fr", "Secrétariat")]),
            Portfolio = new([new("en", "Member responsible"), new("fr", "Membre chargée")]),
            Address = new([new("en", "Rue de l’Exemple 1"), new("fr", "Rue de l’Exemple 1")]),
            Place = new([new("en", "Brussels"), new("fr", "Bruxelles")]),
        };
}
