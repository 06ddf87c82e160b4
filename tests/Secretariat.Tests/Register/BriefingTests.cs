using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.Privacy;
using Secretariat.Modules.Register.Briefings;
using Secretariat.Platform.Data;
using Secretariat.Tests.Nominations;
using Secretariat.Tests.Platform;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

public sealed class BriefingTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task The_page_says_what_stands_and_what_is_open_and_each_line_leads_to_its_record()
    {
        await App.GivenAsync(db => OpenAsync(db, "ms-nl"));
        var office = await App.AsAsync(Role.Reader);

        var page = await (await office.GetAsync("/office/partners/ms-nl")).FollowAsync("Briefing");

        var letter = await App.ReadAsync(db => db.Letters.SingleAsync(l => l.Reference == "GA-2024-7001", Cancelled));
        var mandate = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.PartnerId == letter.PartnerId, Cancelled));
        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.PartnerId == letter.PartnerId, Cancelled));
        (string Words, string Href)[] expected =
        [
            (
                "Call to Action on a Global Alliance to Counter Migrant Smuggling: invited · since 2 May 2025",
                "/office/instruments/call-to-action-2023?asOf="
            ),
            ("Contact point: Pim Briefing, Head of Unit · Prevention · since 1 May 2025", $"/office/people/{mandate.PersonId}"),
            ("No principal is in office, so no letter can be drafted to this partner.", "/office/partners/ms-nl"),
            ("Prevention: interested · since 3 May 2025", $"/office/inbox/{message.Id}"),
            ("3 May 2025 · Message: A wish", $"/office/inbox/{message.Id}"),
            ("1 March 2024 · Letter: GA-2024-7001 Follow-up", $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}"),
            (
                "Not answered: letter GA-2024-7001 Follow-up of 1 March 2024",
                $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}"
            ),
            ("To decide: Asks a question, in the message of 3 May 2025", $"/office/inbox/{message.Id}"),
            ("To do: message of 3 May 2025, A wish", $"/office/inbox/{message.Id}"),
            ("Response: nobody so far", "/office/partners/ms-nl"),
        ];
        var lines = Lines(page);
        foreach (var (words, href) in expected)
            Assert.Contains(lines, line => line.Words == words && line.Href.StartsWith(href, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Words.StartsWith("Not answered: invited to endorse", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Href.StartsWith("/en/events/", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.NotEqual("", line.Href));
        var empty = Lines(await office.GetAsync("/office/partners/ms-nl/briefing?asOf=2001-01-01"));
        Assert.Contains(empty, line => line.Words == "Nothing is open.");
        Assert.All(empty, line => Assert.NotEqual("", line.Href));
        Assert.Contains("place 19 in protocol order", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_a_day_it_says_what_held_then_and_nothing_of_todays_work()
    {
        await App.GivenAsync(db => OpenAsync(db, "ms-be"));
        var office = await App.AsAsync(Role.Officer);

        var before = await office.GetAsync("/office/partners/ms-be/briefing?asOf=2025-04-30");
        foreach (var later in new[] { "Pim Briefing", "A wish", "invited ·", "To do:", "To decide:" })
            Assert.DoesNotContain(later, string.Join('\n', Lines(before)), StringComparison.Ordinal);
        Assert.Contains("Briefing as of 30 April 2025", before.Text, StringComparison.Ordinal);
        var then = await office.GetAsync("/office/partners/ms-be/briefing?asOf=2025-05-03");
        var lines = Lines(then).Select(l => l.Words).ToList();
        Assert.Contains("To decide: Asks a question, in the message of 3 May 2025", lines);
        Assert.DoesNotContain("To do: message of 3 May 2025, A wish", lines);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/partners/ms-be/briefing?asOf=soon")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/office/partners/nobody/briefing")).Status);
    }

    [Theory]
    [InlineData("en", "en-GB")]
    [InlineData("fr", "fr-FR")]
    public async Task Page_DOCX_and_PDF_say_the_same_on_one_tagged_sheet_with_title_and_language(string language, string culture)
    {
        Programs.SkipWithout("pdfinfo", "pdftotext", "chromium-headless-shell");
        var code = language == "en" ? "ms-pl" : "ms-ro";
        await App.GivenAsync(db => OpenAsync(db, code));
        await App.GivenAsync(db => PartnerFacts.ManyAsync(db, code, new Random(1), 40));
        var office = await App.AsAsync(Role.Officer);
        using var folder = new TemporaryFolder();

        var page = await office.GetAsync($"/office/partners/{code}/briefing?lang={language}");
        var docx = await TakenOutAsync(page, "docx");
        var pdf = folder.Keep("briefing.pdf", await TakenOutAsync(page, "pdf"));

        var (inDocx, inPdf) = (TextOf(docx), TestPage.Squeeze(await Programs.RunAsync("pdftotext", "-raw", pdf, "-")));
        var said = page.Document.QuerySelectorAll(".sec-briefing :is(p, h2, li)").Select(e => TestPage.Squeeze(e.TextContent));
        Assert.InRange(said.Count(), 25, 60);
        Assert.Equal(said, inDocx.Skip(1));
        Assert.Equal(language == "en" ? "Poland" : "Roumanie", inDocx[0]);
        Assert.Contains(inDocx[0], page.Text, StringComparison.Ordinal);
        Assert.StartsWith(inDocx[0], inPdf, StringComparison.Ordinal);
        foreach (var line in said)
            Assert.Contains(line, inPdf, StringComparison.Ordinal);
        var information = await Programs.RunAsync("pdfinfo", pdf);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Pages:\s+1\n", information);
        Assert.Matches(@"Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)", information);
        Assert.Contains($"Title: {' ', 10}{inDocx[0]} – {inDocx[1]}", information, StringComparison.Ordinal);
        Assert.Contains(
            $"/Lang ({culture})",
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, Cancelled)),
            StringComparison.Ordinal
        );
        Assert.Contains("H2 (block)", await Programs.RunAsync("pdfinfo", "-struct", pdf), StringComparison.Ordinal);
        Assert.Contains(
            $"{App.Settings.BaseUrl}/office/people/",
            await Programs.RunAsync("pdfinfo", "-url", pdf),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{App.Settings.BaseUrl}/office/people/",
            PartOf(docx, "word/_rels/document.xml.rels"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_stays_on_one_sheet_however_much_there_is()
    {
        Programs.SkipWithout("pdfinfo", "chromium-headless-shell", "soffice");
        var most = string.Join(' ', Enumerable.Repeat("Wortungetüm mit MAJUSCULES", 12));
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == "ms-de", Cancelled);
            partner.OfficialName = Secretariat.Platform.Localization.LocalizedText.InEnglish(most);
            var thread = new Thread { PartnerId = partner.Id, Subject = most };
            db.Add(thread);
            foreach (var number in Enumerable.Range(0, 12))
            {
                var message = PartnerFacts.Message(
                    db,
                    thread,
                    PartnerFacts.Moment(2025, 6, 1 + number),
                    most,
                    "x@interior.example"
                );
                var person = new Person { Name = $"{number} {most[..180]}" };
                var proposal = new Proposal { MessageId = message.Id, Type = ProposalType.Question };
                db.AddRange(message, person, proposal, PartnerFacts.Mandate(partner, person, new(2025, 1, 1)));
                (await LetterTo.PartnerAsync(db, "ms-de", $"GA-2024-6{number:D3}")).Address(most, most, "m@interior.example");
            }
        });
        var office = await App.AsAsync(Role.Officer);
        using var folder = new TemporaryFolder();

        var page = await office.GetAsync("/office/partners/ms-de/briefing");
        var pdf = folder.Keep("briefing.pdf", await TakenOutAsync(page, "pdf"));
        var docx = folder.Keep("word.docx", await TakenOutAsync(page, "docx"));

        Assert.Contains("and 6 more", Lines(page).Select(l => l.Words));
        Assert.Contains("and 19 more", Lines(page).Select(l => l.Words));
        Assert.Equal(3, Lines(page).Count(l => l.Words == "and 10 more"));
        Assert.Matches(@"Pages:\s+1\n", await Programs.RunAsync("pdfinfo", pdf));
        var home = Path.Combine(folder.FullName, "office");
        await Programs.RunAsync(
            "soffice",
            $"-env:UserInstallation=file://{home}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder.FullName,
            docx
        );
        Assert.Matches(@"Pages:\s+1\n", await Programs.RunAsync("pdfinfo", Path.Combine(folder.FullName, "word.pdf")));
    }

    [Fact]
    public async Task The_desk_sees_its_own_partner_and_nothing_of_the_office_or_of_another()
    {
        await App.GivenAsync(db => OpenAsync(db, "ms-fi"));
        await App.GivenAsync(db => PartnerFacts.OneOfEachAsync(db, "ms-se"));
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == "ms-fi", Cancelled);
            var thread = new Thread { PartnerId = partner.Id, Subject = "Rumour" };
            var unknown = PartnerFacts.Message(
                db,
                thread,
                PartnerFacts.Moment(2025, 6, 1),
                "A rumour",
                "x@y.example",
                Trust.UnknownSender
            );
            var reply = PartnerFacts.Reply(db, thread, unknown, PartnerFacts.Moment(2025, 6, 2), "x@y.example");
            db.AddRange(thread, unknown, reply);
            await LetterTo.PartnerAsync(db, "ms-fi", "GA-2024-7777", isSent: false);
        });
        var desk = await App.AsAsync(Role.PartnerContact, "ms-fi");

        var page = await (await desk.GetAsync("/desk")).FollowAsync("Our record on one page");

        var lines = Lines(page);
        foreach (
            var shown in new[]
            {
                "Pim Briefing",
                "Prevention: interested",
                "GA-2024-7002",
                "A wish",
                "invited · since 2 May 2025",
            }
        )
            Assert.Contains(lines, l => l.Words.Contains(shown, StringComparison.Ordinal));
        foreach (
            var hidden in new[] { "rumour", "GA-2024-7777", "Jana", "A question", "To do", "To decide", "Not answered", "Re:" }
        )
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        Assert.All(
            lines.Where(l => l.Href.Length > 0),
            l => Assert.StartsWith("/desk/letters/", l.Href, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("/office", page.Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Open questions", page.Text, StringComparison.Ordinal);
        if (File.Exists("/usr/bin/chromium-headless-shell") && File.Exists("/usr/bin/pdftotext"))
        {
            using var folder = new TemporaryFolder();
            var pdf = folder.Keep("desk.pdf", await desk.DownloadAsync("/desk/briefing.pdf"));
            var text = TestPage.Squeeze(await Programs.RunAsync("pdftotext", "-raw", pdf, "-"));
            Assert.All(lines, line => Assert.Contains(line.Words, text, StringComparison.Ordinal));
            Assert.DoesNotContain("/office", await Programs.RunAsync("pdfinfo", "-url", pdf), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_saw_and_who_took_out_a_briefing_is_noted_with_those_whose_names_stand_in_it()
    {
        await App.GivenAsync(db => OpenAsync(db, "ms-lv"));
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-lv/briefing?asOf=2025-06-01");
        await TakenOutAsync(page, "docx");
        var form = page.Form("take-out")
            .With("Form", "docx")
            .With("Out.Recipient", "A host abroad")
            .With("Out.OutsideEu", "true");
        page = await form.SubmitAsync();
        Assert.Contains("Personal data leave the EU only on a recorded basis.", page.Text, StringComparison.Ordinal);
        await page.Form("take-out").With("Out.Basis", "Agreement of 3 May 2024").DownloadAsync();

        var person = await App.ReadAsync(db =>
            db.Mandates.Where(m => db.Partners.Any(p => p.Code == "ms-lv" && p.Id == m.PartnerId))
                .Select(m => m.PersonId)
                .SingleAsync(Cancelled)
        );
        var noted = await App.ReadAsync(db => db.Disclosures.OrderBy(d => d.Id).ToListAsync(Cancelled));
        noted = noted.FindAll(d => d.PersonIds.SequenceEqual([person]));
        Assert.Equal(
            [
                (DisclosureKind.Seen, "/office/partners/ms-lv/briefing", null, null),
                (DisclosureKind.Exported, "briefing-ms-lv-2025-06-01.docx", "Test Officer", null),
                (DisclosureKind.Exported, "briefing-ms-lv-2025-06-01.docx", "A host abroad", "Agreement of 3 May 2024"),
            ],
            noted.Select(d => (d.Kind, d.What, d.Recipient, d.Basis))
        );
    }

    [Fact]
    public async Task Who_may_only_read_takes_no_briefing_out()
    {
        var reader = await App.AsAsync(Role.Reader);
        Assert.False((await reader.GetAsync("/office/partners/ms-lv/briefing")).HasForm("take-out"));
        using var answer = await reader.SubmitAsync(
            "/office/partners/ms-lv/briefing",
            [new("Form", "docx"), new("Out.Recipient", "Myself")]
        );
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_partner_contact_opens_no_briefing_of_the_office()
    {
        var contact = await App.AsAsync(Role.PartnerContact, "ms-ee");
        foreach (var address in new[] { "ms-ee/briefing", "briefings?asOf=2025-01-01", "ms-ee/timeline" })
            Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync($"/office/partners/{address}")).Status);
    }

    [Fact]
    public async Task The_briefings_of_the_partners_that_a_filter_fits_come_in_one_file()
    {
        Programs.SkipWithout("chromium-headless-shell", "pdftotext");
        var office = await App.AsAsync(Role.Officer);
        var list = await office.GetAsync("/office/partners?kind=partner-country");
        var link = list
            .Document.QuerySelectorAll("a")
            .Single(a => a.TextContent.Contains("Briefings of these", StringComparison.Ordinal));

        var page = await office.GetAsync(link.GetAttribute("href")!);
        using var zip = new ZipArchive(new MemoryStream(await page.Form("take-out").DownloadAsync()));

        var codes = list.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);
        var day = link.GetAttribute("href")!.Split("asOf=")[1][..10];
        Assert.Equal(codes.Select(code => $"briefing-{code}-{day}.pdf"), zip.Entries.Select(e => e.Name));
        Assert.DoesNotContain(zip.Entries, e => e.Name.StartsWith("briefing-ms-", StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using (var content = await entry.OpenAsync(Cancelled))
                await content.CopyToAsync(bytes, Cancelled);
            var text = await Programs.RunAsync("pdftotext", folder.Keep(entry.Name, bytes.ToArray()), "-");
            Assert.Contains("Open questions", text, StringComparison.Ordinal);
        }

        page = await office.GetAsync("/office/partners/briefings?asOf=2025-01-01&q=nobody");
        Assert.Contains("No partner fits.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Briefings_of_many_partners_cost_no_more_queries_than_one()
    {
        await App.GivenAsync(db => OpenAsync(db, "ms-at"));
        var ids = await App.ReadAsync(db => db.Partners.OrderBy(p => p.Code).Select(p => p.Id).ToListAsync(Cancelled));
        await CountAsync(ids);

        Assert.Equal(await CountAsync(ids[..1]), await CountAsync(ids));

        Task<int> CountAsync(List<Guid> partners) =>
            QueryCount.OfAsync(
                App,
                () =>
                    App.UseAsync(s =>
                        s.GetRequiredService<ReadBriefings>()
                            .RunAsync(partners, new(new(2026, 1, 1)), BriefingReader.Office, Cancelled)
                    )
            );
    }

    /// <summary>Invited and not answered, somebody for one strand, an interest, a letter without an answer, a message to do.</summary>
    private static async Task OpenAsync(SecretariatDb db, string code)
    {
        var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
        var person = new Person { Name = "Pim Briefing" };
        var mandate = PartnerFacts.Mandate(partner, person, new(2025, 5, 1));
        mandate.Strands.Add("prevention");
        var thread = new Thread { PartnerId = partner.Id, Subject = "A wish" };
        var message = PartnerFacts.Message(db, thread, PartnerFacts.Moment(2025, 5, 3), "A wish", "x@interior.example");
        var proposal = new Proposal { MessageId = message.Id, Type = ProposalType.Question };
        db.AddRange(
            person,
            mandate,
            thread,
            message,
            proposal,
            PartnerFacts.Interest(partner, message, "prevention", new(2025, 5, 3))
        );
        db.Add(
            new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = "call-to-action-2023",
                Status = EndorsementStatus.Invited,
                Mode = EndorsementMode.Letter,
                From = new(2025, 5, 2),
                Sources = ["https://news.example"],
                Confidence = "confirmed",
            }
        );
        await LetterTo.PartnerAsync(
            db,
            code,
            code switch
            {
                "ms-nl" => "GA-2024-7001",
                "ms-fi" => "GA-2024-7002",
                _ => $"GA-{code}",
            }
        );
    }

    private static List<(string Words, string Href)> Lines(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll(".sec-briefing li")
                .Select(li => (TestPage.Squeeze(li.TextContent), li.QuerySelector("a")?.GetAttribute("href") ?? "")),
        ];

    private static List<string> TextOf(byte[] docx)
    {
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var paragraphs = XDocument.Parse(PartOf(docx, "word/document.xml")).Descendants(word + "p");
        return [.. paragraphs.Select(p => TestPage.Squeeze(string.Concat(p.Descendants(word + "t").Select(t => t.Value))))];
    }

    private static string PartOf(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static Task<byte[]> TakenOutAsync(TestPage briefing, string form) =>
        briefing.Form("take-out").With("Form", form).DownloadAsync();
}
