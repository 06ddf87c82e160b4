using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;
using Secretariat.Platform.Pdf;
using Secretariat.Tests.Identity;

namespace Secretariat.Tests.Letters;

/// <summary>Whatever the register holds, no letter and no mail says a word of another recipient.</summary>
[Trait("Needs", "Database")]
public sealed class OthersDataTests : IAsyncLifetime
{
    private const int Partners = 12;

    private readonly TestPostbox post = new();
    private readonly TestApp app;

    public OthersDataTests() =>
        app = new TestApp
        {
            Replace = services => services.AddSingleton<IMailSender>(post).AddSingleton<IPdfRenderer>(new PrintedAsHtml()),
        };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_letter_never_holds_the_data_of_another_recipient(int seed)
    {
        var random = new Random(seed);
        var (campaign, theirs) = await DraftAsync(random);
        await SendAsync(campaign);
        var letters = (await app.LettersAsync(campaign)).ToDictionary(l => l.AddresseeEmail!);
        Assert.Equal(Partners, letters.Count);
        foreach (var letter in letters.Values)
            theirs[letter.AddresseeEmail!].AddRange([letter.Reference!, letter.Id.ToString(), letter.CheckCode!]);

        for (var i = 0; i < Partners; i++)
        {
            var (to, mail) = await post.NextAsync();
            Assert.Equal([to], mail.To.Select(a => a.Address));
            Assert.Equal(3, mail.Attachments.Count);
            var said = Everything(mail);
            Assert.Contains(letters[to].Reference!, said, StringComparison.Ordinal);
            AssertOnly(seed, to, said, theirs);
        }

        Assert.True(post.IsEmpty);
    }

    private static void AssertOnly(int seed, string to, string said, Dictionary<string, List<string>> theirs)
    {
        foreach (var (other, words) in theirs.Where(t => t.Key != to))
        foreach (var word in words)
            Assert.False(
                said.Contains(word, StringComparison.OrdinalIgnoreCase),
                $"Seed {seed}: what {to} is written says “{word}”, which is of {other}."
            );
    }

    /// <summary>All header fields, the body, and the names and texts of what is attached.</summary>
    private static string Everything(MimeMessage mail)
    {
        var text = new StringBuilder();
        foreach (var field in mail.Headers)
            text.AppendLine(CultureInfo.InvariantCulture, $"{field.Name}: {field.Value}");
        text.AppendLine(mail.TextBody);
        foreach (var file in mail.Attachments)
            text.AppendLine(file.Name).AppendLine(TextOf(file));
        return text.ToString();
    }

    private static string TextOf(MimeAttachment file)
    {
        var bytes = file.Content.ToArray();
        if (!file.Name!.EndsWith(".docx", StringComparison.Ordinal))
            return Encoding.UTF8.GetString(bytes);
        using var docx = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var (text, seen) = (new StringBuilder(), new HashSet<OpenXmlPart>());
        Read(docx.Parts.Select(p => p.OpenXmlPart));
        return text.AppendLine(docx.MainDocumentPart!.Document!.InnerText).ToString();

        // Raw parts too: properties, relations' targets and notes are as much of the letter as its page.
        void Read(IEnumerable<OpenXmlPart> parts)
        {
            foreach (var part in parts.Where(seen.Add))
            {
                using var reader = new StreamReader(part.GetStream());
                text.AppendLine(reader.ReadToEnd());
                Read(part.Parts.Select(p => p.OpenXmlPart));
            }
        }
    }

    /// <summary>A campaign to invented partners of all kinds, forms and languages, and what is each one's alone by its address.</summary>
    private Task<(Guid Campaign, Dictionary<string, List<string>> Theirs)> DraftAsync(Random random) =>
        app.UseAsync(async services =>
        {
            var (db, maker) = (services.GetRequiredService<SecretariatDb>(), services.GetRequiredService<LetterMaker>());
            db.Senders.Add(InventedPartners.Sender);
            var invented = InventedPartners.Make(random, Partners);
            string[] kinds = [PartnerKind.MemberState, "partner-country"];
            foreach (var partner in invented)
                partner.Enter(db, kinds[random.Next(kinds.Length)], (CorrespondenceForm)random.Next(3));
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
            var day = new DateOnly(2024, 2, 29);
            var content = await ActivatorUtilities.CreateInstance<TakeTimetable>(services).AsOfAsync(day, Cancelled);
            var plan = new CampaignPlan("To all", "follow-up", [], day, false, content)
            {
                Partners = [.. invented.Select(p => p.Id)],
            };
            var (campaign, _) = await ActivatorUtilities.CreateInstance<DraftCampaign>(services).MakeAsync(plan, Cancelled);
            var letters = db.Letters.Local.ToList();
            var theirs = invented.ToDictionary(p => p.Email, p => p.Words.ToList());
            foreach (var letter in letters)
                theirs[letter.AddresseeEmail!].AddRange(Vary(letter, random));
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
            await maker.PrepareAsync(campaign, Cancelled);
            campaign.Submit(letters, maker.Wording, null);
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
            return (campaign.Id, theirs);
        });

    /// <summary>Another language, and now and then the drafter's own words.</summary>
    private static IEnumerable<string> Vary(Letter letter, Random random)
    {
        string[] languages = ["en", "fr", "de"];
        letter.Language = languages[random.Next(languages.Length)];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var (salutation, line) = (InventedPartners.Word(random, taken), InventedPartners.Word(random, taken));
        letter.Override(random.Next(2) == 0 ? salutation : null, random.Next(2) == 0 ? line : null);
        return [salutation, line];
    }

    private async Task SendAsync(Guid id)
    {
        await ActAsync(
            id,
            (release, campaign, letters) => release.SignOffAsync(campaign, letters, Guid.CreateVersion7(), Cancelled)
        );
        await app.WorkAsync<FreezeLetters>();
        await ActAsync(
            id,
            (release, campaign, letters) => release.ReleaseAsync(campaign, letters, letters.Count, null, Cancelled)
        );
        while (await app.WorkAsync<SendMail>() > 0) { }
    }

    private Task ActAsync(Guid id, Func<ReleaseCampaign, Campaign, List<Letter>, Task> act) =>
        app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<SecretariatDb>();
            var campaign = await db.Campaigns.SingleAsync(c => c.Id == id, Cancelled);
            var letters = await db.Letters.Where(l => l.CampaignId == id).OrderBy(l => l.Order).ToListAsync(Cancelled);
            await act(services.GetRequiredService<ReleaseCampaign>(), campaign, letters);
            return true;
        });
}
