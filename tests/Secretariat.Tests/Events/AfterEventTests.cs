using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>What became of an event: decisions, actions with owner and deadline, who took part, and the published summary.</summary>
public sealed class AfterEventTests(TestApp app) : RegistrationTest(app)
{
    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task An_action_is_overdue_until_it_is_said_by_what_one_sees_that_it_was_done()
    {
        var (officer, code) = await GivenOpenAsync("Actions follow", null, null, false, "ms-fr");
        var page = await officer.GetAsync($"/office/events/{code}/record/conclusion");
        page = await page.Form("conclusion").With("WordsEn", "The Alliance meets twice a year.").SubmitAsync();
        Assert.Contains("The Alliance meets twice a year. Decision", page.Text, StringComparison.Ordinal);

        var france = await PartnerIdAsync("ms-fr");
        page = await page.FollowAsync("Add a decision or an action");
        var form = page.Form("conclusion").With("WordsEn", "Share the list of authorities.").With("Partner", $"{france}");
        var refused = await form.SubmitAsync();
        Assert.Contains("Enter a day: whoever has to do something is told by when.", refused.Text, StringComparison.Ordinal);
        page = await refused
            .Form("conclusion")
            .With("Due", $"{Today.AddDays(-1):yyyy-MM-dd}")
            .With("Owner", "Unit B2")
            .SubmitAsync();
        Assert.Contains("Share the list of authorities. France Unit B2", page.Text, StringComparison.Ordinal);
        var actions = await officer.GetAsync("/office/actions");
        Assert.Contains("Overdue: 1.", actions.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The Alliance meets twice a year.", actions.Text, StringComparison.Ordinal);

        var contact = await App.AsAsync(Role.PartnerContact, "ms-fr");
        var desk = await (await contact.GetAsync("/desk")).FollowAsync("What you have to do");
        Assert.Contains("Share the list of authorities. Actions follow Unit B2", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Overdue", desk.Text, StringComparison.Ordinal);
        var other = await App.AsAsync(Role.PartnerContact, "ms-it");
        Assert.Contains("Nothing has been given to you", (await other.GetAsync("/desk/actions")).Text, StringComparison.Ordinal);

        page = await page.FollowAsync("Change Share the list of authorities.");
        refused = await page.Form("conclusion").With("DoneOn", $"{Today:yyyy-MM-dd}").SubmitAsync();
        Assert.Contains("Say by what one sees that it was done.", refused.Text, StringComparison.Ordinal);
        refused = await refused
            .Form("conclusion")
            .With("DoneOn", $"{Today.AddDays(1):yyyy-MM-dd}")
            .With("DoneHow", "A letter")
            .SubmitAsync();
        Assert.Contains("This day is still to come.", refused.Text, StringComparison.Ordinal);
        page = await refused.Form("conclusion").With("DoneOn", $"{Today:yyyy-MM-dd}").SubmitAsync();
        Assert.Contains(": A letter", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Share the list", (await officer.GetAsync("/office/actions")).Text, StringComparison.Ordinal);
        Assert.Contains("Share the list", (await officer.GetAsync("/office/actions?done=true")).Text, StringComparison.Ordinal);

        page = await page.FollowAsync("Change The Alliance meets twice a year.");
        page = await page.Form("remove").SubmitAsync();
        Assert.DoesNotContain("The Alliance meets twice a year.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_is_read_by_everybody_once_it_is_published_and_not_before_its_day()
    {
        var (officer, code) = await GivenHeldAsync("Summed up");
        var page = await officer.GetAsync($"/office/events/{code}/record");
        page = await page.Form("summary").With("SummaryEn", "Forty partners met.\n\nThey agreed.").SubmitAsync();
        Assert.DoesNotContain(
            "Forty partners",
            (await App.Anybody().GetAsync($"/en/events/{code}")).Text,
            StringComparison.Ordinal
        );
        await page.Form("summary").Tick("IsPublished", "true").SubmitAsync();
        Assert.Contains(
            "Forty partners met.",
            (await App.Anybody().GetAsync($"/fr/events/{code}")).Text,
            StringComparison.Ordinal
        );
        var before = await App.Anybody().GetAsync($"/en/events/{code}?asOf={Today.AddDays(-1):yyyy-MM-dd}");
        Assert.DoesNotContain("Forty partners", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_has_not_been_held_no_summary_is_published()
    {
        var (officer, code) = await GivenOpenAsync("Not held yet", null, null, false, "ms-fr");
        var page = await officer.GetAsync($"/office/events/{code}/record");
        page = await page.Form("summary").With("SummaryEn", "Too early.").Tick("IsPublished", "true").SubmitAsync();
        Assert.Contains("Say first that the event was held.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Too early.", page.Form("summary").Value("SummaryEn")?.Trim());
    }

    [Fact]
    public async Task Those_who_were_checked_in_took_part_and_become_one_group()
    {
        const string Title = "Counted out";
        var (officer, code) = await GivenOpenAsync(Title, null, null, false, "ms-fr", "ms-be");
        foreach (var partner in new[] { "ms-fr", "ms-be" })
            await RegisterAsync(
                App.Anybody(),
                await LinkToAsync(Head(Title, partner)),
                $"Ana {partner}",
                $"ana@{partner}.out.example",
                Head(Title, partner)
            );
        var person = (await RegistrationsAsync(code)).Single(r => r.FamilyName == "ms-be");
        await App.GivenAsync(db =>
        {
            var entrance = new Secretariat.Modules.Events.Day.Entrance { EventId = person.EventId, Name = "Hall" };
            var checkIn = new Secretariat.Modules.Events.Day.CheckIn
            {
                EventId = person.EventId,
                RegistrationId = person.Id,
                EntranceId = entrance.Id,
                At = TimeProvider.System.Now(),
            };
            checkIn.Take(TimeProvider.System.Now());
            db.AddRange(entrance, checkIn);
            return Task.CompletedTask;
        });
        var page = await officer.GetAsync($"/office/events/{code}/record");
        var all = page.Document.QuerySelectorAll("tr").Single(r => r.QuerySelector("th")?.TextContent == "In all");
        Assert.Equal(["2", "2", "1", "2", "1"], all.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        page = await page.Form("group").SubmitAsync();
        Assert.Contains("Took part in: Counted out", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Belgium"], page.Document.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task The_page_tells_the_aim_a_quotation_with_its_source_figures_and_where_more_is_told()
    {
        var (officer, code) = await GivenOpenAsync("Page with more", null, null, false, "ms-fr");
        var page = await (await officer.GetAsync($"/office/events/{code}")).FollowAsync("What its page tells");
        var form = page.Form("page").With("AimEn", "To agree on one list.").With("QuotationEn", "We act together.");
        page = await form.With("More", "no address").SubmitAsync();
        Assert.Contains("“no address” is no address with a title after it", page.Text, StringComparison.Ordinal);
        Assert.Contains("A quotation needs the name and the function", page.Text, StringComparison.Ordinal);
        Assert.Contains("Say where these words stand.", page.Text, StringComparison.Ordinal);
        Assert.Equal("We act together.", page.Form("page").Value("QuotationEn")?.Trim());
        page = await page.Form("page")
            .With("By", "A. Sample")
            .With("FunctionEn", "Minister")
            .With("QuotationSource", "https://example.org/speech")
            .With("PracticalEn", "Doors open at 08:30.")
            .With("More", "https://example.org/press Press release")
            .Tick("Figures", "share-via-smugglers-2023")
            .SubmitAsync();
        Assert.Contains("The page of the event has changed.", page.Text, StringComparison.Ordinal);

        var read = await App.Anybody().GetAsync($"/en/events/{code}");
        foreach (
            var told in (string[])["To agree on one list.", "A. Sample, Minister", "Doors open at 08:30.", "Press release", "90"]
        )
            Assert.Contains(told, read.Text, StringComparison.Ordinal);
        Assert.Equal("We act together.", read.Document.QuerySelector("blockquote")!.TextContent.Trim());
        Assert.Equal("https://example.org/press", read.Document.QuerySelector("a[rel=external]")!.GetAttribute("href"));
    }

    private async Task<(TestBrowser Officer, string Code)> GivenHeldAsync(string title)
    {
        var (officer, code) = await GivenOpenAsync(title, null, null, false, "ms-fr");
        foreach (var (what, day) in new[] { ("planned", Today), ("held", Today) })
        {
            var form = (await officer.GetAsync($"/office/events/{code}/announce/{what}")).Form("announce");
            var page = await form.With("First", $"{day:yyyy-MM-dd}").With("Source", "A note").SubmitAsync();
            if (page.HasForm("announce"))
                await page.Form("announce").With("Count", "1").SubmitAsync();
        }

        return (officer, code);
    }
}
