using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

/// <summary>What belongs together is found whatever arrives first, and what an officer rearranges can be taken back.</summary>
public sealed class ThreadTests(TestApp app) : MailTest(app)
{
    public static TheoryData<int[]> Orders => [.. Permutations([0, 1, 2, 3])];

    [Fact]
    public async Task A_message_without_a_thread_shows_no_moves_of_others()
    {
        await GivenLetterAsync("ms-cy", "GA-2031-0555");
        var filed = await ArriveAsync("From: a@moved.example\nSubject: Moved by hand\n\nOne\n");
        var unfiled = await ArriveAsync("From: b@unmoved.example\nSubject: Never filed\n\nTwo\n");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"{Page(filed)}?find=GA-2031-0555");
        page = await page.Form("file-found").SubmitAsync("File under GA-2031-0555 Cyprus");
        Assert.Contains("filed by hand by", page.Text, StringComparison.Ordinal);

        page = await officer.GetAsync(Page(unfiled));

        Assert.DoesNotContain("filed by hand by", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_thread_is_read_page_by_page_each_message_once()
    {
        var letter = await GivenLetterAsync("ms-mt", "GA-2031-0666");
        Message? last = null;
        for (var i = 0; i < 60; i++)
        {
            last = await ArriveAsync($"From: a@long.example\nSubject: GA-2031-0666 part {i}\n\nPart {i}\n");
            if (i % 3 is 0)
                await GivenSentAsync(letter.Id, $"Ours after {i}", last.ReceivedAt);
        }

        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(last!));

        var seen = Parts(page).ToList();
        while (page.Document.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Trim() == "Earlier ones") is { } earlier)
        {
            page = await (await App.AsAsync(Role.Officer)).GetAsync(earlier.GetAttribute("href")!);
            seen.InsertRange(0, Parts(page));
        }

