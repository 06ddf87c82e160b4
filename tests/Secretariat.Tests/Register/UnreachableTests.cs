using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Register;

/// <summary>What a delivery report says of a contact's address stands wherever the office sees the address.</summary>
public sealed class UnreachableTests(TestApp app) : MailTest(app)
{
    private static string Today => TimeProvider.System.Today().ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    [Fact]
    public async Task An_address_of_no_use_is_marked_on_every_page_and_file_and_its_contact_point_counts_as_not_reached()
    {
        var person = await GivenContactAsync("ms-fi", "Aino Gone", "Aino.Gone@interior-fi.example");
        var report = await BounceAsync("GA-2024-8101", "Aino.Gone@interior-fi.example", "5.1.1", "550 5.1.1 User unknown");

        var office = await App.AsAsync(Role.Officer);
        var mark = $"Aino.Gone@interior-fi.example no mail arrives since {Today}: of no use";
        string[] pages = ["/office/partners/ms-fi", $"/office/people/{person}", "/office/contacts", "/office/contact-points"];
        foreach (var address in pages)
        {
            var page = await office.GetAsync(address);
            Assert.Contains(mark, page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($"main a[href='/office/inbox/{report.Id}']"));
        }

        var list = await office.GetAsync("/office/contact-points");
        // Others of this class may not be reached either.
        var told = Regex.Match(
            list.Text,
            "Contact points that mail does not reach: ([0-9]+) .*Finland: Aino Gone",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        Assert.True(told.Success, list.Text);
        var overview = await office.GetAsync("/office");
        var alarm = overview.Document.QuerySelector("a[href='/office/contact-points#unreachable']")!.Closest("tr")!;
        Assert.Equal(told.Groups[1].Value, alarm.QuerySelector("td")!.TextContent);
        var briefing = await office.GetAsync("/office/partners/ms-fi/briefing");
        Assert.Contains(
            $"Aino.Gone@interior-fi.example: no mail arrives since {Today}: of no use",
            briefing.Text,
            StringComparison.Ordinal
        );
        const string OfToday = "E-mail addresses and telephone numbers are those of today";
        Assert.DoesNotContain(OfToday, briefing.Text, StringComparison.Ordinal);
        var tomorrow = TimeProvider.System.Today().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        briefing = await office.GetAsync($"/office/partners/ms-fi/briefing?asOf={tomorrow}");
        Assert.Contains(OfToday, briefing.Text, StringComparison.Ordinal);
        var day = TimeProvider.System.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains($"of no use since {day}", await ExportAsync(office, "csv"), StringComparison.Ordinal);
        Assert.Contains($"NOTE:of no use since {day}", await ExportAsync(office, "vcf"), StringComparison.Ordinal);
        var desk = await (await App.AsAsync(Role.PartnerContact, "ms-fi")).GetAsync("/desk");
        Assert.Contains("Aino.Gone@interior-fi.example", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no mail arrives", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_mailbox_is_marked_for_this_time_and_nothing_is_said_any_more_once_an_officer_cleared_it()
    {
        var person = await GivenContactAsync("ms-lt", "Rasa Full", "rasa@interior-lt.example");
        var report = await BounceAsync("GA-2024-8102", "rasa@interior-lt.example", "5.2.2", "552 5.2.2 Over quota");
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync($"/office/people/{person}");
        Assert.Contains($"mail has not arrived since {Today}, for this time", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/contact-points");
        Assert.Contains($"mail has not arrived since {Today}, for this time", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lithuania: Rasa Full", page.Text, StringComparison.Ordinal);
        var before = await office.GetAsync($"/office/people/{person}?asOf=2024-06-01");
        Assert.DoesNotContain("mail has not arrived", before.Text, StringComparison.Ordinal);

        await (await office.GetAsync(Page(report))).Form("clear-address").With("because", "She emptied it.").SubmitAsync();
        page = await office.GetAsync($"/office/people/{person}");
        Assert.DoesNotContain("mail has not arrived", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_since_the_first_report_and_anew_after_the_address_was_cleared()
    {
        var person = await GivenContactAsync("ms-ie", "Sean Twice", "sean@interior-ie.example");
        await BounceAsync("GA-2024-8103", "sean@interior-ie.example", "5.1.1", "550 5.1.1 User unknown");
        await SetSinceAsync("sean@interior-ie.example", new DateTimeOffset(2024, 5, 3, 9, 0, 0, TimeSpan.Zero));
        var again = await BounceAsync("GA-2024-8104", "sean@interior-ie.example", "5.1.1", "550 5.1.1 User unknown");
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync($"/office/people/{person}");
        Assert.Contains("no mail arrives since 3 May 2024: of no use", page.Text, StringComparison.Ordinal);

        await (await office.GetAsync(Page(again))).Form("clear-address").With("because", "Mended.").SubmitAsync();
        await BounceAsync("GA-2024-8105", "sean@interior-ie.example", "5.1.1", "550 5.1.1 User unknown");
        page = await office.GetAsync($"/office/people/{person}");
        Assert.Contains($"no mail arrives since {Today}: of no use", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_partners_says_where_mail_reaches_none_of_the_contact_points()
    {
        await GivenContactAsync("ms-hu", "Ilona Gone", "ilona@interior-hu.example");
        var office = await App.AsAsync(Role.Officer);
        await office.GetAsync("/office/partners");
        var few = await QueryCount.OfAsync(App, () => office.GetAsync("/office/partners"));
        Assert.Equal("yes", await ToldAsync("2026-01-01"));

        await BounceAsync("GA-2024-8106", "ilona@interior-hu.example", "5.1.1", "550 5.1.1 User unknown");
        Assert.Equal("yes, but mail does not reach it", await ToldAsync(""));
        Assert.Equal("yes", await ToldAsync("2026-01-01"));
        var link = (await ListAsync("")).QuerySelector("td a")!.GetAttribute("href")!;
        Assert.Contains("Hungary: Ilona Gone", (await office.GetAsync(link)).Text, StringComparison.Ordinal);

        await GivenContactAsync("ms-hu", "Second There", "second@interior-hu.example");
        Assert.Equal("yes", await ToldAsync(""));
        foreach (var code in new[] { "ms-at", "ms-bg", "ms-cz" })
            await GivenContactAsync(code, "Also Gone", "ilona@interior-hu.example");
        Assert.Equal(few, await QueryCount.OfAsync(App, () => office.GetAsync("/office/partners")));

        async Task<string> ToldAsync(string day) => TestPage.Squeeze((await ListAsync(day)).QuerySelector("td")!.TextContent);

        async Task<AngleSharp.Dom.IElement> ListAsync(string day) =>
            (await office.GetAsync($"/office/partners?kind=eu-member-state&asOf={day}"))
                .Document.QuerySelector("th a[href='/office/partners/ms-hu']")!
                .Closest("tr")!;
    }

    private static async Task<string> ExportAsync(TestBrowser office, string form)
    {
        var page = await office.GetAsync("/office/contacts");
        return Encoding.UTF8.GetString(
            await page.Form("export").With("Form", form).With("Out.Recipient", "The desk").DownloadAsync()
        );
    }

    /// <summary>As if the first report had come that early.</summary>
    private Task<int> SetSinceAsync(string address, DateTimeOffset at) =>
        App.ReadAsync(db =>
            db.FailedAddresses.Where(a => a.Address == address)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.FailingSince, at).SetProperty(a => a.LastAt, at), Cancelled)
        );

    private async Task<Guid> GivenContactAsync(string partner, string name, string email)
    {
        var person = new Person { Name = name, Email = email };
        await App.GivenAsync(async db =>
            db.Add(
                PartnerFacts.Mandate(
                    await db.Partners.SingleAsync(p => p.Code == partner, Cancelled),
                    person,
                    new DateOnly(2024, 1, 10)
                )
            )
        );
        return person.Id;
    }

    /// <summary>A letter goes to the address, and comes back.</summary>
    private async Task<Message> BounceAsync(string reference, string to, string status, string words)
    {
        var thread = await GivenLetterAsync("ms-be", reference);
        var sent = new OutgoingMessage
        {
            Purpose = $"letter/{reference}",
            ToName = "Contact",
            ToAddress = to,
            Subject = $"[{reference}] Follow-up",
            Body = "Text",
            InternetMessageId = $"ga.{reference}@secretariat.example",
            ThreadId = thread.Id,
            DueAt = TimeProvider.System.Now(),
        };
        await App.GivenAsync(async db => await db.Outbox.AddAsync(sent, Cancelled));
        while (await App.WorkAsync<SendMail>() > 0) { }
        return await ArriveAsync(
            $"""
            From: Mail Delivery System <MAILER-DAEMON@mx.secretariat.example>
            To: global-alliance@secretariat.example
            Message-ID: <{Guid.CreateVersion7():N}@mx.secretariat.example>
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.secretariat.example

            Final-Recipient: rfc822; {to}
            Action: failed
            Status: {status}
            Diagnostic-Code: smtp; {words}
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{sent.InternetMessageId}>
            --b--
            """
        );
    }
}
