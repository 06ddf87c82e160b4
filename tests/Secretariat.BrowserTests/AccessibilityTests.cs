using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.BrowserTests;

/// <summary>Every page and its mistakes, in both languages: axe finds nothing, one heading, no wider than a phone.</summary>
public sealed partial class AccessibilityTests
{
    private const int MostPages = 200;

    /// <summary>Addresses that answer with a file or send the reader on.</summary>
    private static readonly string[] WithoutPage =
    [
        "/",
        "/data/partners.{form:regex(^(csv|json|xlsx)$)}",
        "/feed.atom",
        "/calendar.ics",
        "/{lang}/events/{code}.ics",
        "/{lang}/events/{code}/programme.{form:regex(^(docx|pdf)$)}",
        "/office/events/{code}/programme/draft.{form:regex(^(docx|pdf)$)}",
        "/events/{code}/schedule.{format:regex(^(xml|json)$)}",
        "/t/{token:regex(^entrance-)}/people.json",
        "/t/{token:regex(^person-)}/calendar.ics",
        "/t/{token:regex(^person-)}/photo",
        "/office/events/{code}/registrations/{id:guid}/photo",
        "/t/{token:regex(^entrance-)}/check-ins",
        "/desk/briefing.pdf",
        "/desk/letters/{id:guid}/{format}",
        "/office/campaigns/{id:guid}/letters/{letterId:guid}/{kind:regex(^(docx|pdf|reply)$)}",
        "/office/endorsements/{id:guid}/document",
        "/office/letters/{id:guid}",
        "/office/inbox/{id:guid}/{handler:regex(^(html|raw|file)$)}/{index:int?}",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_page_can_be_read_and_used_by_everybody(string language)
    {
        await using var app = await BrowserApp.StartAsync(postgres: false, _ => [], "--Jobs:Run=false", "demonstration");
        var look = await PageLook.WithAxeAsync();
        var visited = new List<string>();
        var codes = await CodesAsync(app);
        foreach (var walk in Walks(language, await app.LinkAsync("nobody@secretariat.example", Role.Reader)))
        {
            var page = await SignedInAsync(app, walk);
            var addresses = await CrawlAsync(
                page,
                walk.Starts.Select(start => new Uri(new Uri(app.BaseUrl), start).ToString()),
                language,
                codes
            );
            visited.AddRange(addresses);
            foreach (var address in addresses)
                await look.AtAsync(page, address);
            foreach (var address in addresses)
                await look.AtMistakesAsync(page, address);
        }

        visited.Add(await LookAtAReceiptAsync(app, look, language));
        visited.Add(await LookAtAReplyAsync(app, look, language));
        visited.AddRange(await LookAtMergesAsync(app, look, language));
        visited.AddRange(await LookAtAPrivatePartnerAsync(app, look, language));
        visited.Add(await LookAtAnAnswerAsync(app, look, language));
        visited.AddRange(await LookAtRecipientsAsync(app, look, language));
        visited.AddRange(await LookAtADelegationAsync(app, look, language));
        visited.Add(await LookAtAnImportAsync(app, look, language));
        await LookAtACheckedLetterAsync(app, look, language);
        await LookAtErrorsAsync(app, look, language);
        visited.Add(await LookAtTheStepsOfACampaignAsync(app, look, language));
        Assert.True(look.Problems.Count == 0, string.Join('\n', look.Problems));
        Assert.Empty(NotVisited(app, visited));
        Assert.InRange(look.Mistakes, 5, int.MaxValue);
    }

    private static IEnumerable<Walk> Walks(string language, string link) =>
        [
            new([$"/{language}", $"/sign-in?lang={language}", link], null, Role.Reader, null),
            new(
                [$"/office?lang={language}", "/office/audit", "/account", "/sign-out"],
                "walker@secretariat.example",
                Role.Administrator,
                null
            ),
            new([$"/desk?lang={language}", "/account"], "walker@interior-ee.example", Role.PartnerContact, "ms-ee"),
        ];

    private static async Task<IPage> SignedInAsync(BrowserApp app, Walk walk)
    {
        var page = await app.OpenAsync();
        if (walk.Email is null)
            return page;
        await page.GotoAsync(await app.LinkAsync(walk.Email, walk.Role, walk.Partner));
        await page.Locator("#sign-in button").ClickAsync();
        return page;
    }

    /// <summary>One address of each kind: ids, codes and references count as the same kind.</summary>
    private static async Task<IReadOnlyList<string>> CrawlAsync(
        IPage page,
        IEnumerable<string> starts,
        string language,
        IReadOnlySet<string> codes
    )
    {
        var kinds = new HashSet<string>();
        var (queue, found) = (new Queue<string>(starts), new List<string>());
        var space = queue.Peek();
        while (queue.TryDequeue(out var address) && found.Count < MostPages)
        {
            if (!kinds.Add(KindOf(address, codes)))
                continue;
            var response = await page.GotoAsync(InLanguage(address, language));
            if (response!.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
                continue;
            Assert.True(response.Ok, $"{address} answers {response.Status}");
            found.Add(InLanguage(address, language));
            var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("as => as.map(a => a.href)");
            foreach (var link in links.Where(l => IsOurs(l, space)))
                queue.Enqueue(link.Split('#')[0]);
        }

        return found;
    }

    /// <summary>What the desk says when it has taken a nomination.</summary>
    private static async Task<string> LookAtAReceiptAsync(BrowserApp app, PageLook look, string language)
    {
        var contact = await SignedInAsync(app, new([], "nominating@interior-ee.example", Role.PartnerContact, "ms-ee"));
        await contact.GotoAsync($"{app.BaseUrl}/desk/nominate?lang={language}");
        await contact.Locator("input[name=PersonName]").FillAsync("Mart Example");
        await contact.Locator("input[name=Function]").FillAsync("Deputy Head of Unit");
        await contact.Locator("input[name=Email]").FillAsync("mart.example@interior-ee.example");
        await contact.Locator("#nominate button[type=submit]").ClickAsync();
        await look.AtAsync(contact, contact.Url);
        return contact.Url;
    }

    /// <summary>The form to answer a message that a person wrote; the walk comes to another one first.</summary>
    private static async Task<string> LookAtAReplyAsync(BrowserApp app, PageLook look, string language)
    {
        var officer = await SignedInAsync(app, new([], "replying@secretariat.example", Role.Officer, null));
        await using var scope = app.Services.CreateAsyncScope();
        var message = await scope
            .ServiceProvider.GetRequiredService<SecretariatDb>()
            .Messages.Where(m => m.Kind == MailKind.Ordinary && m.PartnerId != null)
            .OrderBy(m => m.Id)
            .FirstAsync();
        var address = $"{app.BaseUrl}/office/inbox/{message.Id}/reply?lang={language}";
        await look.AtAsync(officer, address);
        await look.AtMistakesAsync(officer, address);
        return address;
    }

    /// <summary>Two entries of a person, and two of a partner, side by side.</summary>
    private static async Task<IReadOnlyList<string>> LookAtMergesAsync(BrowserApp app, PageLook look, string language)
    {
        var officer = await SignedInAsync(app, new([], "merging@secretariat.example", Role.Officer, null));
        await using var scope = app.Services.CreateAsyncScope();
        var people = await scope
            .ServiceProvider.GetRequiredService<SecretariatDb>()
            .Mandates.Select(m => m.PersonId)
            .Distinct()
            .OrderBy(id => id)
            .Take(2)
            .ToListAsync();
        string[] pages = [$"people/{people[0]}/merge/{people[1]}", "partners/ms-lv/merge/ms-ee"];
        var addresses = pages.Select(page => $"{app.BaseUrl}/office/{page}?lang={language}").ToList();
        foreach (var address in addresses)
        {
            await look.AtAsync(officer, address);
            await look.AtMistakesAsync(officer, address);
        }

        return addresses;
    }

    /// <summary>A platform that was invited to endorse and has steps to take; the demonstration has none.</summary>
    private static async Task<IReadOnlyList<string>> LookAtAPrivatePartnerAsync(BrowserApp app, PageLook look, string language)
    {
        var officer = await SignedInAsync(app, new([], "inviting@secretariat.example", Role.Officer, null));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var partner = new Partner
        {
            Code = "sample-social",
            KindCode = "online-platform",
            Name = LocalizedText.InEnglish("Sample Social").With("fr", "Sample Social"),
        };
        db.Add(partner);
        db.Add(
            new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = await db.Instruments.Select(i => i.Code).OrderBy(c => c).FirstAsync(),
                Status = EndorsementStatus.Invited,
                Mode = EndorsementMode.Meeting,
                From = new DateOnly(2025, 1, 10),
                Sources = ["https://news.example"],
                Confidence = "confirmed",
            }
        );
        await db.SaveAsync("Prepare a test");
        string[] pages = ["", "/timeline", "/briefing", "/onboarding", "/endorsements/take-back"];
        var addresses = pages.Select(page => $"{app.BaseUrl}/office/partners/{partner.Code}{page}?lang={language}").ToList();
        foreach (var address in addresses)
        {
            await look.AtAsync(officer, address);
            await look.AtMistakesAsync(officer, address);
        }

        return addresses;
    }

    /// <summary>A list with a right row and a wrong one, before it is imported.</summary>
    private static async Task<string> LookAtAnImportAsync(BrowserApp app, PageLook look, string language)
    {
        var officer = await SignedInAsync(app, new([], "importing@secretariat.example", Role.Officer, null));
        await officer.GotoAsync($"{app.BaseUrl}/office/contacts/import?lang={language}");
        var list = "partner code,name,role,phone\r\nms-ee,Listed Example,Expert,+372 1\r\nms-xx,Lost Example,Expert,\r\n";
        await officer
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "list.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(list),
                }
            );
        await officer.Locator("#give button[type=submit]").ClickAsync();
        await officer.Locator("#import").WaitForAsync();
        await look.AtAsync(officer, officer.Url);
        await look.AtMistakesAsync(officer, officer.Url);
        return officer.Url;
    }

    /// <summary>The form under the link of a letter, as if the letter had left today.</summary>
    private static async Task<string> LookAtAnAnswerAsync(BrowserApp app, PageLook look, string language)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var letter = await db.Letters.FirstAsync(l => l.Status == LetterStatus.Sent);
        letter.MarkSent(TimeProvider.System.Now());
        await db.SaveAsync("Prepare a test");
        var key = await scope.ServiceProvider.GetRequiredService<Keys>().GetAsync(AnswerLink.KeyName, CancellationToken.None);
        var address = $"{app.BaseUrl}/t/{new AnswerLink(key).TokenFor(letter.Id)}?lang={language}";
        var page = await app.OpenAsync();
        await look.AtAsync(page, address);
        await look.AtMistakesAsync(page, address);
        return address;
    }

    /// <summary>What a head of delegation and a registered person see by their links.</summary>
    private static async Task<IReadOnlyList<string>> LookAtADelegationAsync(BrowserApp app, PageLook look, string language)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var links = scope.ServiceProvider.GetRequiredService<RegistrationLinks>();
        var delegation = await db.Delegations.OrderBy(d => d.Id).FirstAsync();
        var person = await db.Registrations.OrderBy(r => r.Id).FirstAsync();
        var entrance = await db.Entrances.OrderBy(e => e.Id).FirstAsync();
        var link = await links.AddressAsync(LinkTo.Delegation, delegation.LinkId, CancellationToken.None);
        string[] pages =
        [
            link,
            $"{link}/register/{person.CategoryId}",
            $"{link}/people/{person.Id}",
            $"{await links.AddressAsync(LinkTo.Head, delegation.LinkId, CancellationToken.None)}/people/{person.Id}",
            await links.AddressAsync(LinkTo.Person, person.Id, CancellationToken.None),
            await links.AddressAsync(LinkTo.Entrance, entrance.LinkId, CancellationToken.None),
        ];
        var addresses = pages.Select(page => $"{app.BaseUrl}{new Uri(page).AbsolutePath}?lang={language}").ToList();
        var anybody = await app.OpenAsync();
        foreach (var address in addresses)
        {
            await look.AtAsync(anybody, address);
            await look.AtMistakesAsync(anybody, address);
        }

        return addresses;
    }

    /// <summary>What anybody learns of a letter by its code, and of a file that is not its own.</summary>
    private static async Task LookAtACheckedLetterAsync(BrowserApp app, PageLook look, string language)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var code = await db.Letters.Where(l => l.CheckCode != null).Select(l => l.CheckCode).FirstAsync();
        var page = await app.OpenAsync();
        await page.GotoAsync($"{app.BaseUrl}/{language}/check?code={code}");
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "letter.pdf",
                    MimeType = "application/pdf",
                    Buffer = [1],
                }
            );
        await page.Locator("#check button[type=submit]").ClickAsync();
        await page.Locator(".ecl-notification--error").WaitForAsync();
        await look.AtShownAsync(page, "a letter that was checked");
    }

    /// <summary>The answers to a campaign that went out, its reminders, and a group.</summary>
    private static async Task<IReadOnlyList<string>> LookAtRecipientsAsync(BrowserApp app, PageLook look, string language)
    {
        var officer = await SignedInAsync(app, new([], "reminding@secretariat.example", Role.Officer, null));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var group = PartnerGroup.ByHand("Core group");
        group.Add(await db.Partners.Select(p => p.Id).FirstAsync(), new DateOnly(2024, 1, 1));
        db.Groups.Add(group);
        await db.SaveAsync("Prepare a test");
        var campaign = await db.Campaigns.Where(c => c.Status == CampaignStatus.Released).Select(c => c.Id).FirstAsync();
        string[] pages = [$"groups/{group.Id}", $"campaigns/{campaign}/answers", $"campaigns/{campaign}/remind"];
        var addresses = pages.Select(page => $"{app.BaseUrl}/office/{page}?lang={language}").ToList();
        foreach (var address in addresses)
        {
            await look.AtAsync(officer, address);
            await look.AtMistakesAsync(officer, address);
        }

        return addresses;
    }

    private static async Task LookAtErrorsAsync(BrowserApp app, PageLook look, string language)
    {
        var page = await app.OpenAsync();
        string[] wrong =
        [
            $"/{language}/nothing-here",
            $"/{language}/partners?asOf=never",
            $"/{language}/strands/none",
            $"/xx/partners?lang={language}",
            $"/sign-in/link/not-a-link?lang={language}",
        ];
        foreach (var address in wrong)
            await look.AtAsync(page, app.BaseUrl + address);
    }

    /// <summary>A campaign like the demonstration's draft, submitted, signed off and frozen, as both see it.</summary>
    /// <returns>Where its letters are printed.</returns>
    private static async Task<string> LookAtTheStepsOfACampaignAsync(BrowserApp app, PageLook look, string language)
    {
        var officer = await SignedInAsync(app, new([], "drafter@secretariat.example", Role.Officer, null));
        var signatory = await SignedInAsync(app, new([], "signatory@secretariat.example", Role.Signatory, null));
        await using var scope = app.Services.CreateAsyncScope();
        var campaign = $"{app.BaseUrl}/office/campaigns/{await DraftAsync(scope.ServiceProvider)}";
        var (address, print) = ($"{campaign}?lang={language}", $"{campaign}/print?lang={language}");

        await officer.GotoAsync(address);
        await officer.Locator("#submit button").ClickAsync();
        await look.AtAsync(signatory, address);
        await look.AtMistakesAsync(signatory, address);
        await signatory.GotoAsync(address);
        await signatory.Locator("#sign-off button").ClickAsync();
        await look.AtAsync(officer, address);
        await ActivatorUtilities.CreateInstance<FreezeLetters>(scope.ServiceProvider).RunAsync(CancellationToken.None);
        await look.AtAsync(officer, address);
        await look.AtMistakesAsync(officer, address);
        await look.AtAsync(officer, print);
        return print;
    }

    private static async Task<Guid> DraftAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<SecretariatDb>();
        var like = await db.Campaigns.AsNoTracking().FirstAsync(c => c.Status == CampaignStatus.Draft);
        var plan = new CampaignPlan("Steps", like.TemplateCode, like.Kinds, like.AnnexAsOf, true, like.Content)
        {
            Way = Way.MailAndPaper,
        };
        var (campaign, _) = await services.GetRequiredService<DraftCampaign>().MakeAsync(plan, CancellationToken.None);
        await db.SaveAsync("Prepare a test");
        return campaign.Id;
    }

    /// <summary>Templates of pages that no walk came to.</summary>
    private static IEnumerable<string> NotVisited(BrowserApp app, IReadOnlyList<string> visited)
    {
        var paths = visited.Select(address => new Uri(address).AbsolutePath).ToList();
        return app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Except(WithoutPage)
            .Where(template => !paths.Exists(path => PathPattern(template).IsMatch(path)))
            .Distinct();
    }

    private static Regex PathPattern(string template)
    {
        var parameters = ParameterPattern()
            .Replace(
                template,
                p =>
                    p.Value.EndsWith("?}", StringComparison.Ordinal) ? "[^/]*"
                    : p.Value.EndsWith(":guid}", StringComparison.Ordinal) ? "[0-9a-f-]{36}"
                    : "[^/]+"
            )
            .Replace("/[^/]*", "(/[^/]*)?", StringComparison.Ordinal);
        return new Regex($"^{parameters}$", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private static bool IsOurs(string link, string start)
    {
        var (uri, from) = (new Uri(link), new Uri(start));
        return uri.Authority == from.Authority
            && !FilePattern().IsMatch(uri.AbsolutePath)
            && (uri.AbsolutePath + "/").StartsWith("/" + from.AbsolutePath.Split('/')[1] + "/", StringComparison.Ordinal);
    }

    private static string InLanguage(string address, string language)
    {
        var uri = new Uri(address);
        if (
            uri.AbsolutePath.StartsWith($"/{language}", StringComparison.Ordinal)
            || uri.Query.Contains("lang=", StringComparison.Ordinal)
        )
            return address;
        return address + (uri.Query.Length > 0 ? "&" : "?") + $"lang={language}";
    }

    private static string KindOf(string address, IReadOnlySet<string> codes)
    {
        var path = IdPattern().Replace(new Uri(address).AbsolutePath, "/*");
        return string.Join('/', path.Split('/').Select(part => codes.Contains(part) ? "*" : part));
    }

    /// <summary>Of all partners, and of events about which little is told: their pages are of one kind, whatever the code is like.</summary>
    private static async Task<IReadOnlySet<string>> CodesAsync(BrowserApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var partners = await db.Partners.Select(p => p.Code).ToListAsync();
        var events = await db
            .Events.Where(e => !db.Invitations.Any(i => i.EventId == e.Id) && !db.ProgrammeItems.Any(i => i.EventId == e.Id))
            .Select(e => e.Code)
            .ToListAsync();
        return partners.Concat(events).ToHashSet();
    }

    /// <param name="Starts">Where the walk begins; it stays in the space of the first.</param>
    private sealed record Walk(string[] Starts, string? Email, Role Role, string? Partner);

    [GeneratedRegex(
        "/([0-9a-f-]{36}|[a-z]{2}-[a-z-]+|\\d{4}-\\d{4}-cod|prevention|response|alternatives)(?=/|$)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex IdPattern();

    [GeneratedRegex("\\{[^{}]+\\}", RegexOptions.None, 1000)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(
        "(\\.(pdf|docx|zip|eml|csv|xlsx|json|atom|xml|txt|ics)|/(raw|html|pdf|docx|reply)|/sign-out|/file/\\d+)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex FilePattern();
}
