using System.Text.Json;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Letters;

/// <summary>The ministerial letter to one invented minister, in the languages of its templates.</summary>
internal static class FollowUp
{
    private const string Folder = "data/global-alliance/letters/";

    public static Salutations Salutations { get; } =
        Salutations.Read(File.OpenRead(ProjectFiles.PathOf(Folder + "salutations.json")));

    public static LetterTemplate Template(string language) =>
        LetterTemplate.Parse(ProjectFiles.Read($"{Folder}follow-up.{language}.md"));

    public static LetterTemplate NoteTemplate(string language) =>
        LetterTemplate.Parse(ProjectFiles.Read($"{Folder}follow-up.note-verbale.{language}.md"));

    public static LetterDocument Letter(string language)
    {
        var words = FollowUpWords.In(language);
        return Filled(Template(language), Frame(language, words), Data(language, words));
    }

    public static LetterDocument NoteVerbale(string language, string kind = "eu-member-state")
    {
        var words = FollowUpWords.In(language);
        return Filled(NoteTemplate(language), NoteFrame(language, words, kind), Data(language, words));
    }

    /// <summary>Timetable, list of partners and programme, each of the last two longer than a page.</summary>
    public static LetterDocument WithAllAnnexes(string language)
    {
        var letter = Letter(language);
        return letter with
        {
            Annexes =
            [
                .. letter.Annexes,
                new(
                    "Partners",
                    null,
                    ["Kind", "Partner"],
                    [.. Long(n => ["Partner countries", $"Norvia {n}\nWithout prejudice."])]
                )
                {
                    Kind = AnnexKind.Partners,
                },
                new(
                    "Programme",
                    "All times are those of the place",
                    ["Day", "Time", "What", "Room"],
                    [.. Long(n => ["28 November 2024", $"{n / 60 + 9}:{n % 60:00}", $"Session {n}\nAda Sample", "Hall 1"])]
                )
                {
                    Kind = AnnexKind.Programme,
                },
            ],
        };
    }

    private static IEnumerable<string[]> Long(Func<int, string[]> row) => Enumerable.Range(1, 70).Select(row);

    private static LetterDocument Filled(LetterTemplate template, LetterDocument frame, TemplateData data)
    {
        var filling = template.Fill(frame, data);
        Assert.Empty(filling.Missing);
        return filling.Letter!;
    }

    private static LetterDocument NoteFrame(string language, FollowUpWords words, string kind)
    {
        var addressee = new TemplateData
        {
            ["addressee.organisation"] = words.Country,
            ["addressee.ofCountry"] = OfCountry.In(language, words.Country),
        };
        var address = Salutations.For("institution", language, [kind], AddressForm.Unknown, addressee);
        Assert.Empty(address.Problems);
        return Frame(language, words) with
        {
            Form = CorrespondenceForm.NoteVerbale,
            Sender = words.Sender with { Name = words.Sender.Institution!, Institution = null, Portfolio = null },
            Salutation = address.Salutation!,
            Close = address.Close!,
            SignatoryName = "",
            AddresseeLines = [address.AddressLine!],
        };
    }

    public static LetterDocument Frame(string language, FollowUpWords words)
    {
        var addressee = new TemplateData
        {
            ["addressee.name"] = "Ilse Maranova",
            ["addressee.function"] = words.Function,
            ["addressee.country"] = words.Country,
        };
        var address = Salutations.For("minister", language, ["eu-member-state"], AddressForm.Female, addressee);
        Assert.Empty(address.Problems);
        return new()
        {
            Language = language,
            Title = "",
            Sender = words.Sender,
            Place = words.Place,
            SignedOn = new(2024, 2, 20),
            Reference = "GA-2024-0031",
            Salutation = address.Salutation!,
            Body = "",
            Close = address.Close!,
            SignatoryName = words.Sender.Name,
            AddresseeLines = [address.AddressLine!],
            Check = new("7K3M-9QXZ-4T2B-WH8D", $"https://alliance.example/{(language is "fr" ? "fr" : "en")}/check"),
            Annexes = [new("", null, [], words.Annex)],
        };
    }

    public static TemplateData Data(string language, FollowUpWords words) =>
        new()
        {
            ["letter.replyTo"] = "contact@alliance.example",
            ["letter.reference"] = "GA-2024-0031",
            ["counts.participants"] = words.Participants,
            ["counts.commitment"] = words.Commitment,
            ["counts.commitment.date"] = words.CommitmentMonth,
            ["annex.title"] = words.AnnexTitle,
            ["conference.date"] = words.NextConference,
            ["council.date"] = words.Council,
            ["strands"] = Entries(
                words.Strands,
                strand =>
                    new()
                    {
                        ["strand.name"] = strand.Name,
                        ["events"] = Entries(
                            strand.Events,
                            row =>
                                new()
                                {
                                    ["event.date"] = row[0],
                                    ["event.title"] = row[1],
                                    ["event.venue"] = row[2],
                                }
                        ),
                    }
            ),
            ["asks"] = Entries(Asks(language), ask => new() { ["ask.text"] = ask }),
            ["files"] = Entries(words.Files, file => new() { ["file.title"] = file[0], ["file.reference"] = file[1] }),
        };

    private static TemplateData[] Entries<T>(IEnumerable<T> items, Func<T, TemplateData> entry) => [.. items.Select(entry)];

    private static IEnumerable<string> Asks(string language)
    {
        using var file = JsonDocument.Parse(ProjectFiles.Read(Folder + "asks.json"));
        return
        [
            .. file
                .RootElement.GetProperty("records")
                .EnumerateArray()
                .Select(ask => ask.GetProperty("text").GetProperty(language).GetString()!),
        ];
    }
}
