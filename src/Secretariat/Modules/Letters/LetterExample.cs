using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>An invented letter, by which a template shows how it reads.</summary>
public static class LetterExample
{
    public static readonly Sender Sender = new()
    {
        Name = "Clara Example",
        Institution = In("Secretariat of the Alliance", "Secrétariat de l’Alliance", "Sekretariat der Allianz"),
        Portfolio = In("Member responsible for the Alliance", "Membre chargée de l’Alliance", "Zuständiges Mitglied"),
        Address = In("1 Example Street, 1000 Brussels", "1, rue de l’Exemple, 1000 Bruxelles", "Beispielstraße 1, 1000 Brüssel"),
        Place = In("Brussels", "Bruxelles", "Brüssel"),
        Phone = "+32 2 555 01 00",
        Mailbox = "office@alliance.example",
    };

    private static readonly LocalizedText Country = In("Aldoria", "Aldorie", "Aldorien");

    private static readonly LocalizedText Function = In("Minister of the Interior", "ministre de l’intérieur", "Innenministerin");

    private static readonly CampaignContent Content = new()
    {
        Strands =
        [
            new(
                "prevention",
                In("Prevention", "Prévention", "Prävention"),
                [
                    new(
                        In("11-12 July 2024", "11-12 juillet 2024", "11.-12. Juli 2024"),
                        In("working group on smuggling", "groupe de travail sur le trafic", "Arbeitsgruppe zur Schleusung"),
                        In("Vienna", "Vienne", "Wien")
                    ),
                ]
            ),
            new("response", In("Response", "Réponse", "Bekämpfung"), []),
        ],
        Files =
        [
            new("COM(2024) 1 final", In("Proposal for a directive", "Proposition de directive", "Vorschlag für eine Richtlinie")),
        ],
        Conference = In("November 2024", "novembre 2024", "November 2024"),
        Council = In("4-5 March 2024", "4-5 mars 2024", "4.-5. März 2024"),
        Participants = new(
            In("35 countries and five organisations", "35 pays et cinq organisations", "35 Länder und fünf Organisationen"),
            In("28 November 2023", "28 novembre 2023", "28. November 2023"),
            In("participants by category", "participants par catégorie", "Teilnehmende nach Kategorie")
        ),
        Commitment = new(
            In("more than 70", "plus de 70", "mehr als 70"),
            In("February 2024", "février 2024", "Februar 2024"),
            In("partners that have said so in any form", "partenaires qui l’ont exprimé", "Partner, die dies erklärt haben")
        ),
        AnnexTitle = In("Indicative planning 2024", "Calendrier indicatif 2024", "Vorläufiger Zeitplan 2024"),
        AnnexRows =
        [
            new(
                In("11-12 July 2024", "11-12 juillet 2024", "11.-12. Juli 2024"),
                In("Working group on smuggling", "Groupe de travail sur le trafic", "Arbeitsgruppe zur Schleusung"),
                In("Vienna", "Vienne", "Wien")
            ),
        ],
        Programme = new(
            "conference",
            [
                new(
                    new(2024, 11, 28),
                    "10:00–10:45",
                    In("Opening", "Ouverture", "Eröffnung"),
                    In("Clara Example, Member", "Clara Example, membre", "Clara Example, Mitglied"),
                    "Hall 1"
                ),
            ]
        )
        {
            Title = In("International conference", "Conférence internationale", "Internationale Konferenz"),
            Dates = In("28 November 2024", "28 novembre 2024", "28. November 2024"),
            Place = In("Brussels", "Bruxelles", "Brüssel"),
        },
        Partners =
        [
            new(
                In("Member States", "États membres", "Mitgliedstaaten"),
                [
                    new(
                        Country,
                        In("Without prejudice to its status.", "Sans préjudice de son statut.", "Unbeschadet des Status."),
                        1
                    ),
                    new(In("Belmara", "Belmare", "Belmara"), null, 2),
                ]
            ),
            new(
                In("Organisations", "Organisations", "Organisationen"),
                [new(In("Invented Agency", "Agence inventée", "Erfundene Agentur"), null, null)]
            ),
        ],
    };

    public static PartnerWording PartnerIn(string language) => new(Country.In(language), PartnerKind.MemberState);

    public static Campaign Campaign(string code, bool hasAnnex)
    {
        var campaign = new Campaign
        {
            Title = code,
            TemplateCode = code,
            AnnexAsOf = new(2024, 2, 20),
            HasAnnex = hasAnnex,
        };
        campaign.Take(Content);
        return campaign;
    }

    public static Letter Letter(Campaign campaign, TemplateWording template)
    {
        var letter = new Letter
        {
            CampaignId = campaign.Id,
            PartnerId = Guid.CreateVersion7(),
            Order = 1,
            Language = template.Language,
            Rank = "minister",
            Form = AddressForm.Female,
            WrittenAs = template.Form,
        };
        letter.Address("Ilse Maranova", Function.In(template.Language), "minister@aldoria.example");
        letter.Number("GA-2024-0031", new(2024, 2, 20));
        return letter;
    }

    /// <summary>What a field says in it, of a list in its first entry; null where it says nothing.</summary>
    public static string? ValueOf(TemplateField field, TemplateData data) =>
        Find(field.Name, data) switch
        {
            TemplateValue.Text { IsEmpty: false } text => text.Value,
            TemplateValue.List list => string.Join(" · ", list.Entries.SelectMany(Texts).Take(3)),
            _ => null,
        };

    private static TemplateValue? Find(string name, TemplateData data) =>
        data.Find(name)
        ?? data.Select(each => each.Value)
            .OfType<TemplateValue.List>()
            .SelectMany(list => list.Entries.Take(1))
            .Select(entry => Find(name, entry))
            .FirstOrDefault(found => found is not null);

    private static IEnumerable<string> Texts(TemplateData entry) =>
        entry.Select(each => each.Value).OfType<TemplateValue.Text>().Take(1).Select(text => text.Value);

    private static LocalizedText In(string english, string french, string german) =>
        LocalizedText.InEnglish(english).With("fr", french).With("de", german);
}
