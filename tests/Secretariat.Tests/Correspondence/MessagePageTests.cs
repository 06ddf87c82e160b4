using System.Text;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

public sealed class MessagePageTests(TestApp app) : MailTest(app)
{
    private const string Hostile = """
        From: "<script>alert(1)</script>" <x@evil.example>
        Subject: <img src=x onerror=alert(2)> hello
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html; charset=utf-8

        <p onclick="alert(3)">Hello <script>alert(4)</script><b>world</b><img src="https://evil.example/track.gif" alt="pixel"><a href="javascript:alert(5)">click</a><img src="cid:logo"></p>
        --b
        Content-Type: image/png
        Content-ID: <logo>
        Content-Disposition: inline; filename="logo.png"
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --b
        Content-Type: text/html; name="../../evil.html"
        Content-Disposition: attachment; filename="../../evil\r.html"

        <script>alert(6)</script>
        --b--
        """;

    [Fact]
    public async Task Hostile_mail_is_shown_as_words_and_never_as_markup()
    {
        var message = await ArriveAsync(Hostile);
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        Assert.Empty(page.Document.QuerySelectorAll("script:not([src^='/keys.js']), [onerror], [onclick], img[src^=http]"));
        Assert.Contains(
            "<img src=x onerror=alert(2)> hello",
            page.Document.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        var frame = page.Document.QuerySelector("iframe")!;
        Assert.Equal("allow-popups", frame.GetAttribute("sandbox"));
        Assert.Equal($"{Page(message)}/html", frame.GetAttribute("src"));
    }

    [Fact]
    public async Task The_history_of_a_message_is_told_on_the_clock_in_Brussels_and_without_what_the_search_needs()
    {
        var message = await ArriveAsync(
            "From: Zoë <zoe@b.example>\nDate: Sun, 1 Oct 2023 00:30:00 +0000\nSubject: Höflich\n\nTold\n"
        );

        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"{Page(message)}?lang=fr");

        var changes = page.Document.QuerySelectorAll(".ecl-accordion li");
        // Not squeezed: the space before the colon is one that does not break.
        var history = string.Join('\n', changes.Select(li => Words(li.TextContent)));
        Assert.Contains("Écrit le\u00A0: – → 1er octobre 2023, 02:30", history, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{4}-\d\d-\d\dT", history);
        Assert.DoesNotContain("hoflich", history, StringComparison.Ordinal);
        Assert.Contains("· Plateforme", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_longer_than_a_list_is_cut_everywhere_but_in_the_record()
    {
        var letter = await GivenLetterAsync("ms-hu", "GA-2024-0907");
        var subject = $"[{letter.Reference}] {new string('x', 5000)}";
        var first = await ArriveAsync($"From: a@b.example\nSubject: {subject}\n\nLong\n");
        var second = await ArriveAsync($"Subject: [{letter.Reference}] Short\n\nFrom nobody\n");
        var officer = await App.AsAsync(Role.Officer);
        var cut = $"{subject[..200]}…";

        var list = await officer.GetAsync("/office/inbox?view=to-do");
        Assert.Equal(cut, list.Document.QuerySelector($"a[href='{Page(first)}']")!.TextContent);
        var page = await officer.GetAsync(Page(first));
        Assert.Equal(cut, page.Document.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains(subject, page.Document.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Without a sender", page.Text, StringComparison.Ordinal);
        var other = await officer.GetAsync(Page(second));
        Assert.DoesNotContain(new string('x', 201), other.Text, StringComparison.Ordinal);
        Assert.Contains(cut, other.Text, StringComparison.Ordinal);
        var partner = await officer.GetAsync("/office/partners/ms-hu");
        Assert.Equal(cut, partner.Document.QuerySelector($"a[href='{Page(first)}']")!.TextContent);
    }

    [Fact]
    public async Task The_frame_has_a_policy_of_its_own_and_nothing_that_acts_or_loads()
    {
        var message = await ArriveAsync(Hostile + "\nTwo");
        using var answer = await (await App.AsAsync(Role.Officer)).OpenAsync($"{Page(message)}/html");
        var html = await answer.Content.ReadAsStringAsync(Cancelled);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("default-src 'none'; style-src 'none'; img-src data:; frame-ancestors 'self'; sandbox allow-popups", policy);
        Assert.Contains("<b>world</b>", html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,iVBORw0KGgo=\"", html, StringComparison.Ordinal);
        foreach (var danger in new[] { "script", "onclick", "javascript", "https://evil", "cid:" })
            Assert.DoesNotContain(danger, html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Attachments_are_downloads_with_a_harmless_name()
    {
        var message = await ArriveAsync(Hostile + "\nThree");
        var officer = await App.AsAsync(Role.Officer);
        using var answer = await officer.OpenAsync($"{Page(message)}/file/1");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("/", answer.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync($"{Page(message)}/file/9")).StatusCode);
    }

    [Fact]
    public async Task The_raw_bytes_come_back_as_they_came()
    {
        var bytes = Encoding.Latin1.GetBytes("From: a@b.example\nSubject: Caf\u00e9 \u00ff\r\n\rMixed\nends\0\r\n");
        var message = await ArriveAsync(bytes);
        Assert.Equal(bytes, await (await App.AsAsync(Role.Officer)).DownloadAsync($"{Page(message)}/raw"));
    }

    [Fact]
    public async Task New_words_quoted_history_and_signature_stand_apart()
    {
        var message = await ArriveAsync(
            "From: a@b.example\nSubject: Parts\n\nThese are the new words.\n\n-- \nA. Official\n\nOn 1 March 2024, the secretariat wrote:\n> The old words.\n"
        );
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        var fresh = page
            .Document.QuerySelectorAll(".sec-mail")
            .Where(e => e.Closest("details") is null)
            .Select(e => e.TextContent);
        Assert.Equal("These are the new words.", Assert.Single(fresh).Trim());
        var folded = page.Document.QuerySelectorAll("details .sec-mail").Select(e => e.TextContent).ToList();
        Assert.Contains(folded, text => text.Contains("The old words.", StringComparison.Ordinal));
        Assert.Contains(folded, text => text.Contains("A. Official", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_odd_about_a_mail_is_said_in_the_readers_language()
    {
        var message = await ArriveAsync(
            "From: a@b.example\nSubject: Odd\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=x-none\n\nOnly half of it has come.\n"
        );
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync(Page(message));
        Assert.Contains("its text was guessed", page.Text, StringComparison.Ordinal);
        Assert.Contains("A multipart lacks its closing boundary.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Only half of it has come.", page.Text, StringComparison.Ordinal);
        var french = await officer.GetAsync($"{Page(message)}?lang=fr");
        Assert.Contains("la fin du message manque peut-être", french.Text, StringComparison.Ordinal);

        var scan = await ArriveAsync(
            "From: a@b.example\nSubject: Cut\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\n\n%PDF\n"
        );
        page = await officer.GetAsync(Page(scan));
        Assert.Contains("The message has no text.", page.Text, StringComparison.Ordinal);
        Assert.Contains("A multipart lacks its closing boundary.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_says_in_words_who_did_what()
    {
        await GivenLetterAsync("ms-lu", "GA-2024-3001");
        var message = await ArriveAsync("From: a@b.example\nSubject: History GA-2024-3001\n\nText\n");
        var officer = await App.AsAsync(Role.Officer);
        await (await officer.GetAsync(Page(message))).Form("finish").SubmitAsync();

        var page = await officer.GetAsync(Page(message));

        Assert.Contains("Finish a message · Test Officer", page.Text, StringComparison.Ordinal);
        Assert.Contains("State: To do → Done", page.Text, StringComparison.Ordinal);
        Assert.Contains("Receive mail · Platform", page.Text, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
