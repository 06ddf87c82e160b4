using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Register;

/// <summary>Partners whose names have letters beyond a to z: where they stand, how they are found, and by which code.</summary>
public sealed class PartnerLetterTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Letters_with_a_stroke_stand_and_are_found_as_those_without_it()
    {
        var office = await App.AsAsync(Role.Officer);
        string[] names =
        [
            "Đakovo Rail",
            "Düne Rail",
            "Łódź Rail",
            "Ľubica Rail",
            "Œuvre Rail",
            "Ørsted Rail",
            "Oslo Rail",
            "Zoo Rail",
        ];
        foreach (var name in names.Reverse())
            await EnteredAsync(office, "transport-operator", name);

        Assert.Equal(
            ["dakovo-rail", "dune-rail", "lodz-rail", "lubica-rail", "oeuvre-rail", "orsted-rail", "oslo-rail", "zoo-rail"],
            await CodesAsync(office, "kind=transport-operator&q=rail")
        );
        foreach (var words in new[] { "orsted", "Ørsted", "ØRS", "orsted-rail" })
            Assert.Equal(["orsted-rail"], await CodesAsync(office, $"q={Uri.EscapeDataString(words)}"));
        var page = await EnterAsync(office, "transport-operator", "Orsted rail");
        Assert.Contains("Ørsted Rail stands in the register already.", page.Text, StringComparison.Ordinal);

        await App.GivenAsync(db => ListAsync(db, "-rail"));
        var listed = (await App.Anybody().GetAsync("/en/partners")).Text;
        Assert.Equal(names, names.OrderBy(name => listed.IndexOf(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Words_that_were_kept_with_other_letters_are_kept_anew()
    {
        var office = await App.AsAsync(Role.Officer);
        await EnteredAsync(office, "other-private", "Æro Harbour");
        await App.ReadAsync(db =>
            db.SearchTexts.Where(s => db.Partners.Any(p => p.Id == s.RecordId && p.Code == "aero-harbour"))
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Words, "æro harbour"), Cancelled)
        );
        Assert.Empty(await CodesAsync(office, "q=aero"));

        Assert.Equal(1, await App.WorkAsync<PlacePartners>());

        Assert.Equal(["aero-harbour"], await CodesAsync(office, "q=%C3%A6ro"));
        Assert.Equal(0, await App.WorkAsync<PlacePartners>());
    }

    [Fact]
    public async Task A_code_is_the_name_in_latin_letters_or_else_the_kind_with_a_number()
    {
        var office = await App.AsAsync(Role.Officer);
        foreach (
            var (name, code) in new[]
            {
                ("المغرب", "almghrb"),
                ("Στόλος", "stolos"),
                ("Залізниця", "zaliznitsya"),
                ("微信 WeChat", "wechat"),
                ("微信", "online-platform-1"),
                ("抖音", "online-platform-2"),
            }
        )
            Assert.Equal($"/office/partners/{code}", (await EnterAsync(office, "online-platform", name)).Address);
    }

    private static async Task EnteredAsync(TestBrowser office, string kind, string name) =>
        Assert.Contains($"{name} stands in the register.", (await EnterAsync(office, kind, name)).Text, StringComparison.Ordinal);

    private static async Task<TestPage> EnterAsync(TestBrowser office, string kind, string name) =>
        await (await office.GetAsync("/office/partners/new"))
            .Form("partner")
            .With("Kind", kind)
            .With("Name", name)
            .With("IsListed", "true")
            .With("Why", "First contact")
            .SubmitAsync();

    private static async Task<IEnumerable<string>> CodesAsync(TestBrowser office, string asked) =>
        (await office.GetAsync($"/office/partners?{asked}"))
            .Document.QuerySelectorAll("tbody th a")
            .Select(a => a.GetAttribute("href")!.Split('/')[^1]);

    private static async Task ListAsync(SecretariatDb db, string ending)
    {
        foreach (var partner in await db.Partners.Where(p => p.Code.EndsWith(ending)).ToListAsync(Cancelled))
            db.Add(
                new PartnerRelation
                {
                    PartnerId = partner.Id,
                    Kind = RelationKind.TookPart,
                    Of = await db.Events.Where(e => e.IsOwn).Select(e => e.Code).FirstAsync(Cancelled),
                    On = new DateOnly(2024, 1, 10),
                    IsMonthOnly = false,
                    Confidence = "high",
                }
            );
    }
}
