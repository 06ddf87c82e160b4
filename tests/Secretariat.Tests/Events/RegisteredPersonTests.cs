using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>What is asked of those who register, and what each person says on their own page.</summary>
public sealed class RegisteredPersonTests(TestApp app) : RegistrationTest(app)
{
    [Fact]
    public async Task A_question_is_asked_only_after_the_answer_that_it_depends_on()
    {
        var (officer, code) = await GivenOpenAsync("Conditions", null, null, false, "ms-fr");
        var category = await CategoryAsync(officer, code);
        await AskAsync(officer, category, "Do you speak?", nameof(QuestionKind.YesOrNo), ("IsRequired", "true"));
        await AskAsync(
            officer,
            category,
            "Title of the speech",
            nameof(QuestionKind.Line),
            ("IsRequired", "true"),
            ("After", "do-you-speak|yes")
        );
        var head = Head("Conditions", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();

        var page = await OpenFormAsync(browser, link);
        Assert.Contains("Only after “Do you speak?”: Yes. Needed for: The programme.", page.Text, StringComparison.Ordinal);
        page = await Filled(page, "Ana Sample", "ana@conditions.example", head).SubmitAsync();
        Assert.Contains("Do you speak? is missing.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Title of the speech is missing.", page.Text, StringComparison.Ordinal);
        page = await page.Form("register").With("Answers[do-you-speak]", "yes").SubmitAsync();
        Assert.Contains("Title of the speech is missing.", page.Text, StringComparison.Ordinal);
        page = await page.Form("register").With("Answers[title-of-the-speech]", "On roads").SubmitAsync();
        Assert.Contains("Ana Sample: Registered, with a place", page.Text, StringComparison.Ordinal);

        // What is not asked is not kept, whatever is typed.
        page = await Filled(await OpenFormAsync(browser, link), "Ben Sample", "ben@conditions.example", head)
            .With("Answers[do-you-speak]", "no")
            .With("Answers[title-of-the-speech]", "On rivers")
            .SubmitAsync();
        Assert.Contains("Ben Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
        var all = await RegistrationsAsync(code);
        Assert.Equal("On roads", all[0].Answers["title-of-the-speech"]);
        Assert.Equal(["do-you-speak"], all[1].Answers.Keys);
        var shown = await (await officer.GetAsync($"/office/events/{code}/registrations")).FollowAsync("Ana Sample");
        Assert.Contains("On roads", shown.Text, StringComparison.Ordinal);
        // The question that others depend on cannot go.
        page = await officer.GetAsync($"{category}/question/do-you-speak");
        page = await page.Form("drop").SubmitAsync();
        Assert.Contains("“Title of the speech” is asked only after a certain answer to it.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_apart_is_asked_of_the_person_stands_in_no_list_and_is_erased_on_its_day()
    {
        var (officer, code) = await GivenOpenAsync("Apart", null, null, false, "ms-fr");
        var category = await CategoryAsync(officer, code);
        await AskAsync(officer, category, "What do you need?", nameof(QuestionKind.Lines), ("IsKeptApart", "true"));
        await AskAsync(officer, category, "Arrival", nameof(QuestionKind.Day), ("IsForAccepted", "true"));
        var head = Head("Apart", "ms-fr");
        var link = await LinkToAsync(head);
        var page = await OpenFormAsync(App.Anybody(), link);
        Assert.DoesNotContain("What do you need?", page.Text, StringComparison.Ordinal);
        await Filled(page, "Ana Sample", "ana@apart.example", head).SubmitAsync();

        var own = await LinkToAsync("ana@apart.example");
        page = await App.Anybody().GetAsync(own);
        var wrong = await page.Form("answers").With("Answers[arrival]", "tomorrow").SubmitAsync();
        Assert.Contains("Arrival must be a day.", wrong.Text, StringComparison.Ordinal);
        page = await page.Form("answers")
            .With("Answers[what-do-you-need]", "A ramp, secretly.")
            .With("Answers[arrival]", $"{Day:yyyy-MM-dd}")
            .SubmitAsync();
        Assert.Contains("Thank you: it has been saved.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A ramp, secretly.", page.Form("answers").Value("Answers[what-do-you-need]"));

        var registration = Assert.Single(await RegistrationsAsync(code));
        Assert.Equal(["arrival"], registration.Answers.Keys);
        var kept = await App.ReadAsync(db => db.KeptApart.SingleAsync(a => a.RegistrationId == registration.Id, Cancelled));
        Assert.Equal(Day.AddDays(30), kept.EraseOn);
        Assert.Equal(0, await App.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Payload!.Contains("secretly"), Cancelled)));
        var shown = await officer.GetAsync($"/office/events/{code}/registrations/{registration.Id}");
        Assert.Contains("A ramp, secretly.", shown.Text, StringComparison.Ordinal);
        var list = await officer.GetAsync($"/office/events/{code}/registrations?text=secretly");
        Assert.Contains("Nobody is found here.", list.Text, StringComparison.Ordinal);
        var read = await (await App.AsAsync(Modules.Identity.Role.Reader)).GetAsync(
            $"/office/events/{code}/registrations/{registration.Id}"
        );
        Assert.DoesNotContain("secretly", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secretly", (await App.Anybody().GetAsync(link)).Text, StringComparison.Ordinal);

        await App.WorkAsync<EraseKeptApart>();
        Assert.True(await App.ReadAsync(db => db.KeptApart.AnyAsync(a => a.RegistrationId == registration.Id, Cancelled)));
        // The day follows the event: of one that is off nothing is kept.
        await App.GivenAsync(async db =>
            await db.AddAsync(
                new Announcement
                {
                    EventId = registration.EventId,
                    Timing = TimingWords.Of(Precision.Day, Day, Day),
                    Status = EventStatus.Cancelled,
                    AnnouncedOn = TimeProvider.System.Today(),
                    EnteredAt = TimeProvider.System.Now(),
                },
                Cancelled
            )
        );
        await App.WorkAsync<EraseKeptApart>();
        Assert.False(await App.ReadAsync(db => db.KeptApart.AnyAsync(a => a.RegistrationId == registration.Id, Cancelled)));
        page = await App.Anybody().GetAsync(own);
        Assert.Equal("", page.Form("answers").Value("Answers[what-do-you-need]")!.Trim());
    }

    [Fact]
    public async Task Nothing_but_the_person_changes_to_whom_they_are_shown()
    {
        var (officer, code) = await GivenOpenAsync("Consents", null, null, true, "ms-fr");
        var category = await CategoryAsync(officer, code);
        await AskAsync(officer, category, "What do you need?", nameof(QuestionKind.Line), ("IsKeptApart", "true"));
        var head = Head("Consents", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        await RegisterAsync(browser, link, "Ana Sample", "ana@consents.example", head);
        var record = $"/office/events/{code}/registrations/{(await RegistrationsAsync(code))[0].Id}";
        var page = await officer.GetAsync(record);
        Assert.Contains("Shown to the publicNot asked yet: no", page.Text, StringComparison.Ordinal);
        await page.Form("approve").SubmitAsync();
        var own = await LinkToAsync("ana@consents.example");
        page = await App.Anybody().GetAsync(own);
        await page.Form("consent").With("Shown[Participants]", "yes").With("Shown[Public]", "no").SubmitAsync();

        // Whatever else is changed, by whomever, in whatever order.
        page = await (await browser.GetAsync(link)).FollowAsync("Change or withdraw Ana Sample");
        await page.Form("change").With("Function", "Director").SubmitAsync();
        page = await App.Anybody().GetAsync(own);
        await page.Form("answers").With("Answers[what-do-you-need]", "A desk").SubmitAsync();
        page = await officer.GetAsync($"/office/events/{code}/registration");
        await page.Form("terms").With("At", "12:00").SubmitAsync();
        await ShowsAsync("Shown to the other participantsYes Shown to the publicNo");
        await ListsAsync("Ana Sample");

        page = await App.Anybody().GetAsync(own);
        await page.Form("consent").With("Shown[Participants]", "no").SubmitAsync();
        await ShowsAsync("Shown to the other participantsNo Shown to the publicNo");
        Assert.Equal(3, await App.ReadAsync(db => db.Consents.CountAsync(Cancelled)));
        await ListsAsync();
        // What somebody has said stays theirs where nobody is asked any more.
        page = await officer.GetAsync($"/office/events/{code}/registration");
        await page.Form("terms").Tick("IsOfficialDuty", "true").SubmitAsync();
        await ListsAsync();

        async Task ListsAsync(params string[] names) =>
            Assert.Equal(
                names,
                await App.ReadAsync(async db =>
                {
                    var id = await db.Events.Where(e => e.Code == code).Select(e => e.Id).SingleAsync(Cancelled);
                    return await db.On(Paper.Participants, id, (null, false))
                        .Select(r => r.GivenNames + " " + r.FamilyName)
                        .ToListAsync(Cancelled);
                })
            );

        async Task ShowsAsync(string words) =>
            Assert.Contains(words, (await officer.GetAsync(record)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_official_duty_nobody_is_asked_about_the_list_of_participants()
    {
        var (officer, code) = await GivenOpenAsync("On duty", null, null, false, "ms-fr");
        var terms = await officer.GetAsync($"/office/events/{code}/registration");
        await terms.Form("terms").Tick("IsOfficialDuty", "true").SubmitAsync();
        var head = Head("On duty", "ms-fr");
        await RegisterAsync(App.Anybody(), await LinkToAsync(head), "Ana Sample", "ana@duty.example", head);

        var page = await App.Anybody().GetAsync(await LinkToAsync("ana@duty.example"));

        Assert.Contains("You take part on official duty", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shown to the other participants", page.Text, StringComparison.Ordinal);
        Assert.Contains("Shown to the public", page.Text, StringComparison.Ordinal);
    }

    private static async Task<string> CategoryAsync(TestBrowser officer, string code)
    {
        var page = await (await officer.GetAsync($"/office/events/{code}/registration")).FollowAsync("Delegates");
        return page.Address;
    }

    private static async Task AskAsync(
        TestBrowser officer,
        string category,
        string label,
        string kind,
        params (string Field, string Value)[] more
    )
    {
        var form = (await officer.GetAsync($"{category}/question"))
            .Form("question")
            .With("LabelEn", label)
            .With("PurposeEn", "The programme")
            .With("Kind", kind);
        var page = await more.Aggregate(form, (f, m) => f.With(m.Field, m.Value)).SubmitAsync();
        Assert.Contains("The questions have changed.", page.Text, StringComparison.Ordinal);
    }
}
