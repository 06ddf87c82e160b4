using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Nominations;

namespace Secretariat.Tests.Whole;

/// <summary>
/// A person sees exactly the contacts that their audience allows, wherever they look: pages, searches, lists of any day, files, and
/// whatever address is added later, since the walk takes them from the application.
/// </summary>
public sealed class AudienceTests(TestApp app) : AppTest(app)
{
    private static readonly string[] Forms = ["xlsx", "csv", "tsv", "json", "vcf"];

    private readonly int seed = Random.Shared.Next();
    private readonly DateOnly today = TimeProvider.System.Today();

    /// <summary>Those whom messages and letters name.</summary>
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    [Fact]
    public async Task Everybody_sees_exactly_the_people_that_their_audience_allows()
    {
        var register = new AudienceRegister(seed, today);
        await register.MakeAsync(App);
        foreach (var partner in AudienceRegister.Partners)
            await CorrespondAsync(register, partner);
        await ToldAsync();
        var audiences = await AudiencesAsync(register);
        var every = await EveryAddress.OfAsync(App, AudienceRegister.Partners);

        await Parallel.ForEachAsync(
            audiences,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled },
            async (one, _) => await WalkAsync(one.Audience, one.Browser, register, every)
        );
    }

    private async Task WalkAsync(Audience audience, TestBrowser browser, AudienceRegister register, EveryAddress every)
    {
        var walk = new AudienceWalk(browser, today) { TriesFilters = !audience.IsOffice || audience.Role is Role.Officer };
        // The office may see all, so it is asked whether it does; the others, whether anything at all lets them.
        var seen = await walk.OverAsync(audience.Role is Role.Officer || !audience.IsOffice ? every.All : every.WithoutKeys);
        await TakeOutAsync(browser, audience, walk, register);
        Check(audience, register, seen);
        await CheckNotedAsync(audience, register, seen);
    }

    private void Check(Audience audience, AudienceRegister register, IReadOnlyList<Seen> seen)
    {
        var people = register.People.ToDictionary(p => p.Word, StringComparer.Ordinal);
        var breaches = seen.Where(s => !AudienceRule.May(audience, s, people[s.Word], today))
            .Select(s => $"{s.Address}: {s.What} of {people[s.Word]}");
        Assert.True(!breaches.Any(), $"{audience}, seed {seed}, must not see:\n{string.Join('\n', breaches.Take(20))}");
        var found = seen.Select(s => (AudienceRule.Space(s.Address), s.What, s.Word)).ToHashSet();
        var missing = AudienceRule.Expected(audience, register.People, today).Except(found);
        Assert.True(!missing.Any(), $"{audience}, seed {seed}, does not find:\n{string.Join('\n', missing.Take(20))}");
    }

    /// <summary>Whose name somebody of the office saw stands among the disclosures: for that page, or as taken out.</summary>
    private async Task CheckNotedAsync(Audience audience, AudienceRegister register, IReadOnlyList<Seen> seen)
    {
        var disclosures = await App.ReadAsync(db =>
            db.Disclosures.AsNoTracking().Where(d => d.Actor == $"Test {audience.Role}").ToListAsync(Cancelled)
        );
        var noted = disclosures
            .SelectMany(d => d.PersonIds.Select(id => (Page: d.Kind is DisclosureKind.Exported ? "" : d.What, id)))
            .ToHashSet();
        // Of two entries that are one person the kept one is noted.
        var people = register.People.Where(p => !p.IsGone).ToDictionary(p => p.Word, p => p.Id);
        var unnoted = seen.Where(s => s.What == "name" && AudienceRule.IsNoted(s.Address))
            .Where(s => !(written.Contains(s.Word) && AudienceRule.MayBeInItsOwnWords(s.Address)))
            .Where(s => people.TryGetValue(s.Word, out var id) && !noted.Contains((AudienceRule.PageOf(s.Address), id)))
            .Select(s => $"{s.Address}: {s.Word}");
        Assert.True(!unnoted.Any(), $"{audience}, seed {seed}, saw, and nobody noted it:\n{string.Join('\n', unnoted.Take(20))}");
    }

    /// <summary>Those who write take the contacts out in every form, and find all who hold a mandate today; nobody else gets a file.</summary>
    private async Task TakeOutAsync(TestBrowser browser, Audience audience, AudienceWalk walk, AudienceRegister register)
    {
        var token = audience.Role is null
            ? ""
            : (await browser.GetAsync("/account")).Form("account").Value("__RequestVerificationToken")!;
        foreach (var form in Forms)
        {
            using var answer = await browser.SubmitAsync(
                "/office/contacts",
                [new("__RequestVerificationToken", token), new("Form", form), new("Out.Recipient", "The office")]
            );
            var file = new AudienceWalk(browser, today) { TriesFilters = false };
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            walk.Note("/office/contacts", bytes);
            if (audience.IsOffice && audience.Role is not Role.Reader)
                Assert.Equal(
                    WordsToday(register),
                    file.Note(form, bytes).Where(s => s.What == "name").Select(s => s.Word).Order(StringComparer.Ordinal)
                );
        }
    }

    private IEnumerable<string> WordsToday(AudienceRegister register) =>
        register
            .People.Where(p => p.Held.Exists(m => m.From <= today && (m.To is null || m.To > today)))
            .Select(p => p.Word)
            .Order(StringComparer.Ordinal);

    /// <summary>Whoever sees most comes first, since that walk is the longest.</summary>
    private async Task<List<(Audience Audience, TestBrowser Browser)>> AudiencesAsync(AudienceRegister register)
    {
        List<(Audience, TestBrowser)> audiences =
        [
            (new(Role.Officer), await App.AsAsync(Role.Officer)),
            (new(null), App.Anybody()),
        ];
        foreach (var partner in new[] { "ms-ee", "ms-lt", "ms-lv" })
            audiences.Add(
                (
                    new(Role.PartnerContact, partner, partner == "ms-lv", partner == "ms-ee"),
                    await App.AsAsync(Role.PartnerContact, partner)
                )
            );
        // The first one speaks for the partner; of the last one the mandate has ended.
        await TieAsync("ms-ee", register.SpeakingFor("ms-ee").Id);
        await TieAsync("ms-lv", register.Former.Id);
        foreach (var role in new[] { Role.Signatory, Role.Administrator, Role.Reader })
            audiences.Add((new(role), await App.AsAsync(role)));
        return audiences;
    }

    private Task<int> TieAsync(string partner, Guid person) =>
        App.ReadAsync(db =>
            db.Users.Where(u => db.Partners.Any(p => p.Id == u.PartnerId && p.Code == partner))
                .ExecuteUpdateAsync(s => s.SetProperty(u => u.PersonId, person), Cancelled)
        );

    /// <summary>A mailing that would be sent to the contact points of all partners of the walk.</summary>
    private Task ToldAsync() =>
        App.GivenAsync(async db =>
        {
            var group = PartnerGroup.ByHand($"Told {seed}");
            var codes = AudienceRegister.Partners;
            foreach (var id in await db.Partners.Where(p => codes.Contains(p.Code)).Select(p => p.Id).ToListAsync(Cancelled))
                group.Add(id, today.AddDays(-1));
            db.Groups.Add(group);
            db.Mailings.Add(
                new Mailing
                {
                    GroupId = group.Id,
                    To = MandateRole.ContactPoint,
                    Subject = LocalizedText.InEnglish("News"),
                    Words = LocalizedText.InEnglish("{salutation}\n\n{news}"),
                    NewsSince = today.AddDays(-900),
                }
            );
        });

    /// <summary>A letter to one of the partner's people, and a nomination from its desk, both with names in them.</summary>
    private async Task CorrespondAsync(AudienceRegister register, string partner)
    {
        var theirs = register.People.Find(p => p.Held.Count > 0 && p.Held.TrueForAll(m => m.Partner == partner))!;
        written.Add(theirs.Word);
        var docx = await App.UseAsync(s =>
            s.GetRequiredService<IFileStore>()
                .PutAsync(System.Text.Encoding.UTF8.GetBytes($"Dear zqname{theirs.Word}"), Cancelled)
        );
        await App.GivenAsync(db =>
            LetterTo.PartnerAsync(db, partner, $"GA-2033-{partner.GetHashCode(StringComparison.Ordinal) & 0xFFF:D4}", docx)
        );
        var desk = await App.AsAsync(Role.PartnerContact, partner);
        await (await desk.GetAsync("/desk/nominate"))
            .Form("nominate")
            .With("PersonName", $"Zqname{theirs.Word} Sample")
            .With("Function", "Head of Unit")
            .With("Email", $"zqmail{theirs.Word}@ministry.example")
            .SubmitAsync();
    }
}
