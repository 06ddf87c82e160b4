using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Correspondence;

/// <summary>What officers do with a message besides deciding: take it, let it wait, write notes, register it, answer it.</summary>
public sealed class WorkOnMessageTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task An_officer_takes_a_message_and_lets_it_wait_until_a_working_day()
    {
        var message = await ArriveAsync(Mail("take"));
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync(Page(message));
        page = await page.Form("take").SubmitAsync();
        Assert.Contains("Assigned toTest Officer", page.Text, StringComparison.Ordinal);

        // Christmas Eve, and the offices open again on 3 January, a Friday.
        page = await page.Form("wait").With("until", "2030-12-24").SubmitAsync();
        Assert.Contains("Waits until3 January 2031", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            (Triage.Waiting, new DateOnly(2031, 1, 3)),
            ((await NowAsync(message)).Triage, (await NowAsync(message)).WaitUntil)
        );
        var waiting = await officer.GetAsync("/office/inbox?view=waiting");
        Assert.Contains("Subject take", waiting.Text, StringComparison.Ordinal);

        page = await page.Form("wait").With("until", "2020-01-01").SubmitAsync();
        Assert.Contains("Wait until a day to come.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_keeps_its_day_and_comes_back_on_its_own_day_by_hand_and_with_an_answer()
    {
        var message = await ArriveAsync("From: a@x.example\nMessage-ID: <w1@x>\nSubject: Wake me\n\nOne\n");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        page = await page.Form("due").With("day", "2031-03-05").SubmitAsync();
        page = await page.Form("wait").With("until", "").SubmitAsync();
        Assert.Equal((Triage.Waiting, new DateOnly(2031, 3, 5)), await StateAsync());
        page = await page.Form("wake").SubmitAsync();
        Assert.Equal((Triage.ToDo, new DateOnly(2031, 3, 5)), await StateAsync());

        await GivenLetterAsync("ms-lu", "GA-2031-0777");
        page = await officer.GetAsync($"{Page(message)}?find=GA-2031-0777");
        page = await page.Form("file-found").SubmitAsync("File under GA-2031-0777 Luxembourg");
        await page.Form("wait").With("until", "").SubmitAsync();
        await ArriveAsync("From: a@x.example\nMessage-ID: <w2@x>\nIn-Reply-To: <w1@x>\nSubject: Here\n\nTwo\n");
        Assert.Equal(Triage.ToDo, (await NowAsync(message)).Triage);

        await App.GivenAsync(async db =>
            (await db.Messages.SingleAsync(m => m.Id == message.Id, Cancelled)).Wait(Clock.Today(TimeProvider.System))
        );
        await App.WorkAsync<WakeMessages>();
        Assert.Equal(Triage.ToDo, (await NowAsync(message)).Triage);

        async Task<(Triage, DateOnly?)> StateAsync() => ((await NowAsync(message)).Triage, (await NowAsync(message)).DueOn);
    }

    [Fact]
    public async Task An_answer_that_another_officer_gave_meanwhile_is_seen_before_a_second_one_leaves()
    {
        var message = await ArriveAsync(Mail("two answers"));
        var (one, two) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Officer));
        var (first, second) = (await one.GetAsync($"{Page(message)}/reply"), await two.GetAsync($"{Page(message)}/reply"));
        await first.Form("reply").With("Body", "The first.").SubmitAsync();

        var held = await second.Form("reply").With("Body", "The second.").SubmitAsync();
        Assert.Contains("Your text is kept: look, and send it if it is still right.", held.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.Body == "The second.\n", Cancelled)));
        await held.Form("reply").SubmitAsync();
        Assert.True(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.Body == "The second.\n", Cancelled)));
    }

    [Fact]
    public async Task A_note_stays_inside_and_names_its_author()
    {
        var message = await ArriveAsync(Mail("note"));
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync(Page(message));
        page = await page.Form("note").With("text", "").SubmitAsync();
        Assert.Contains("Write the note first.", page.Text, StringComparison.Ordinal);
        page = await page.Form("note").With("text", "Called the ministry, answer on Friday.").SubmitAsync();

        Assert.Contains("Note by Test Officer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Called the ministry, answer on Friday.", page.Text, StringComparison.Ordinal);
        Assert.Empty(
            await App.ReadAsync(db => db.Outbox.Where(m => m.Body.Contains("Called the ministry")).ToListAsync(Cancelled))
        );
    }

    [Fact]
    public async Task A_form_that_could_not_be_taken_stands_open_with_what_was_typed()
    {
        var message = await ArriveAsync(Mail("open"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.False(IsOpen(page, "register"));

        page = await page.Form("register").With("number", "Ares 77").With("on", "2024-03-05").SubmitAsync();

        Assert.True(IsOpen(page, "register"));
        Assert.False(IsOpen(page, "note"));
        Assert.Equal("Ares 77", page.Form("register").Value("number"));

        page = await page.Form("wait").With("until", "2020-01-01").SubmitAsync();
        Assert.True(IsOpen(page, "wait"));
    }

    private static bool IsOpen(TestPage page, string form) =>
        page.Document.GetElementById(form)!.Closest("details")!.HasAttribute("open");

    [Theory]
    [InlineData("Ares 2024 77", "2024-03-05", "An Ares number looks like Ares(2024)1300417.")]
    [InlineData("Ares(2024)1300499", "", "Say the day of registration.")]
    [InlineData("Ares(2024)1300499", "2023-03-05", "number and day name another year")]
    [InlineData("Ares(2099)1300499", "2099-03-05", "The day of registration lies in the future.")]
    public async Task A_number_of_the_register_has_its_form_and_day(string number, string on, string refused)
    {
        var message = await ArriveAsync(Mail("register"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        page = await page.Form("register").With("number", number).With("on", on).SubmitAsync();
        Assert.Contains(refused, page.Text, StringComparison.Ordinal);
        Assert.Null((await NowAsync(message)).AresNumber);
    }

    [Fact]
    public async Task A_message_that_waits_is_woken_by_an_answer_that_is_filed_by_hand_and_by_none_that_came_before_it()
    {
        var letter = await GivenLetterAsync("ms-se", "GA-2031-7306");
        var early = await ArriveAsync(Mail("early stranger"));
        var waiting = await ArriveAsync(Mail("GA-2031-7306 waits"));
        await App.GivenAsync(async db => (await db.Messages.SingleAsync(m => m.Id == waiting.Id)).Wait(null));
        var late = await ArriveAsync(Mail("late stranger"));

        await FileAsync(early);
        Assert.Equal(Triage.Waiting, (await NowAsync(waiting)).Triage);
        await FileAsync(late);

        Assert.Equal(Triage.ToDo, (await NowAsync(waiting)).Triage);

        async Task FileAsync(Message message)
        {
            var page = await (await App.AsAsync(Role.Officer)).GetAsync($"{Page(message)}?find=GA-2031-7306");
            await page.Form("file-found").SubmitAsync("File under GA-2031-7306 Sweden");
            Assert.Equal(letter.Id, (await NowAsync(message)).ThreadId);
        }
    }

    [Fact]
    public async Task A_message_that_is_filed_elsewhere_takes_our_reply_along_and_back()
    {
        var (wrong, right) = (await GivenLetterAsync("ms-be", "GA-2031-7307"), await GivenLetterAsync("ms-nl", "GA-2031-7308"));
        var message = await ArriveAsync(Mail("GA-2031-7307 moves", "minister@interior7307.example"));
        var officer = await App.AsAsync(Role.Officer);
        await (await officer.GetAsync($"{Page(message)}/reply")).Form("reply").With("Body", "We have it.").SubmitAsync();
        Assert.Equal(wrong.Id, await ReplyThreadAsync());

        var page = await officer.GetAsync($"{Page(message)}?find=GA-2031-7308");
        page = await page.Form("file-found").SubmitAsync("File under GA-2031-7308 Netherlands");
        Assert.Equal((right.Id, right.Id), ((await NowAsync(message)).ThreadId, await ReplyThreadAsync()));
        var move = await App.ReadAsync(db => db.Moves.SingleAsync(m => m.ToId == right.Id, Cancelled));
        await (await officer.GetAsync(Page(message))).Form($"undo-{move.Id:N}").SubmitAsync();

        Assert.Equal((wrong.Id, wrong.Id), ((await NowAsync(message)).ThreadId, await ReplyThreadAsync()));

        Task<Guid?> ReplyThreadAsync() =>
            App.ReadAsync(db =>
                db.Outbox.Where(m => m.ToAddress == "minister@interior7307.example")
                    .Select(m => m.ThreadId)
                    .SingleAsync(Cancelled)
            );
    }

    [Fact]
    public async Task A_number_of_the_register_belongs_to_one_message()
    {
        var (first, second) = (await ArriveAsync(Mail("ares one")), await ArriveAsync(Mail("ares two")));
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync(Page(first));
        page = await page.Form("register").With("number", "Ares(2024)1300498").With("on", "2024-03-05").SubmitAsync();
        Assert.Contains("RegisteredAres(2024)1300498 · 5 March 2024", page.Text, StringComparison.Ordinal);

        page = await officer.GetAsync(Page(second));
        page = await page.Form("register").With("number", "Ares(2024)1300498").With("on", "2024-03-05").SubmitAsync();
        Assert.Contains("This is already the number of another message.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_goes_out_once_in_the_thread_and_the_message_waits()
    {
        await GivenLetterAsync("ms-be", "GA-2024-7301");
        var message = await ArriveAsync(Mail("GA-2024-7301 reply", "minister@interior7301.example"));
        var officer = await App.AsAsync(Role.Officer);

        var page = await (await officer.GetAsync(Page(message))).FollowAsync("Reply");
        page = await page.Form("begin").With("template", "missing").With("language", "fr").GoAsync();
        var form = page.Form("reply");
        Assert.Contains("il nous manque encore ses nom et prénom", form.Value("Body"), StringComparison.Ordinal);
        page = await form.SubmitAsync();
        Assert.Contains("The reply lies in the outbox.", page.Text, StringComparison.Ordinal);
        await form.SubmitAsync();

        var sent = await App.ReadAsync(db =>
            db.Outbox.SingleAsync(m => m.ToAddress == "minister@interior7301.example", Cancelled)
        );
        Assert.Equal("Re: Subject GA-2024-7301 reply", sent.Subject);
        Assert.Equal(message.ThreadId, sent.ThreadId);
        Assert.Equal([message.InternetMessageId!], sent.Answers);
        Assert.Equal(Triage.Waiting, (await NowAsync(message)).Triage);
    }

    [Theory]
    [InlineData("Nous vous remercions de votre lettre et nous vous répondrons dans les prochains jours.", "fr")]
    [InlineData("Wir danken Ihnen für Ihr Schreiben und werden Ihnen in den nächsten Tagen antworten.", "de")]
    [InlineData("Tack för ert brev, som vi kommer att besvara inom kort.", "en")]
    public async Task A_reply_begins_in_the_language_of_the_message_where_there_is_a_text_in_it(string text, string language)
    {
        var message = await ArriveAsync($"From: a@x.example\nSubject: –\n\n{text}\n");

        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"{Page(message)}/reply");

        Assert.Equal(language, page.Form("begin").Value("language"));
    }

    [Fact]
    public async Task A_reply_names_what_its_message_answers_where_that_names_nothing_else()
    {
        var message = await ArriveAsync("From: a@x.example\nMessage-ID: <r2@x>\nIn-Reply-To: <r1@x>\nSubject: Two\n\nText\n");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"{Page(message)}/reply");

        await page.Form("reply").With("Body", "Noted.").SubmitAsync();

        var sent = await App.ReadAsync(db =>
            db.Outbox.SingleAsync(m => m.ThreadId == db.Messages.Single(i => i.Id == message.Id).ThreadId, Cancelled)
        );
        Assert.Equal(["r1@x", "r2@x"], sent.Answers);
    }

    [Fact]
    public async Task A_reply_that_has_left_is_read_in_the_thread_and_registered()
    {
        var message = await ArriveAsync(Mail("reply to register", "minister@interior7302.example"));
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"{Page(message)}/reply");
        await page.Form("reply").With("Body", "We have put it right.").SubmitAsync();
        while (await App.WorkAsync<SendMail>() > 0) { }

        page = await officer.GetAsync(Page(message));
        var ours = page
            .Document.QuerySelectorAll("a")
            .First(a => a.GetAttribute("href")!.StartsWith("/office/outbox/", StringComparison.Ordinal));
        page = await officer.GetAsync(ours.GetAttribute("href")!);
        Assert.Contains("We have put it right.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Re: Subject reply to register",
            (await officer.GetAsync("/office/outbox?toRegister=true")).Text,
            StringComparison.Ordinal
        );

        page = await page.Form("register").With("number", "Ares 7").With("on", "2024-03-05").SubmitAsync();
        Assert.Contains("An Ares number looks like", page.Text, StringComparison.Ordinal);
        page = await page.Form("register").With("number", "Ares(2024)1300777").With("on", "2024-03-05").SubmitAsync();
        Assert.Contains("RegisteredAres(2024)1300777 · 5 March 2024", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Re: Subject reply to register",
            (await officer.GetAsync("/office/outbox?toRegister=true")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == Page(message));
    }

    [Fact]
    public async Task Whoever_else_has_the_message_open_is_named()
    {
        var message = await ArriveAsync(Mail("both"));
        var (first, second) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));

        var page = await first.GetAsync(Page(message));
        Assert.DoesNotContain("Also open at the moment", page.Text, StringComparison.Ordinal);
        page = await second.GetAsync(Page(message));
        Assert.Contains("Also open at the moment with: Test Officer.", page.Text, StringComparison.Ordinal);
        page = await second.GetAsync($"{Page(message)}/reply");
        Assert.Contains("Make sure that only one of you answers.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_never_answered()
    {
        var message = await ArriveAsync(Mail("away", header: "Auto-Submitted: auto-replied\n"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"{Page(message)}/reply");

        Assert.Contains("A message that a program sent is not answered.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_another_address_are_pointed_out()
    {
        var message = await ArriveAsync(Mail("elsewhere", header: "Reply-To: other@elsewhere.example\n"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"{Page(message)}/reply");

        Assert.Contains("asks for answers to other@elsewhere.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_sees_what_is_hers_and_keeps_the_view_under_a_name()
    {
        var (hers, other) = (await ArriveAsync(Mail("hers")), await ArriveAsync(Mail("not hers")));
        var officer = await App.AsAsync(Role.Officer);
        await (await officer.GetAsync(Page(hers))).Form("take").SubmitAsync();

        var page = await officer.GetAsync("/office/inbox?view=unfiled&whose=mine");
        Assert.Contains(hers.Subject, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Subject, page.Text, StringComparison.Ordinal);

        page = await page.Form("save").With("name", "").SubmitAsync();
        Assert.Contains("Give the view a short name.", page.Text, StringComparison.Ordinal);
        page = await officer.GetAsync("/office/inbox?view=unfiled&whose=mine");
        page = await page.Form("save").With("name", "My letters").SubmitAsync();
        page = await (await officer.GetAsync("/office/inbox?view=done")).FollowAsync("My letters");
        Assert.Contains(hers.Subject, page.Text, StringComparison.Ordinal);
        var colleague = await (await App.AsAsync(Role.Signatory)).GetAsync("/office/inbox");
        Assert.DoesNotContain("My letters", colleague.Text, StringComparison.Ordinal);

        // A deputy's view of somebody who has nothing open shows nothing, not everything.
        var idle = await App.ReadAsync(db =>
            db.Users.Where(a => a.Name != "" && !db.Messages.Any(m => m.AssignedToId == a.Id))
                .Select(a => a.Id)
                .FirstAsync(Cancelled)
        );
        page = await officer.GetAsync($"/office/inbox?view=unfiled&whose={idle}");
        Assert.DoesNotContain(other.Subject, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_a_partner_is_to_be_registered_until_it_is()
    {
        await GivenLetterAsync("ms-be", "GA-2024-7305");
        var message = await ArriveAsync(Mail("GA-2024-7305 registry"));
        var officer = await App.AsAsync(Role.Officer);

        Assert.Contains(
            message.Subject,
            (await officer.GetAsync("/office/inbox?view=to-register")).Text,
            StringComparison.Ordinal
        );
        var page = await officer.GetAsync(Page(message));
        await page.Form("register").With("number", "Ares(2024)1300497").With("on", "2024-03-05").SubmitAsync();

        Assert.DoesNotContain(
            message.Subject,
            (await officer.GetAsync("/office/inbox?view=to-register")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_offices_of_the_Commission_are_closed_on_its_holidays()
    {
        Assert.Equal(new DateOnly(2024, 4, 2), WorkingDays.OnOrAfter(new DateOnly(2024, 3, 28)));
        Assert.Equal(new DateOnly(2024, 5, 13), WorkingDays.OnOrAfter(new DateOnly(2024, 5, 9)));
        Assert.Equal(new DateOnly(2024, 5, 21), WorkingDays.OnOrAfter(new DateOnly(2024, 5, 18)));
        Assert.Equal(new DateOnly(2025, 1, 3), WorkingDays.After(new DateOnly(2024, 12, 23), 1));
    }

    private static string Mail(string subject, string from = "ada@somewhere.example", string header = "") =>
        $"From: Ada Bylen <{from}>\nTo: global-alliance@secretariat.example\nMessage-ID: <{Guid.CreateVersion7():N}@somewhere.example>\nSubject: Subject {subject}\n{header}\nThank you for the letter.\n";
}
