using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Files;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Register;

public sealed class EndorsementTests(TestApp app) : AppTest(app)
{
    private const string Declaration = "joint-declaration-2025";

    [Fact]
    public async Task An_endorsement_stands_with_day_signatory_and_evidence_and_counts_from_its_day_on()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/ms-nl")).FollowAsync("Record an endorsement");
        var page = await (await form)
            .Form("endorse")
            .With("Entry.Instrument", Declaration)
            .With("Entry.From", "2025-12-10")
            .With("Entry.Mode", "Meeting")
            .With("Entry.Signatory", "Minister for Migration")
            .SubmitAsync();
        Assert.Contains(
            "An endorsement rests on a message, a letter, a document or a public source.",
            page.Text,
            StringComparison.Ordinal
        );
        page = await page.Form("endorse").With("Entry.Source", "https://news.example/declaration").SubmitAsync();

        Assert.Contains("Recorded: endorsed since 10 December 2025.", page.Text, StringComparison.Ordinal);
        Assert.Contains("endorsed, at a meeting 10 December 2025 Minister for Migration", page.Text, StringComparison.Ordinal);
        var instrument = await office.GetAsync($"/office/instruments/{Declaration}");
        Assert.Contains("Netherlands EU Member States 10 December 2025 at a meeting", instrument.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Netherlands",
            (await office.GetAsync($"/office/instruments/{Declaration}?asOf=2025-12-09")).Text,
            StringComparison.Ordinal
        );
        var open = await App.Anybody().GetAsync("/en/partners?asOf=2025-12-10");
        Assert.Contains("endorsed “Joint Declaration", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Minister for Migration", open.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_its_text_or_twice_is_refused_in_words_and_nothing_is_entered()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await EnterAsync(office, "ms-fi", "Endorsed", "2025-12-01");
        Assert.Contains(
            "The instrument is of 10 December 2025: nobody can have endorsed it before.",
            page.Text,
            StringComparison.Ordinal
        );
        page = await EnterAsync(office, "ms-fi", "Withdrawn", "2025-12-20");
        Assert.Contains("so there is nothing to withdraw", page.Text, StringComparison.Ordinal);
        page = await EnterAsync(
            office,
            "ms-fi",
            "Endorsed",
            TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", null)
        );
        Assert.Contains("This day is still to come.", page.Text, StringComparison.Ordinal);
        await EnterAsync(office, "ms-fi", "Endorsed", "2025-12-11");
        page = await EnterAsync(office, "ms-fi", "Endorsed", "2025-12-12");
        Assert.Contains("This stands in the record already, since 11 December 2025.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("ms-fi"));
    }

    [Fact]
    public async Task An_entry_is_taken_back_with_a_reason_and_what_held_before_holds_again()
    {
        var office = await App.AsAsync(Role.Officer);
        await EnterAsync(office, "ms-ie", "Invited", "2025-11-01");
        var page = await EnterAsync(office, "ms-ie", "Endorsed", "2025-12-10");
        var mistaken = await App.ReadAsync(db =>
            db.Endorsements.SingleAsync(
                e => e.Status == EndorsementStatus.Endorsed && db.Partners.Any(p => p.Code == "ms-ie" && p.Id == e.PartnerId),
                Cancelled
            )
        );
        page = await page.FollowAsync("Take an entry back");
        page = await page.Form("take-back").With("EndorsementId", $"{mistaken.Id}").SubmitAsync();
        Assert.Contains("Say in a reason why.", page.Text, StringComparison.Ordinal);
        page = await page.Form("take-back").With("Why", "It was Iceland").SubmitAsync();

        Assert.Contains("The entry is taken back; the audit keeps it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was Iceland", page.Text, StringComparison.Ordinal);
        var left = await App.ReadAsync(db =>
            db.Endorsements.SingleAsync(e => db.Partners.Any(p => p.Code == "ms-ie" && p.Id == e.PartnerId), Cancelled)
        );
        Assert.Equal((EndorsementStatus.Invited, null), (left.Status, left.To));
    }

    [Fact]
    public async Task A_document_as_evidence_is_kept_checked_and_handed_to_officers_alone()
    {
        var bytes = "%PDF-1.7 signed"u8.ToArray();
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/ms-se/endorse")).Form("endorse");
        await form.With("Entry.Instrument", Declaration)
            .With("Entry.From", "2025-12-15")
            .WithFile("Entry.Document", "signed letter.pdf", bytes)
            .SubmitAsync();

        var entered = await App.ReadAsync(db =>
            db.Endorsements.SingleAsync(e => e.DocumentName == "signed letter.pdf", Cancelled)
        );
        Assert.Equal(bytes, await office.DownloadAsync($"/office/endorsements/{entered.Id}/document"));
        var held = await App.UseAsync(async s =>
            (
                await s.GetServices<IHoldFiles>()
                    .OfType<HoldEndorsementFiles>()
                    .Single()
                    .FilesAsync(Cancelled)
                    .ToListAsync(Cancelled)
            )
        );
        Assert.Contains(held, f => f.Sha256 == entered.DocumentSha256);
        var contact = await App.AsAsync(Role.PartnerContact, "ms-se");
        Assert.NotEqual(HttpStatusCode.OK, (await contact.OpenAsync($"/office/endorsements/{entered.Id}/document")).StatusCode);
    }

    [Fact]
    public async Task A_private_partner_endorses_after_its_steps_one_after_the_other()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await (await office.GetAsync("/office/partners/new"))
            .Form("partner")
            .With("Kind", "online-platform")
            .With("Name", "Sample Social")
            .With("Why", "Met at the conference")
            .SubmitAsync();
        Assert.Equal("/office/partners/sample-social", page.Address);

        page = await EnterAsync(office, "sample-social", "Endorsed", "2026-01-10");
        Assert.Contains(
            "Before it can endorse, the step “First contact: somebody speaks for it” is to be taken.",
            page.Text,
            StringComparison.Ordinal
        );
        foreach (var day in new[] { "2025-12-11", "2025-12-12", "2025-12-20" })
        {
            page = await (await office.GetAsync("/office/partners/sample-social")).FollowAsync("Record the next step");
            page = await page.Form("step").With("On", day).With("Note", "Minutes of the meeting").SubmitAsync();
        }

        Assert.DoesNotContain("Record the next step", page.Text, StringComparison.Ordinal);
        page = await EnterAsync(office, "sample-social", "Endorsed", "2025-12-19");
        Assert.Contains("was taken on 20 December 2025", page.Text, StringComparison.Ordinal);
        page = await EnterAsync(office, "sample-social", "Endorsed", "2026-01-10");
        Assert.Contains("Recorded: endorsed since 10 January 2026.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_enter_at_once_the_second_one_hears_it()
    {
        var (one, two) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Officer));
        var first = Filled((await one.GetAsync("/office/partners/ms-dk/endorse")).Form("endorse"), "Invited", "2025-10-01");
        var second = Filled((await two.GetAsync("/office/partners/ms-dk/endorse")).Form("endorse"), "Endorsed", "2025-12-10");
        await first.SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await second.SubmitAsync()).Status);
        Assert.Equal(1, await CountAsync("ms-dk"));
    }

    [Fact]
    public async Task A_version_of_the_text_is_added_and_cannot_have_been_meant_before_it_was_adopted()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/instruments/call-to-action-2023");
        page = await page.Form("version").With("AdoptedOn", "2023-11-27").With("Remark", "as adopted").SubmitAsync();
        Assert.Contains("The instrument is of 28 November 2023", page.Text, StringComparison.Ordinal);
        page = await page.Form("version").With("AdoptedOn", "2023-12-05").SubmitAsync();
        Assert.Contains("Version 1, 5 December 2023: as adopted", page.Text, StringComparison.Ordinal);

        var form = (await office.GetAsync("/office/partners/ms-lu/endorse")).Form("endorse");
        form = Filled(form, "Endorsed", "2023-12-01")
            .With("Entry.Instrument", "call-to-action-2023")
            .With("Entry.TextVersion", "1");
        page = await form.SubmitAsync();
        Assert.Contains("Version 1 is of 5 December 2023", page.Text, StringComparison.Ordinal);

        page = await page.Form("endorse").With("Entry.From", "2023-12-06").SubmitAsync();
        Assert.Contains("Recorded: endorsed since 6 December 2023.", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/instruments/call-to-action-2023");
        await page.Form("version").With("AdoptedOn", "2024-06-01").With("Remark", "revised").SubmitAsync();
        foreach (
            var (version, answer) in new[] { ("1", "This stands in the record already"), ("2", "endorsed since 5 June 2024") }
        )
        {
            form = (await office.GetAsync("/office/partners/ms-lu/endorse")).Form("endorse");
            form = Filled(form, "Endorsed", "2024-06-05")
                .With("Entry.Instrument", "call-to-action-2023")
                .With("Entry.TextVersion", version);
            Assert.Contains(answer, (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_invitation_neither_ends_an_endorsement_nor_that_of_another_version()
    {
        var office = await App.AsAsync(Role.Officer);
        var instrument = await office.GetAsync($"/office/instruments/{Declaration}");
        foreach (var remark in new[] { "as adopted", "revised" })
            instrument = await instrument.Form("version").With("AdoptedOn", "2025-12-10").With("Remark", remark).SubmitAsync();
        await EnterAsync(office, "ms-es", "Endorsed", "2025-12-10", "1");

        foreach (var lesser in new[] { "Invited", "Interested" })
            Assert.Contains(
                "The partner has endorsed this text since 10 December 2025. Only a withdrawal ends an endorsement: record that first.",
                (await EnterAsync(office, "ms-es", lesser, "2025-12-12", "1")).Text,
                StringComparison.Ordinal
            );
        await EnterAsync(office, "ms-es", "Invited", "2025-12-12", "2");
        var page = await office.GetAsync($"/office/instruments/{Declaration}?status=Endorsed&asOf=2025-12-13");
        Assert.Contains("Spain EU Member States 10 December 2025 by letter, Version 1", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync($"/office/instruments/{Declaration}?status=Invited&asOf=2025-12-13");
        Assert.Contains("Spain EU Member States 12 December 2025 by letter, Version 2", page.Text, StringComparison.Ordinal);

        await EnterAsync(office, "ms-es", "Endorsed", "2025-12-20", "2");
        var endorsed = (await office.GetAsync($"/office/instruments/{Declaration}?status=Endorsed")).Text;
        Assert.Contains("by letter, Version 1", endorsed, StringComparison.Ordinal);
        Assert.Contains("by letter, Version 2", endorsed, StringComparison.Ordinal);
        Assert.Contains($"Endorsed: {await EndorsersAsync()}", endorsed, StringComparison.Ordinal);
        Assert.Contains("Spain", (await App.Anybody().GetAsync("/en/partners")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_was_invited_long_before_the_text()
    {
        var page = await EnterAsync(await App.AsAsync(Role.Officer), "ms-pt", "Invited", "2001-01-01");

        Assert.Contains("nobody was invited to endorse it more than a year before", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("ms-pt"));
    }

    [Fact]
    public async Task An_endorsement_that_was_withdrawn_is_taken_back_after_its_withdrawal()
    {
        var office = await App.AsAsync(Role.Officer);
        await EnterAsync(office, "ms-at", "Endorsed", "2026-01-01");
        await EnterAsync(office, "ms-at", "Withdrawn", "2026-02-01");
        var endorsed = await App.ReadAsync(db =>
            db.Endorsements.SingleAsync(
                e => e.Status == EndorsementStatus.Endorsed && db.Partners.Any(p => p.Code == "ms-at" && p.Id == e.PartnerId),
                Cancelled
            )
        );

        var page = await office.GetAsync("/office/partners/ms-at/endorsements/take-back");
        page = await page.Form("take-back").With("EndorsementId", $"{endorsed.Id}").With("Why", "Misread").SubmitAsync();

        Assert.Contains("It was withdrawn on 1 February 2026: take that back first.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync("ms-at"));
    }

    private static async Task<TestPage> EnterAsync(
        TestBrowser office,
        string partner,
        string status,
        string from,
        string? version = null
    )
    {
        var page = await office.GetAsync($"/office/partners/{partner}/endorse");
        var form = Filled(page.Form("endorse"), status, from);
        return await (version is null ? form : form.With("Entry.TextVersion", version)).SubmitAsync();
    }

    private Task<int> EndorsersAsync() =>
        App.ReadAsync(db =>
            db.Endorsements.Where(e => e.InstrumentCode == Declaration && e.Status == EndorsementStatus.Endorsed && e.To == null)
                .Select(e => e.PartnerId)
                .Distinct()
                .CountAsync(Cancelled)
        );

    private static TestForm Filled(TestForm form, string status, string from) =>
        form.With("Entry.Instrument", Declaration)
            .With("Entry.Status", status)
            .With("Entry.From", from)
            .With("Entry.Source", "https://news.example/declaration");

    private Task<int> CountAsync(string partner) =>
        App.ReadAsync(db =>
            db.Endorsements.CountAsync(e => db.Partners.Any(p => p.Code == partner && p.Id == e.PartnerId), Cancelled)
        );
}
