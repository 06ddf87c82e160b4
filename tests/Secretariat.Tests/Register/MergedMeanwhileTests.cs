using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Register;

/// <summary>
/// Two entries are merged in the moment in which something is put under the one that goes, after it was looked up and before it is saved.
/// </summary>
public sealed class MergedMeanwhileTests : IAsyncLifetime
{
    private readonly TestApp app;
    private Func<Task>? meanwhile;

    public MergedMeanwhileTests() =>
        app = new TestApp
        {
            Replace = services =>
                services.AddScoped<Auditor>().AddScoped<IAuditor>(s => new Audits(s.GetRequiredService<Auditor>(), this)),
        };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Paper_and_a_form_of_the_desk_are_not_lost_under_the_entry_that_goes()
    {
        var two = await TwoEntries.GivenAsync(app, "paper");
        var officer = await app.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/inbox/paper"))
            .Form("paper")
            .With("Partner", $"{two.Gone.Id}")
            .With("Subject", "On paper")
            .With("ReceivedOn", "2024-03-04")
            .WithFile("Document", "letter.txt", Encoding.UTF8.GetBytes("We thank you for your letter."));
        await LostAsync(two, () => form.SubmitAsync());

        two = await TwoEntries.GivenAsync(app, "desk");
        var desk = await (await app.AsAsync(Role.PartnerContact, two.Gone.Code)).GetAsync("/desk/interest");
        await LostAsync(two, () => desk.Form("interest").Tick("Strands", "prevention").SubmitAsync());
    }

    [Fact]
    public async Task A_domain_and_a_member_of_a_group_are_not_lost_under_the_entry_that_goes()
    {
        var officer = await app.AsAsync(Role.Officer);
        var two = await TwoEntries.GivenAsync(app, "domain");
        var page = await officer.GetAsync($"/office/partners/{two.Gone.Code}/domains");
        var form = page.Form("domain").With("domain", "domain.example").With("Why", "They write from it");
        await LostAsync(two, () => form.SubmitAsync());

        two = await TwoEntries.GivenAsync(app, "group");
        page = await (await officer.GetAsync("/office/groups/new")).Form("group").With("Name", "Some").SubmitAsync();
        form = page.Form("add").With("Partner", $"{two.Gone.Id}").With("From", "2024-01-01");
        await LostAsync(two, () => form.SubmitAsync());
    }

    [Fact]
    public async Task A_letter_is_not_drafted_to_the_entry_that_goes()
    {
        var two = await TwoEntries.GivenAsync(app, "draft");
        var officer = await app.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/campaigns/new"))
            .Form("new")
            .With("Title", "To companies")
            .With("Template", "follow-up")
            .With("AsOf", "2024-02-29")
            .Tick("Kinds", two.Gone.KindCode);
        await LostAsync(two, () => form.SubmitAsync());
        var draft = await form.SubmitAsync();
        Assert.Contains("To companies", draft.Text, StringComparison.Ordinal);

        two = await TwoEntries.GivenAsync(app, "added");
        draft = await officer.GetAsync(draft.Address);
        await LostAsync(two, () => draft.Form($"add-{two.Gone.Code}").SubmitAsync());
    }

    [Fact]
    public async Task Whoever_releases_letters_takes_a_turn_on_their_partners()
    {
        await app.HasMinistersAsync();
        var officer = await app.AsAsync(Role.Officer);
        await app.HasSenderAsync(officer);
        var frozen = await app.FreezeAsync(await officer.OpenCampaignAsync(), await app.AsAsync(Role.Signatory));
        var letter = (await app.LettersAsync(CampaignOffice.IdOf(frozen)))[0];
        var before = await VersionAsync(letter.PartnerId);

        await frozen.Form("release").With("Count", "3").SubmitAsync();

        Assert.Equal(before + 1, await VersionAsync(letter.PartnerId));
    }

    private Task<int> VersionAsync(Guid partner) =>
        app.ReadAsync(db => db.Partners.Where(p => p.Id == partner).Select(p => p.Version).SingleAsync(Cancelled));

    /// <summary>Whoever was a moment late hears it, and the entry that went has nothing.</summary>
    private async Task LostAsync(TwoEntries two, Func<Task<TestPage>> put)
    {
        meanwhile = () => MergeAsync(two);
        var page = await put();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        await app.ReadAsync(async db =>
        {
            Assert.NotNull((await db.Partners.SingleAsync(p => p.Id == two.Gone.Id, Cancelled)).MergedIntoId);
            Assert.False(await db.Threads.AnyAsync(t => t.PartnerId == two.Gone.Id, Cancelled));
            Assert.False(await db.Messages.AnyAsync(m => m.PartnerId == two.Gone.Id, Cancelled));
            Assert.False(await db.Letters.AnyAsync(l => l.PartnerId == two.Gone.Id, Cancelled));
            Assert.False(await db.PartnerDomains.AnyAsync(d => d.PartnerId == two.Gone.Id, Cancelled));
            Assert.False(await db.GroupMembers.AnyAsync(m => m.PartnerId == two.Gone.Id, Cancelled));
            return true;
        });
    }

    private Task<bool> MergeAsync(TwoEntries two) =>
        app.UseAsync(async s =>
        {
            var (db, merging) = (s.GetRequiredService<SecretariatDb>(), s.GetRequiredService<MergePartners>());
            var kept = await db.Partners.SingleAsync(p => p.Id == two.Kept.Id, Cancelled);
            var gone = await db.Partners.SingleAsync(p => p.Id == two.Gone.Id, Cancelled);
            await merging.MergeAsync(kept, gone, "Entered twice", Cancelled);
            await db.SaveAsync(MergePartners.Merging, "Entered twice", Cancelled);
            return true;
        });

    /// <summary>The audit is written last, before the change is saved.</summary>
    private sealed class Audits(Auditor audit, MergedMeanwhileTests tests) : IAuditor
    {
        public void Write(SecretariatDb db, string process, string? why)
        {
            var comes = tests.meanwhile;
            tests.meanwhile = null;
            comes?.Invoke().GetAwaiter().GetResult();
            audit.Write(db, process, why);
        }
    }
}
