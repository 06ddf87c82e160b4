using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Nominations;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

/// <summary>A footnote stands with the partner's name wherever the name stands.</summary>
public sealed class FootnoteTests(TestApp app) : ImportTest(app), IAsyncLifetime
{
    private const string Note = "Without prejudice to a sample.";
    private const string Address = "goran@footnote.example";

    /// <summary>With a contact point for all strands, with one for some, and with one who has left.</summary>
    private static readonly string[] Codes = ["pc-rs", "pc-me", "pc-mk"];

    [Theory]
    [InlineData("/office/partners?kind=partner-country", 3)]
    [InlineData("/office/contacts?kind=partner-country", 2)]
    [InlineData("/office/interests", 1)]
    [InlineData("/office/nominations", 1)]
    [InlineData("/office/contact-points?view=Nobody", 2)]
    [InlineData("/office/contact-points?view=InPart", 2)]
    [InlineData("/office/contact-points?view=Somebody", 3)]
    [InlineData("/office/groups/{group}", 1)]
    [InlineData("/office/campaigns/{campaign}/answers", 1)]
    public async Task It_stands_with_every_name_of_the_page(string address, int names)
    {
        var office = await App.AsAsync(Role.Reader);
        var page = await office.GetAsync(await FilledAsync(address));

        var links = page.Document.QuerySelectorAll("main a").Where(IsOfOurs).ToList();
        Assert.Equal(names, links.Count);
        Assert.All(links, link => Assert.Equal(Note, link.ParentElement!.QuerySelector(".sec-sources")?.TextContent));
        Assert.All(
            page.Document.QuerySelectorAll("main .sec-sources"),
            note => Assert.Contains(note.ParentElement!.Children, IsOfOurs)
        );
    }

    [Fact]
    public async Task A_reader_of_another_language_sees_in_which_it_is_written()
    {
        var office = await App.AsAsync(Role.Reader);
        var page = await office.GetAsync("/office/interests?lang=fr");

        var words = page.Document.QuerySelector("main th .sec-sources [lang]")!;
        Assert.Equal(("en", Note), (words.GetAttribute("lang"), words.TextContent));
    }

    [Fact]
    public async Task Files_of_contacts_carry_it_and_the_preview_of_a_list_shows_it()
    {
        var office = await App.AsAsync(Role.Officer);
        var csv = await ContactsAsync(office, "csv");
        var lines = Encoding.UTF8.GetString(csv).TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.EndsWith(",footnote", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(
            $",\"{Note}\"",
            lines.Single(l => l.Contains("Goran Note", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains($"\\n{Note}", Encoding.UTF8.GetString(await ContactsAsync(office, "vcf")), StringComparison.Ordinal);

        foreach (var (kind, list) in new[] { ("contacts", csv), ("partners", Lines("code,name", "pc-rs,Serbia")) })
        {
            var page = await GiveAsync(kind, $"{kind}.csv", list, office);
            var row = page
                .Document.QuerySelectorAll("main tbody tr")
                .First(r => r.TextContent.Contains("Serbia", StringComparison.Ordinal));
            Assert.Equal(Note, row.QuerySelector("td .sec-sources")?.TextContent);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (await App.ReadAsync(db => db.Partners.AnyAsync(p => p.Footnote != null, Cancelled)))
            return;
        await App.GivenAsync(async db =>
        {
            var partners = await db.Partners.Where(p => Codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, Cancelled);
            foreach (var partner in partners.Values)
                partner.Footnote = LocalizedText.InEnglish(Note);
            await SpeakAsync(db, partners);
            await SayAsync(db, partners["pc-rs"]);
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task SpeakAsync(SecretariatDb db, Dictionary<string, Partner> partners)
    {
        var former = PartnerFacts.Mandate(partners["pc-mk"], new Person { Name = "Former Note" }, new(2024, 1, 10));
        former.End(new(2024, 6, 1));
        var inPart = PartnerFacts.Mandate(partners["pc-me"], new Person { Name = "Part Note" }, new(2024, 1, 10));
        inPart.Strands.Add("prevention");
        var whole = new Person { Name = "Goran Note", Email = Address };
        await db.AddRangeAsync([former, inPart, PartnerFacts.Mandate(partners["pc-rs"], whole, new(2024, 1, 10))], Cancelled);
    }

    /// <summary>A nomination, an interest, a letter and a group; and mail that came back from the contact point.</summary>
    private static async Task SayAsync(SecretariatDb db, Partner partner)
    {
        var thread = new Thread { PartnerId = partner.Id, Subject = "A matter" };
        var message = PartnerFacts.Message(db, thread, PartnerFacts.Moment(2024, 3, 4), "A nomination", Address);
        var failed = new FailedAddress { Address = Address };
        failed.Fail(
            new(Address, DeliveryAction.Failed, "5.1.1", FailureClass.Hard, FailureReason.Address, "550 User unknown"),
            message
        );
        var group = PartnerGroup.ByHand("With a note");
        group.Add(partner.Id, new(2024, 3, 4));
        var nomination = new Proposal { MessageId = message.Id, Type = ProposalType.Nomination };
        await db.AddRangeAsync(
            [thread, message, failed, group, nomination, PartnerFacts.Interest(partner, message, "prevention", new(2024, 3, 4))],
            Cancelled
        );
        await LetterTo.PartnerAsync(db, partner.Code, "GA-2024-7701");
    }

    private async Task<string> FilledAsync(string address)
    {
        var group = await App.ReadAsync(db => db.Groups.Select(g => g.Id).SingleAsync(Cancelled));
        var campaign = await App.ReadAsync(db => db.Letters.Select(l => l.CampaignId).SingleAsync(Cancelled));
        return address
            .Replace("{group}", $"{group}", StringComparison.Ordinal)
            .Replace("{campaign}", $"{campaign}", StringComparison.Ordinal);
    }

    private static bool IsOfOurs(IElement element) =>
        element.GetAttribute("href") is { } href && Codes.Any(code => href == $"/office/partners/{code}");

    private static async Task<byte[]> ContactsAsync(TestBrowser office, string form) =>
        await (await office.GetAsync("/office/contacts"))
            .Form("export")
            .With("Form", form)
            .With("Out.Recipient", "Ourselves")
            .DownloadAsync();
}
