using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

/// <summary>Two entries of one company, whose names have nothing in common, and what an officer does with them.</summary>
internal sealed class TwoEntries(TestApp app, string name)
{
    public Partner Kept { get; } = PartnerOf($"{name}-one", $"Sample Ferries {name}");

    public Partner Gone { get; } = PartnerOf($"{name}-two", $"Harbour Lines {name}");

    /// <summary>Both have a principal, whose days meet; the one that goes has a matter too.</summary>
    public static async Task<TwoEntries> GivenAsync(TestApp app, string name)
    {
        var two = new TwoEntries(app, name);
        await app.GivenAsync(db =>
        {
            var matter = new Thread { PartnerId = two.Gone.Id, Subject = $"About {name}" };
            db.AddRange(two.Kept, two.Gone, matter);
            db.Add(Principal(two.Kept, $"Ours {name}", 2023));
            db.Add(Principal(two.Gone, $"Theirs {name}", 2024));
            return Task.CompletedTask;
        });
        return two;
    }

    public async Task<TestPage> MergeAsync(TestBrowser? officer = null)
    {
        officer ??= await app.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"/office/partners/{Kept.Code}/merge/{Gone.Code}");
        page = await page.Form("merge").With("Why", "Entered twice").SubmitAsync("merge");
        Assert.Equal($"/office/partners/{Kept.Code}", page.Address);
        return page;
    }

    public async Task UndoAsync()
    {
        var page = await (await app.AsAsync(Role.Officer)).GetAsync($"/office/partners/{Gone.Code}");
        page = await page.Form("undo").With("Why", "They are two").SubmitAsync();
        Assert.Contains("They are two entries again.", page.Text, StringComparison.Ordinal);
    }

    private static Partner PartnerOf(string code, string name) =>
        new()
        {
            Code = code,
            KindCode = "other-private",
            Name = LocalizedText.InEnglish(name),
            IsListed = true,
        };

    private static Mandate Principal(Partner partner, string name, int since) =>
        PartnerFacts.Mandate(
            partner,
            new Person { Name = name, Email = $"{name.Replace(' ', '.')}@people.example" },
            new(since, 1, 1),
            MandateRole.Principal
        );
}
