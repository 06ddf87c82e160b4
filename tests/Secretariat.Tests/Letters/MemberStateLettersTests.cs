using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>
/// The letter of February 2024 to each of the 27 Member States in three languages. The golden text of a language says once what
/// all letters say, and of each letter what it alone says; the tests prove that nothing else differs.
/// </summary>
public sealed class MemberStateLettersTests(TestApp app) : AppTest(app)
{
    private static readonly DateOnly SignedOn = new(2024, 2, 29);

    public static TheoryData<string> Languages => ["en", "fr", "de"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_letters_to_the_27_Member_States_read_as_the_golden_text(string language)
    {
        var path = ProjectFiles.PathOf($"tests/Secretariat.Tests/Letters/Golden/member-states.{language}.txt");
        var text = Write(await LettersAsync(language));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
            await File.WriteAllTextAsync(path, text, Cancelled);

        Assert.Equal(await File.ReadAllTextAsync(path, Cancelled), text, ignoreLineEndingDifferences: true);
    }

    private static string Write(List<(LetterDocument Letter, LetterDocument Note)> letters)
    {
        Assert.Equal(27, letters.Count);
        var common = CommonOf(letters[0].Letter);
        var text = new StringBuilder($"{common}\n{new string('=', 80)}\n");
        foreach (var (letter, note) in letters)
        {
            Assert.Equal(common, CommonOf(letter));
            Assert.Equal(LetterText.Write(letter), Own(common, letter));
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{letter.Reference}\n{letter.Salutation}\n{letter.Close}\n{string.Join('\n', letter.AddresseeLines)}\n{string.Join('\n', note.AddresseeLines)}\n{note.Salutation}\n"
            );
        }

        return text.ToString();
    }

    private static string CommonOf(LetterDocument letter)
    {
        var text = LetterText.Write(letter).Replace(letter.Reference!, "[reference]", StringComparison.Ordinal);
        foreach (var (words, name) in Parts(letter))
            text = text.Replace($"\n\n{words}\n\n", $"\n\n[{name}]\n\n", StringComparison.Ordinal);
        return text;
    }

    private static string Own(string common, LetterDocument letter) =>
        Parts(letter)
            .Append((letter.Reference!, "reference"))
            .Aggregate(common, (text, part) => text.Replace($"[{part.Item2}]", part.Item1, StringComparison.Ordinal));

    private static (string Words, string Name)[] Parts(LetterDocument letter) =>
        [(letter.Salutation, "salutation"), (letter.Close, "close"), (string.Join('\n', letter.AddresseeLines), "addressee")];

    /// <summary>Each as a letter, and the same as a note verbale, which names the country in the genitive.</summary>
    private async Task<List<(LetterDocument, LetterDocument)>> LettersAsync(string language)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, maker) = (services.GetRequiredService<SecretariatDb>(), services.GetRequiredService<LetterMaker>());
        await HasMinistersAsync(db);
        var content = await ActivatorUtilities.CreateInstance<TakeTimetable>(services).AsOfAsync(SignedOn, Cancelled);
        Assert.Empty(content.MissingIn(language, listsPartners: false));
        var plan = new CampaignPlan("February 2024", "follow-up", [PartnerKind.MemberState], SignedOn, false, content);
        var (campaign, leftOut) = await ActivatorUtilities.CreateInstance<DraftCampaign>(services).MakeAsync(plan, Cancelled);
        Assert.Empty(leftOut);
        var letters = db.Letters.Local.OrderBy(l => l.Order).ToList();
        var functions = await db.Mandates.ToDictionaryAsync(m => m.PartnerId, m => m.FunctionIn(language), Cancelled);
        foreach (var letter in letters)
        {
            letter.Language = language;
            letter.Address(letter.AddresseeName, functions[letter.PartnerId], letter.AddresseeEmail);
        }

        await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
        await maker.PrepareAsync(campaign, Cancelled);
        campaign.Submit(letters, maker.Wording, null);
        var references = letters.Select((_, i) => $"GA-2024-{i + 1:0000}").ToList();
        campaign.SignOff(letters, references, new DateTimeOffset(2024, 2, 29, 11, 0, 0, TimeSpan.Zero), Guid.CreateVersion7());
        return letters.ConvertAll(letter =>
            (Made(letter, CorrespondenceForm.Letter), Made(letter, CorrespondenceForm.NoteVerbale))
        );

        LetterDocument Made(Letter letter, CorrespondenceForm form)
        {
            letter.WrittenAs = form;
            var made = maker.Make(campaign, letter);
            Assert.Empty(made.Problems);
            return made.Document!;
        }
    }

    private static async Task HasMinistersAsync(SecretariatDb db)
    {
        if (await db.Senders.AnyAsync(Cancelled))
            return;
        db.Senders.Add(LetterSender());
        var partners = db.Partners.Where(p => p.KindCode == PartnerKind.MemberState).OrderBy(p => p.ProtocolOrder);
        foreach (var (place, partner) in (await partners.ToListAsync(Cancelled)).Index())
            db.Mandates.Add(MinisterOf(partner, (AddressForm)(place % 3)));
        await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
    }

    private static Sender LetterSender() =>
        new()
        {
            Name = "Clara Beaumont",
            Institution = In("Office of the Alliance", "Bureau de l’Alliance", "Büro der Allianz"),
            Portfolio = In("Counter-smuggling", "Lutte contre le trafic de migrants", "Bekämpfung der Schleusung"),
            Address = In(
                "12 Example Square, 1000 Brussels",
                "12, place de l’Exemple, 1000 Bruxelles",
                "Beispielplatz 12, 1000 Brüssel"
            ),
            Place = In("Brussels", "Bruxelles", "Brüssel"),
        };

    private static Mandate MinisterOf(Partner partner, AddressForm form)
    {
        var code = partner.Code[3..].ToUpperInvariant();
        var person = new Person
        {
            Name = $"{form switch { AddressForm.Female => "Ilse", AddressForm.Male => "Anton", _ => "Kim" }} Invented-{code}",
            Email = $"minister@{partner.Code}.example",
            Form = form,
        };
        var german = form switch
        {
            AddressForm.Female => "Ministerin des Innern",
            AddressForm.Male => "Minister des Innern",
            _ => "Leitung des Innenressorts",
        };
        return new Mandate
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = MandateRole.Principal,
            Function = "Minister of the Interior",
            Functions = In("Minister of the Interior", "ministre de l’Intérieur", german),
            Rank = "minister",
            From = new DateOnly(2023, 1, 1),
        };
    }

    private static LocalizedText In(string english, string french, string german) =>
        LocalizedText.InEnglish(english).With("fr", french).With("de", german);
}
