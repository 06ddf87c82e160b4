using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Formats.Images;

namespace Secretariat.Tests.Events;

/// <summary>A photograph for the badge: given by the person, seen by the office, gone with its day.</summary>
public sealed class BadgePhotoTests(TestApp app) : RegistrationTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Fact]
    public async Task A_photograph_is_seen_by_the_person_and_the_office_and_stands_on_the_badge()
    {
        var (officer, code, own) = await GivenAsync("Pictured");
        var page = await SendAsync(own, PhotographTests.Jpeg());
        Assert.Contains("Thank you: it has been saved.", page.Text, Ordinal);
        var photo = page.Document.QuerySelector("img.sec-photo")!;
        Assert.Equal("Photograph of Ana Sample", photo.GetAttribute("alt"));

        var registration = Assert.Single(await RegistrationsAsync(code));
        var office = $"/office/events/{code}/registrations/{registration.Id}";
        Assert.NotNull((await officer.GetAsync(office)).Document.QuerySelector($"img[src='{office}/photo']"));
        foreach (var (who, address) in new[] { (App.Anybody(), photo.GetAttribute("src")!), (officer, $"{office}/photo") })
        {
            using var answer = await who.OpenAsync(address);
            Assert.Equal(
                ("image/jpeg", "no-store"),
                (answer.Content.Headers.ContentType!.MediaType, $"{answer.Headers.CacheControl}")
            );
            Assert.DoesNotContain("GPS", await answer.Content.ReadAsStringAsync(Cancelled), Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await App.AsAsync(Role.Reader)).GetAsync($"{office}/photo")).Status);
        Assert.StartsWith("data:image/jpeg;base64,/9j", await OnBadgeAsync(code), Ordinal);
        page = await page.Form("remove-photo").SubmitAsync();
        Assert.Null(page.Document.QuerySelector("img.sec-photo"));
        Assert.Null(await OnBadgeAsync(code));
    }

    [Fact]
    public async Task What_is_no_photograph_or_too_large_is_refused_in_words_and_the_former_one_stays()
    {
        var (_, code, own) = await GivenAsync("Not pictured");
        await SendAsync(own, PhotographTests.Jpeg());
        var before = await OnBadgeAsync(code);

        const string TooLarge = "The photograph has more than 500 kB, or more than ";
        await RefusesAsync([.. PhotographTests.Jpeg(), .. new byte[10_000_000]], TooLarge);
        await RefusesAsync(PhotographTests.Jpeg(2_001), TooLarge);
        await RefusesAsync([.. "a letter"u8], "The file is no photograph as JPEG or PNG, or it breaks off.");
        await RefusesAsync(PhotographTests.Jpeg()[..40], "The file is no photograph as JPEG or PNG, or it breaks off.");
        await RefusesAsync([], "Choose a photograph.");
        Assert.Equal(before, await OnBadgeAsync(code));

        async Task RefusesAsync(byte[] bytes, string why) =>
            Assert.StartsWith(why, (await SendAsync(own, bytes)).Document.QuerySelector("#Photo-error")!.TextContent, Ordinal);
    }

    [Fact]
    public async Task It_goes_with_the_registration_and_after_the_event()
    {
        var (_, code, own) = await GivenAsync("Pictured once");
        await SendAsync(own, PhotographTests.Jpeg());
        await App.WorkAsync<EraseKeptApart>();
        Assert.NotNull(await OnBadgeAsync(code));
        var ids = (await RegistrationsAsync(code)).ConvertAll(r => r.Id);
        var eventId = (await RegistrationsAsync(code))[0].EventId;
        await App.GivenAsync(async db =>
            await db.AddAsync(
                new Announcement
                {
                    EventId = eventId,
                    Timing = TimingWords.Of(Precision.Day, Day, Day),
                    Status = EventStatus.Cancelled,
                    AnnouncedOn = TimeProvider.System.Today(),
                    EnteredAt = TimeProvider.System.Now(),
                },
                Cancelled
            )
        );
        await App.WorkAsync<EraseKeptApart>();
        Assert.False(await App.ReadAsync(db => db.BadgePhotos.AnyAsync(p => ids.Contains(p.RegistrationId), Cancelled)));

        var head = Head("Pictured twice", "ms-fr");
        (_, code, own) = await GivenAsync("Pictured twice");
        await SendAsync(own, PhotographTests.Jpeg());
        var browser = App.Anybody();
        var link = await LinkToAsync(head);
        await RegisterAsync(browser, link, "Bo Sample", "bo@pictured.example", head);
        var page = await (await browser.GetAsync(link)).FollowAsync("Change or withdraw Ana Sample");
        await page.Form("withdraw").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"{own}/photo")).Status);
    }

    private async Task<TestPage> SendAsync(string own, byte[] bytes)
    {
        var page = await App.Anybody().GetAsync(own);
        return await page.Form("photo").WithFile("Photo", "me.jpg", bytes).SubmitAsync();
    }

    private Task<string?> OnBadgeAsync(string code) =>
        App.ReadAsync(async db =>
        {
            var id = await db.Events.Where(e => e.Code == code).Select(e => e.Id).SingleAsync(Cancelled);
            await using var scope = App.Services.CreateAsyncScope();
            var links = scope.ServiceProvider.GetRequiredService<RegistrationLinks>();
            return (await db.PrintedAsync(id, Paper.Badges, (null, false), links, "en", Cancelled)).Single().Photo;
        });

    /// <summary>Ana of France, in a category that asks for a photograph, and the link of her own page.</summary>
    private async Task<(TestBrowser Officer, string Code, string Own)> GivenAsync(string title)
    {
        var (officer, code) = await GivenOpenAsync(title, null, null, false, "ms-fr");
        var page = await (await officer.GetAsync($"/office/events/{code}/registration")).FollowAsync("Delegates");
        await page.Form("category").Tick("AsksPhoto", "true").SubmitAsync();
        var (head, address) = (Head(title, "ms-fr"), $"ana@{title.Replace(' ', '-').ToLowerInvariant()}.people.example");
        await RegisterAsync(App.Anybody(), await LinkToAsync(head), "Ana Sample", address, head);
        return (officer, code, await LinkToAsync(address));
    }
}
