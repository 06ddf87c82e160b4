using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Events;

/// <summary>Speakers stand in the order typed, or in that of protocol where their partner is named.</summary>
public sealed class SpeakingOrderTests(TestApp app) : ProgrammeTest(app)
{
    [Fact]
    public async Task Those_whose_partner_is_named_are_put_in_protocol_order_and_nothing_is_saved_before_the_officer_says_so()
    {
        var (officer, code) = await GivenEventAsync("Protocol");
        var form = (await officer.GetAsync($"/office/events/{code}/programme")).Form("item");
        form.With("From", "10:00").With("TitleEn", "Round table");
        form.With(
            "SpeakersEn",
            "Ada Sample, Minister, Finland; Bo Sample, Host; Cy Sample, Minister, BELGIUM ;Dee Sample, Minister, Grèce"
        );

        var page = await form.With("SpeakersFr", "Ada Sample, ministre; Cy Sample, ministre")
            .SubmitAsync("Put the speakers in protocol order");

        Assert.Contains("Speakers whose partner is known: 3.", page.Text, Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[id$=-error]"));
        Assert.Equal(
            "Cy Sample, Minister, BELGIUM; Bo Sample, Host; Dee Sample, Minister, Grèce; Ada Sample, Minister, Finland",
            page.Form("item").Value("SpeakersEn")
        );
        Assert.Equal("Cy Sample, ministre; Ada Sample, ministre", page.Form("item").Value("SpeakersFr"));
        Assert.Equal(("10:00", "Round table"), (page.Form("item").Value("From"), page.Form("item").Value("TitleEn")));
        Assert.False(
            await App.ReadAsync(db =>
                db.ProgrammeItems.AnyAsync(i => db.Events.Any(e => e.Id == i.EventId && e.Code == code), Cancelled)
            )
        );
        page = await page.Form("item").SubmitAsync("Save");
        Assert.Contains("Cy Sample, Minister, BELGIUM; Bo Sample, Host;", page.Text, Ordinal);
    }

    [Fact]
    public async Task Where_no_partner_is_named_it_is_said_and_nothing_typed_is_lost()
    {
        var (officer, code) = await GivenEventAsync("No partner");
        var form = (await officer.GetAsync($"/office/events/{code}/programme")).Form("item");

        var page = await form.With("Day", "soon")
            .With("SpeakersEn", "France; Ada Sample, Minister of Finland; Bo Sample")
            .SubmitAsync("Put the speakers in protocol order");

        Assert.StartsWith(
            "No partner is named after a comma",
            page.Document.QuerySelector("#SpeakersEn-error")!.TextContent,
            Ordinal
        );
        Assert.Equal("France; Ada Sample, Minister of Finland; Bo Sample", page.Form("item").Value("SpeakersEn"));
        Assert.Equal("soon", page.Form("item").Value("Day"));
        var reader = await App.AsAsync(Role.Reader);
        var refused = await reader.PostAsync($"/office/events/{code}/programme?handler=Order", [new("SpeakersEn", "x")]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task An_item_that_is_changed_stays_the_one_that_was_seen()
    {
        var (officer, code) = await GivenEventAsync("Changed");
        await AddAsync(officer, code, "10:00", null, "Panel", ("SpeakersEn", "Ada Sample, Sweden; Cy Sample, Belgium"));
        var page = await (await officer.GetAsync($"/office/events/{code}/programme")).FollowAsync("Change Panel");

        page = await page.Form("item").SubmitAsync("Put the speakers in protocol order");
        await ChangeMeanwhileAsync(officer, code);

        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("item").SubmitAsync("Save")).Status);
    }

    [Fact]
    public async Task Why_it_may_stand_is_still_said_after_the_order_has_changed()
    {
        var (officer, code) = await GivenEventAsync("Reason kept");
        await AddAsync(officer, code, "10:00", "11:00", "Panel", ("Room", "Hall 1"));
        var page = await TryAsync(
            officer,
            code,
            "10:00",
            "11:00",
            "Lobby",
            ("Room", "Hall 1"),
            ("SpeakersEn", "Ada Sample, Sweden; Cy Sample, Belgium")
        );

        page = await page.Form("item").With("ClashBecause", "In the lobby").SubmitAsync("Put the speakers in protocol order");

        Assert.Equal("In the lobby", page.Form("item").Value("ClashBecause"));
        page = await page.Form("item").SubmitAsync("Save");
        Assert.Contains("Why it may stand: In the lobby", page.Text, Ordinal);
        page = await (await page.FollowAsync("Change Panel"))
            .Form("item")
            .With("SpeakersEn", "Bo Sample, France")
            .SubmitAsync("Put the speakers in protocol order");
        page = await page.Form("item").With("ClashBecause", "It makes room").SubmitAsync("Save");
        Assert.Contains("Why it may stand: It makes room", page.Text, Ordinal);
    }

    [Fact]
    public void Who_is_not_known_stays_at_their_place_and_equals_keep_their_order()
    {
        var order = new SpeakingOrder(new Dictionary<string, int> { ["belgium"] = 0, ["france"] = 1 });

        Assert.Equal(
            ("X, Nowhere; C, Belgium; A, France; B, Head, France; Y", null, 3),
            order.Of("X, Nowhere; A, France; B, Head, France; C, Belgium; Y", null)
        );
        Assert.Equal(("; ;", "", 0), order.Of("; ;", "") is var (en, fr, known) ? (en, fr ?? "", known) : default);
        // The last part that is a partner: a function may have the name of another.
        Assert.Equal(("B, Belgium; A, Belgium, France", null, 2), order.Of("A, Belgium, France; B, Belgium", null));
    }

    private static async Task ChangeMeanwhileAsync(TestBrowser officer, string code) =>
        await ChangeAsync(officer, code, "Panel", ("TitleEn", "Panel on routes"));
}