        Assert.Equal(
            Enumerable.Range(0, 59).Select(i => $"GA-2031-0666 part {i}"),
            seen.Where(s => !s.StartsWith("Ours", StringComparison.Ordinal))
        );
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => $"Ours after {i * 3}"),
            seen.Where(s => s.StartsWith("Ours", StringComparison.Ordinal))
        );
    }

    private Task GivenSentAsync(Guid threadId, string subject, DateTimeOffset at) =>
        App.GivenAsync(db =>
        {
            var id = Guid.CreateVersion7();
            db.Outbox.Add(
                new OutgoingMessage
                {
                    Id = id,
                    Purpose = $"test/{id}",
                    ToName = "Ada Sample",
                    ToAddress = "a@long.example",
                    Subject = subject,
                    Body = "Text",
                    InternetMessageId = $"{id:N}@secretariat.example",
                    ThreadId = threadId,
                    DueAt = at,
                }
            );
            return Task.CompletedTask;
        });

    private static IEnumerable<string> Parts(TestPage page) =>
        page.Document.QuerySelectorAll(".ecl-timeline a").Select(a => a.TextContent.Trim());

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_conversation_is_one_thread_in_any_order_of_arrival(int[] order)
    {
        var (key, number) = (string.Concat(order), $"GA-2031-{order[0]}{order[1]}{order[2]}{order[3]}");
        var letter = await GivenLetterAsync("ms-ee", number);
        // The letter's answer, an answer to it, an answer to that one which lost all but the nearest, and one beside it.
        string[] mails =
        [
            $"From: a@x.example\nMessage-ID: <a{key}@x>\nSubject: Ref. {number}\n\nOne\n",
            $"From: b@x.example\nMessage-ID: <b{key}@x>\nReferences: <a{key}@x>\nSubject: Two\n\nTwo\n",
            $"From: c@x.example\nMessage-ID: <c{key}@x>\nIn-Reply-To: <b{key}@x>\nSubject: Three\n\nThree\n",
            $"From: d@x.example\nMessage-ID: <d{key}@x>\nReferences: <gone{key}@x> <b{key}@x>\nSubject: Four\n\nFour\n",
        ];

        var messages = new List<Message>();
        foreach (var at in order)
            messages.Add(await ArriveAsync(mails[at]));

        foreach (var message in messages)
            Assert.Equal(letter.Id, (await NowAsync(message)).ThreadId);
    }

    [Fact]
    public async Task References_in_a_circle_end()
    {
        var first = await ArriveAsync("From: a@x.example\nMessage-ID: <l1@x>\nIn-Reply-To: <l2@x>\nSubject: One\n\nOne\n");
        var second = await ArriveAsync("From: a@x.example\nMessage-ID: <l2@x>\nIn-Reply-To: <l1@x>\nSubject: Two\n\nTwo\n");
        Assert.Equal((null, null), (first.ThreadId, second.ThreadId));
        var letter = await GivenLetterAsync("ms-lv", "GA-2031-0001");

        await ArriveAsync(
            "From: a@x.example\nMessage-ID: <l3@x>\nReferences: <l1@x> <l2@x> <l3@x>\nSubject: GA-2031-0001\n\nThree\n"
        );

        Assert.Equal(letter.Id, (await NowAsync(first)).ThreadId);
        Assert.Equal(letter.Id, (await NowAsync(second)).ThreadId);
    }

    [Fact]
    public async Task A_reply_that_kept_only_its_subject_is_filed_as_the_weaker_sign_it_is_and_moves_when_a_better_one_comes()
    {
        var letter = await GivenLetterAsync("ms-lt", "GA-2031-0002", "Follow-up to the Vilnius meeting");
        var other = await GivenLetterAsync("ms-lt", "GA-2031-0003", "Another matter altogether");
        await GivenDomainAsync("ms-lt", "vrm.example");

        var message = await ArriveAsync(
            "From: a@vrm.example\nMessage-ID: <s1@vrm>\nIn-Reply-To: <s0@vrm>\nSubject: ATS: Follow-up to the Vilnius meeting\n\nYes\n"
        );

        Assert.Equal((letter.Id, FiledBy.Subject), (message.ThreadId, message.FiledBy));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains("look whether it belongs there", page.Text, StringComparison.Ordinal);

        await ArriveAsync("From: b@vrm.example\nMessage-ID: <s0@vrm>\nSubject: GA-2031-0003\n\nOurs\n");
        Assert.Equal((other.Id, FiledBy.Thread), ((await NowAsync(message)).ThreadId, (await NowAsync(message)).FiledBy));
    }

    [Theory]
    [InlineData("a@vm.example", "Follow-up to the Riga meeting", "Follow-up to the Riga meeting")]
    [InlineData("a@elsewhere.example", "Re: Follow-up to the Oslo meeting", "Follow-up to the Oslo meeting")]
    [InlineData("a@vm.example", "Re: Twice the same subject", "Twice the same subject", "Twice the same subject")]
    [InlineData("a@vm.example", "Re: Info", "Info")]
    public async Task A_subject_proves_nothing_without_mark_correspondent_and_choice(
        string from,
        string subject,
        params string[] ours
    )
    {
        if (!await App.ReadAsync(db => db.PartnerDomains.AnyAsync(d => d.Domain == "vm.example", Cancelled)))
            await GivenDomainAsync("ms-fi", "vm.example");
        foreach (var letter in ours)
            await GivenLetterAsync("ms-fi", $"GA-2032-{Random.Shared.Next(1000, 9_999_999)}", letter);

        var message = await ArriveAsync($"From: {from}\nSubject: {subject}\n\n{subject}\n");

        Assert.Null(message.ThreadId);
    }

    [Fact]
    public async Task What_was_filed_by_hand_draws_its_conversation_along_and_all_of_it_goes_back()
    {
        await GivenLetterAsync("ms-se", "GA-2031-0004");
        var first = await ArriveAsync("From: a@x.example\nMessage-ID: <h1@x>\nSubject: One\n\nOne\n");
        var second = await ArriveAsync("From: a@x.example\nMessage-ID: <h2@x>\nIn-Reply-To: <h1@x>\nSubject: Two\n\nTwo\n");
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync($"{Page(first)}?find=GA-2031-0004");
        page = await page.Form("file-found").SubmitAsync("File under GA-2031-0004 Sweden");

        Assert.Equal(FiledBy.Thread, (await NowAsync(second)).FiledBy);
        Assert.Contains("2 messages were filed by hand by Test Officer", page.Text, StringComparison.Ordinal);
        page = await page.Form(Undo(page)).SubmitAsync();
        Assert.Contains("Everything is back where it was.", page.Text, StringComparison.Ordinal);
        Assert.Equal((null, FiledBy.Nothing), ((await NowAsync(first)).ThreadId, (await NowAsync(first)).FiledBy));
        Assert.Null((await NowAsync(second)).ThreadId);
    }

    [Fact]
    public async Task What_has_been_confirmed_is_not_unfiled()
    {
        await GivenLetterAsync("ms-be", "GA-2031-0010");
        var message = await ArriveAsync(
            "From: a@x.example\nMessage-ID: <c1@x>\nSubject: One\n\nWe take interest in prevention.\n"
        );
        var proposal = await GivenProposalAsync(
            message,
            ProposalType.Interest,
            "We take interest in prevention.",
            null,
            "prevention"
        );
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"{Page(message)}?find=GA-2031-0010");
        page = await page.Form("file-found").SubmitAsync("File under GA-2031-0010 Belgium");
        page = await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "Known by telephone").SubmitAsync("confirm");

        page = await page.Form(Undo(page)).SubmitAsync();

        Assert.Contains("has been confirmed, so it stays with its partner", page.Text, StringComparison.Ordinal);
        Assert.Equal(await PartnerIdAsync("ms-be"), (await NowAsync(message)).PartnerId);
    }

    [Fact]
    public async Task Several_partners_who_answer_one_message_of_somebody_else_keep_their_own_threads()
    {
        var letter = await GivenLetterAsync("ms-cz", "GA-2031-0011");
        await GivenDomainAsync("ms-cz", "mvcr.example");
        await GivenDomainAsync("ms-sk", "minv.example");
        var first = await ArriveAsync(
            "From: a@mvcr.example\nMessage-ID: <q1@cz>\nReferences: <p@pres>\nSubject: GA-2031-0011\n\nOne\n"
        );
        var other = await ArriveAsync("From: b@minv.example\nMessage-ID: <q2@sk>\nReferences: <p@pres>\nSubject: Ours\n\nTwo\n");
        var same = await ArriveAsync("From: c@mvcr.example\nMessage-ID: <q3@cz>\nReferences: <p@pres>\nSubject: More\n\nThree\n");

        Assert.Equal((letter.Id, null, letter.Id), (first.ThreadId, other.ThreadId, same.ThreadId));
        var answered = await ArriveAsync(
            "From: b@minv.example\nMessage-ID: <q4@sk>\nReferences: <q1@cz>\nSubject: Re: Ours\n\nFour\n"
        );
        Assert.Null(answered.ThreadId);
    }

    [Fact]
    public async Task Answers_of_houses_without_a_registered_domain_do_not_follow_each_other()
    {
        var ours = await GivenLetterAsync("ms-si", "GA-2031-0072");
        var theirs = await GivenLetterAsync("ms-hr", "GA-2031-0073");
        string Answer(string from, string subject) =>
            $"From: {from}\nMessage-ID: <{Guid.CreateVersion7():N}@x>\nReferences: <mass72@x>\nSubject: {subject}\n\nText\n";
        var named = await ArriveAsync(Answer("a@mup-72.example", "GA-2031-0073"));
        var stranger = await ArriveAsync(Answer("b@other-72.example", "Our answer"));
        var beside = await ArriveAsync(Answer("c@mnz-72.example", "Our second answer"));

        var first = await ArriveAsync(Answer("d@mnz-72.example", "GA-2031-0072"));

        Assert.Equal(ours.Id, first.ThreadId);
        Assert.Equal(ours.Id, (await NowAsync(beside)).ThreadId);
        Assert.Equal((theirs.Id, FiledBy.Reference), ((await NowAsync(named)).ThreadId, (await NowAsync(named)).FiledBy));
        Assert.False((await NowAsync(stranger)).IsFiled);
    }

    [Fact]
    public async Task A_guess_by_the_subject_draws_nothing_after_it()
    {
        await GivenLetterAsync("ms-pt", "GA-2031-0074", "Follow-up on ports 74");
        await GivenDomainAsync("ms-pt", "mai-74.example");
        var before = await ArriveAsync(
            "From: a@mai-74.example\nMessage-ID: <s1@pt>\nReferences: <p74@x>\nSubject: More\n\nOne\n"
        );

        var guessed = await ArriveAsync(
            "From: b@mai-74.example\nMessage-ID: <s2@pt>\nReferences: <p74@x>\nSubject: Re: Follow-up on ports 74\n\nTwo\n"
        );

        Assert.Equal(FiledBy.Subject, guessed.FiledBy);
        Assert.False((await NowAsync(before)).IsFiled);
    }

    [Fact]
    public async Task A_message_that_was_only_answered_stays_unfiled_and_takes_our_reply_along_when_it_is_filed()
    {
        var letter = await GivenLetterAsync("ms-el", "GA-2031-0012");
        var message = await ArriveAsync("From: a@x.example\nMessage-ID: <r1@x>\nSubject: Who are you?\n\nPlease tell.\n");
        var officer = await App.AsAsync(Role.Officer);
        var reply = await officer.GetAsync($"{Page(message)}/reply");
        await reply.Form("reply").With("Body", "We are the Alliance.").With("Then", "Stay").SubmitAsync();
        Assert.False((await NowAsync(message)).IsFiled);
        Assert.Contains("Who are you?", (await officer.GetAsync("/office/inbox?view=unfiled")).Text, StringComparison.Ordinal);

        var page = await officer.GetAsync($"{Page(message)}?find=GA-2031-0012");
        Assert.Contains("Not yet filed, and answered already", page.Text, StringComparison.Ordinal);
        await page.Form("file-found").SubmitAsync("File under GA-2031-0012 Greece");

        Assert.Equal(letter.Id, (await NowAsync(message)).ThreadId);
        var sent = await App.ReadAsync(db => db.Outbox.SingleAsync(m => m.Body == "We are the Alliance.\n", Cancelled));
        Assert.Equal(letter.Id, sent.ThreadId);
        var answer = await ArriveAsync(
            $"From: a@x.example\nMessage-ID: <r2@x>\nIn-Reply-To: <{sent.InternetMessageId}>\nSubject: Re:\n\nThanks\n"
        );
        Assert.Equal((letter.Id, FiledBy.Token), (answer.ThreadId, answer.FiledBy));
    }

    [Fact]
    public async Task A_split_takes_the_answers_along_and_later_ones_follow_it()
    {
        var letter = await GivenLetterAsync("ms-dk", "GA-2031-0005");
        var first = await ArriveAsync("From: a@x.example\nMessage-ID: <p1@x>\nSubject: GA-2031-0005\n\nOne\n");
        var aside = await ArriveAsync("From: a@x.example\nMessage-ID: <p2@x>\nIn-Reply-To: <p1@x>\nSubject: Aside\n\nTwo\n");
        var more = await ArriveAsync("From: a@x.example\nMessage-ID: <p3@x>\nIn-Reply-To: <p2@x>\nSubject: More\n\nThree\n");
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync(Page(first));
        page = await page.Form("split").SubmitAsync();
        Assert.Contains("there is nothing to split", page.Text, StringComparison.Ordinal);
        page = await officer.GetAsync(Page(aside));
        page = await page.Form("split").SubmitAsync();

        var thread = (await NowAsync(aside)).ThreadId;
        Assert.NotEqual(letter.Id, thread);
        Assert.Equal((letter.Id, thread), ((await NowAsync(first)).ThreadId, (await NowAsync(more)).ThreadId));
        Assert.Equal(letter.PartnerId, (await NowAsync(aside)).PartnerId);
        var later = await ArriveAsync(
            "From: a@x.example\nMessage-ID: <p4@x>\nReferences: <p1@x> <p2@x> <p3@x>\nSubject: GA-2031-0005\n\nFour\n"
        );
        Assert.Equal(thread, later.ThreadId);

        page = await page.Form(Undo(page)).SubmitAsync();
        Assert.Equal((letter.Id, letter.Id), ((await NowAsync(aside)).ThreadId, (await NowAsync(more)).ThreadId));
    }

    [Fact]
    public async Task Merged_threads_are_one_for_every_later_sign_until_it_is_taken_back()
    {
        var old = await GivenLetterAsync("ms-hr", "GA-2031-0006", "First letter to Zagreb");
        var into = await GivenLetterAsync("ms-hr", "GA-2031-0007", "Second letter to Zagreb");
        var message = await ArriveAsync("From: a@x.example\nMessage-ID: <m1@x>\nSubject: GA-2031-0006\n\nOne\n");
        await ArriveAsync("From: a@x.example\nMessage-ID: <m2@x>\nSubject: GA-2031-0006\n\nTwo\n");
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync($"{Page(message)}?find=GA-2031-0007");
        page = await page.Form("file-found").SubmitAsync("Merge the whole thread into GA-2031-0007 Croatia");
        Assert.Contains("The two threads are one.", page.Text, StringComparison.Ordinal);

        var later = await ArriveAsync("From: a@x.example\nMessage-ID: <m3@x>\nSubject: GA-2031-0006\n\nThree\n");
        Assert.Equal((into.Id, into.Id), ((await NowAsync(message)).ThreadId, later.ThreadId));
        var found = await officer.GetAsync($"{Page(message)}?find=GA-2031-0006");
        Assert.DoesNotContain("First letter to Zagreb", found.Text, StringComparison.Ordinal);

        page = await page.Form(Undo(page)).SubmitAsync();
        Assert.Equal((old.Id, FiledBy.Reference), ((await NowAsync(message)).ThreadId, (await NowAsync(message)).FiledBy));
        var again = await ArriveAsync("From: a@x.example\nMessage-ID: <m5@x>\nSubject: GA-2031-0006\n\nFive\n");
        Assert.Equal(old.Id, again.ThreadId);
    }

    [Fact]
    public async Task What_moved_on_is_taken_back_in_order_only()
    {
        await GivenLetterAsync("ms-si", "GA-2031-0008");
        await GivenLetterAsync("ms-si", "GA-2031-0009");
        var message = await ArriveAsync("From: a@x.example\nMessage-ID: <o1@x>\nSubject: Hello\n\nOne\n");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"{Page(message)}?find=GA-2031-0008");
        var first = await page.Form("file-found").SubmitAsync("File under GA-2031-0008 Slovenia");
        page = await officer.GetAsync($"{Page(message)}?find=GA-2031-0009");
        await page.Form("file-found").SubmitAsync("File under GA-2031-0009 Slovenia");

        var refused = await first.Form(Undo(first)).SubmitAsync();

        Assert.Contains("have been filed elsewhere since. Take that back first.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_odd_message_never_holds_up_the_next()
    {
        var huge = new string('x', 6000);
        var odd = await ArriveAsync(
            $"From: \"a\0b\ufffe\" <a@x.\ufffe.example>\nMessage-ID: <{huge}@x>\nReferences: <{huge}@y>\nSubject: A\0B =?utf-8?b?7aCA?=\n\nText\0with\0nought\ufffe and {new string('z', 177)}\U0001F600 at the cut\n"
        );
        var next = await ArriveAsync("From: a@x.example\nSubject: Next\n\nNext\n");

        Assert.Equal((Reading.Read, Reading.Read), (odd.Reading, next.Reading));
        Assert.Null(odd.InternetMessageId);
        Assert.Empty(await App.ReadAsync(db => db.AnsweredIds.Where(a => a.MessageId == odd.Id).ToListAsync(Cancelled)));
    }

    private static string Undo(TestPage page) =>
        page.Document.QuerySelectorAll("form[id^=undo-]").Select(form => form.Id!).First();

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length <= 1
            ? [items]
            : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
