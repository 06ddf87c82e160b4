using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

/// <summary>The values of the letter in one language, as the records would give them.</summary>
internal sealed record FollowUpWords
{
    public required LetterSender Sender { get; init; }
    public required string Place { get; init; }
    public required string Function { get; init; }
    public required string Country { get; init; }
    public required string Participants { get; init; }
    public required string Commitment { get; init; }
    public required string CommitmentMonth { get; init; }
    public required string AnnexTitle { get; init; }
    public required string NextConference { get; init; }
    public required string Council { get; init; }
    public required (string Name, string[][] Events)[] Strands { get; init; }
    public required string[][] Files { get; init; }
    public required string[][] Annex { get; init; }

    public static FollowUpWords In(string language) =>
        language switch
        {
            "fr" => French,
            "de" => German,
            _ => English,
        };

    private static FollowUpWords English { get; } =
        new()
        {
            Sender = Office(
                "Office of the High Representative of the Alliance",
                "Counter-smuggling",
                "12 Example Square, 1000 Brussels"
            ),
            Place = "Brussels",
            Function = "Minister of the Interior",
            Country = "Aldoria",
            Participants =
                "27 Member States of the Union, 35 partner countries, the European Parliament, seven agencies of the Union and five international organisations",
            Commitment = "more than 70",
            CommitmentMonth = "February 2024",
            AnnexTitle = "Indicative planning 2024",
            NextConference = "November 2024",
            Council = "4-5 March 2024",
            Strands =
            [
                (
                    "prevention",
                    [
                        ["11-12 July 2024", "UNODC Working Group on the Smuggling of Migrants", "Vienna"],
                        ["third quarter of 2024", "thematic meeting on the toolbox for transport operators", "Brussels"],
                    ]
                ),
                (
                    "response",
                    [
                        ["spring 2024", "start of the work on digital smuggling, with Europol", "The Hague"],
                    ]
                ),
                (
                    "alternatives",
                    [
                        ["5 March 2024", "first round table on legal pathways, with Bangladesh", ""],
                    ]
                ),
            ],
            Files =
            [
                [
                    "Directive laying down minimum rules to prevent and counter the facilitation of unauthorised entry, transit and stay in the Union",
                    "COM(2023) 755 final",
                ],
                [
                    "Regulation on enhancing police cooperation and Europol’s support in preventing and combating migrant smuggling and trafficking in human beings",
                    "COM(2023) 754 final",
                ],
            ],
            Annex =
            [
                ["Spring 2024", "Start of the work on digital smuggling with Europol and partners", "The Hague"],
                ["23-25 April 2024", "UNODC regional conference on police and judicial cooperation across borders", "Mombasa"],
                ["11-12 July 2024", "UNODC Working Group on the Smuggling of Migrants", "Vienna"],
                ["Q3 2024", "Thematic meeting on the toolbox for transport operators", "Brussels"],
                ["November 2024", "High-level international conference", ""],
            ],
        };

    private static FollowUpWords French { get; } =
        English with
        {
            Sender = Office(
                "Bureau de la Haute Représentante de l’Alliance",
                "Lutte contre le trafic de migrants",
                "12, place de l’Exemple, 1000 Bruxelles"
            ),
            Place = "Bruxelles",
            Function = "ministre de l’Intérieur",
            Country = "Aldorie",
            Participants =
                "27 États membres de l’Union, 35 pays partenaires, le Parlement européen, sept agences de l’Union et cinq organisations internationales",
            Commitment = "plus de 70",
            CommitmentMonth = "février 2024",
            AnnexTitle = "Calendrier indicatif 2024",
            NextConference = "novembre 2024",
            Council = "4-5 mars 2024",
            Strands =
            [
                (
                    "prévention",
                    [
                        ["11-12 juillet 2024", "groupe de travail de l’ONUDC sur le trafic illicite de migrants", "Vienne"],
                        [
                            "troisième trimestre 2024",
                            "réunion thématique sur la boîte à outils destinée aux transporteurs",
                            "Bruxelles",
                        ],
                    ]
                ),
                (
                    "riposte",
                    [
                        ["printemps 2024", "lancement des travaux sur le trafic en ligne, avec Europol", "La Haye"],
                    ]
                ),
                (
                    "alternatives",
                    [
                        ["5 mars 2024", "première table ronde sur les voies d’accès légales, avec le Bangladesh", ""],
                    ]
                ),
            ],
            Files =
            [
                [
                    "directive établissant des règles minimales visant à prévenir et à combattre l’aide à l’entrée, au transit et au séjour non autorisés dans l’Union",
                    "COM(2023) 755 final",
                ],
                [
                    "règlement visant à renforcer la coopération policière et l’appui d’Europol en matière de prévention et de lutte contre le trafic de migrants et la traite des êtres humains",
                    "COM(2023) 754 final",
                ],
            ],
            Annex =
            [
                ["Printemps 2024", "Lancement des travaux sur le trafic en ligne, avec Europol et des partenaires", "La Haye"],
                ["11-12 juillet 2024", "Groupe de travail de l’ONUDC sur le trafic illicite de migrants", "Vienne"],
                ["T3 2024", "Réunion thématique sur la boîte à outils destinée aux transporteurs", "Bruxelles"],
                ["Novembre 2024", "Conférence internationale à haut niveau", ""],
            ],
        };

    private static FollowUpWords German { get; } =
        English with
        {
            Sender = Office(
                "Büro der Hohen Vertreterin der Allianz",
                "Bekämpfung der Schleusung",
                "Beispielplatz 12, 1000 Brüssel"
            ),
            Place = "Brüssel",
            Function = "Ministerin des Innern",
            Country = "Aldorien",
            Participants =
                "27 Mitgliedstaaten der Union, 35 Partnerländer, das Europäische Parlament, sieben Agenturen der Union und fünf internationale Organisationen",
            Commitment = "mehr als 70",
            CommitmentMonth = "Februar 2024",
            AnnexTitle = "Vorläufige Planung 2024",
            NextConference = "November 2024",
            Council = "4.–5. März 2024",
            Strands =
            [
                (
                    "Prävention",
                    [
                        ["11.–12. Juli 2024", "Arbeitsgruppe des UNODC zur Schleusung von Migranten", "Wien"],
                        ["drittes Quartal 2024", "thematisches Treffen zum Instrumentarium für Verkehrsunternehmen", "Brüssel"],
                    ]
                ),
                (
                    "Bekämpfung",
                    [
                        ["Frühjahr 2024", "Beginn der Arbeiten zur digitalen Schleusung mit Europol", "Den Haag"],
                    ]
                ),
                (
                    "Alternativen",
                    [
                        ["5. März 2024", "erster Runder Tisch zu legalen Migrationswegen, mit Bangladesch", ""],
                    ]
                ),
            ],
            Files =
            [
                [
                    "Richtlinie zur Festlegung von Mindestvorschriften zur Verhinderung und Bekämpfung der Beihilfe zur unerlaubten Einreise, zur unerlaubten Durchreise und zum unerlaubten Aufenthalt in der Union",
                    "COM(2023) 755 final",
                ],
                [
                    "Verordnung zur Verbesserung der polizeilichen Zusammenarbeit und der Unterstützung durch Europol bei der Verhütung und Bekämpfung der Schleusung von Migranten und des Menschenhandels",
                    "COM(2023) 754 final",
                ],
            ],
            Annex =
            [
                ["Frühjahr 2024", "Beginn der Arbeiten zur digitalen Schleusung mit Europol und Partnern", "Den Haag"],
                ["11.–12. Juli 2024", "Arbeitsgruppe des UNODC zur Schleusung von Migranten", "Wien"],
                ["3. Quartal 2024", "Thematisches Treffen zum Instrumentarium für Verkehrsunternehmen", "Brüssel"],
                ["November 2024", "Hochrangige internationale Konferenz", ""],
            ],
        };

    private static LetterSender Office(string institution, string portfolio, string address) =>
        new("Clara Beaumont", institution, portfolio, address, "+32 2 555 01 00", "cabinet@alliance.example");
}
