using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>Reports as mail systems write them: in the fields of RFC 3464, or in words of their own.</summary>
public class DeliveryReportTests
{
    private const string FromSystem =
        "From: Mail Delivery System <MAILER-DAEMON@mx.sender.example>\nTo: office@secretariat.example\n";

    [Theory]
    [InlineData(
        "From: \"Jan Holm, System Administrator\" <jan.holm@ministry.example>",
        "Your mail to Mr Smith could not be delivered because he has retired. We nominate Ms Bylen."
    )]
    [InlineData(
        "From: Postmaster <postmaster@ministry.example>",
        "The following address is the one of our new contact point: ada@ministry.example."
    )]
    public void What_a_person_writes_about_mail_is_no_report(string from, string text) =>
        Assert.Null(DeliveryReportReader.Read(Mails.Read($"{from}\nSubject: Our answer\n\n{text}\n")));

    [Fact]
    public async Task A_report_of_one_endless_field_and_of_endless_recipients_is_read_in_time()
    {
        var folded = new StringBuilder("Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b.example\nDiagnostic-Code: x\n");
        folded.Insert(folded.Length, " a\n", 60_000);
        var many = new StringBuilder("Reporting-MTA: dns; a\n\n");
        for (var i = 0; i < 3_000; i++)
            many.Append(System.Globalization.CultureInfo.InvariantCulture, $"Final-Recipient: rfc822; a{i}@b.example\n\n");
        foreach (var (text, status) in new[] { ("x", folded), (new string('y', 8_000_000), many) })
        {
            var mail =
                $"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n{text}\n--b\nContent-Type: message/delivery-status\n\n{status}\n--b--\n";
            await Stalls.AreCaughtAsync("report", () => Task.FromResult(DeliveryReportReader.Read(Mails.Read(mail))));
        }
    }

    [Fact]
    public void The_fields_of_a_report_tell_each_recipient()
    {
        var report = Report(
            """
            Reporting-MTA: dns; mx.sender.example

            Original-Recipient: rfc822;ada@ministry.example
            Final-Recipient: rfc822; ada.bylen@internal.ministry.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown

            Final-Recipient: rfc822; tomas@ministry.example
            Action: failed
            Status: 5.2.2
            Diagnostic-Code: smtp; 552 5.2.2 Over
              quota

            Final-Recipient: rfc822; lena@ministry.example
            Action: delayed
            Status: 4.4.1
            Diagnostic-Code: smtp; connect: Connection timed out

            Final-Recipient: rfc822; paul@ministry.example
            Action: relayed
            Status: 2.1.5
            """
        );

        Assert.Equal("letter-31.abc@secretariat.example", report.OriginalMessageId);
        Assert.Equal(
            [
                "ada@ministry.example Failed 5.1.1 Hard Address",
                "tomas@ministry.example Failed 5.2.2 Soft MailboxFull",
                "lena@ministry.example Delayed 4.4.1 Soft Network",
                "paul@ministry.example Relayed 2.1.5 Unknown Other",
            ],
            report.Recipients.Select(Line)
        );
    }

    [Theory]
    [InlineData("Original-Envelope-Id: ga.12.34", "ga.12.34")]
    [InlineData("original-envelope-id:\n  ga.12.34 ", "ga.12.34")]
    [InlineData("Original-Envelope-Id:", null)]
    [InlineData("X-Arrived: today", null)]
    public void The_name_of_the_envelope_comes_back(string field, string? id)
    {
        var report = Report(
            $"Reporting-MTA: dns; mx.sender.example\n{field}\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed"
        );
        Assert.Equal((id, "a@b.example"), (report.EnvelopeId, Assert.Single(report.Recipients).Address));
    }

    [Theory]
    [InlineData("550 5.7.1 Message rejected as spam", "5.0.0", "5.7.1 Soft Policy")]
    [InlineData("550 5.4.1 [x]: Recipient address rejected: Access denied", "5.4.1", "5.4.1 Hard Address")]
    [InlineData("554 5.7.1 <x>: Recipient address rejected: Access denied", "5.7.1", "5.7.1 Soft Policy")]
    [InlineData("550 5.2.1 The email account that you tried to reach is disabled", "5.2.1", "5.2.1 Soft Address")]
    [InlineData("Host or domain name not found. Host not found", "5.4.4", "5.4.4 Hard Address")]
    [InlineData("delivery temporarily suspended: Host not found, try again", "4.4.3", "4.4.3 Soft Network")]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", "5.3.4", "5.3.4 Soft Policy")]
    [InlineData("554 5.4.6 Hop count exceeded - possible mail loop", "5.4.6", "5.4.6 Soft Network")]
    [InlineData("", "5.1.10", "5.1.10 Hard Address")]
    [InlineData("451 4.7.1 Greylisted", "4.4.7", "4.7.1 Soft Policy")]
    public void Words_and_status_tell_the_reason(string diagnostic, string status, string expected)
    {
        var report = Report(
            $"Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; ada@ministry.example\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; {diagnostic}"
        );

        Assert.Equal($"ada@ministry.example Failed {expected}", Line(Assert.Single(report.Recipients)));
    }

    public static TheoryData<string, string, string> InWords =>
        new()
        {
            {
                "failure notice",
                "Hi. This is the program at mx.sender.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<ada@ministry.example>:\n192.0.2.7 does not like recipient.\nRemote host said: 550 No such user here\nGiving up.\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <letter-31.abc@secretariat.example>\nTo: someone.else@ministry.example\n",
                "ada@ministry.example Failed  Hard Address"
            },
            {
                "Mail delivery failed: returning message to sender",
                "A message that you sent could not be delivered to one or more of its recipients.\n\n  ada@ministry.example\n    SMTP error from remote mail server after RCPT TO:<ada@ministry.example>:\n    host mx.ministry.example [192.0.2.7]: 552 5.2.2 mailbox is full\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <letter-31.abc@secretariat.example>\n",
                "ada@ministry.example Failed 5.2.2 Soft MailboxFull"
            },
            {
                "Returned mail: see transcript for details",
                "   ----- The following addresses had permanent fatal errors -----\n<ada@ministry.example>\n    (reason: 550 5.7.1 Access denied)\n\n   ----- Transcript of session follows -----\n... while talking to mx.ministry.example.:\n>>> RCPT To:<ada@ministry.example>\n<<< 550 5.7.1 Access denied\n\n   ----- Original message follows -----\nMessage-ID: <letter-31.abc@secretariat.example>\n",
                "ada@ministry.example Failed 5.7.1 Soft Policy"
            },
            {
                "Undeliverable: Follow-up to the conference",
                "Delivery has failed to these recipients or groups:\n\nada@ministry.example\nThe email address you entered couldn’t be found. Please check the recipient's email address and try to resend the message.\n\n-----Original Message-----\nMessage-ID: <letter-31.abc@secretariat.example>\n",
                "ada@ministry.example Failed  Hard Address"
            },
            {
                "Warning: message delayed 24 hours",
                "A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\n\n  ada@ministry.example\n    Delay reason: connection timed out\n\nNo action is required on your part. Delivery attempts will continue for some time.\n\nMessage-ID: <letter-31.abc@secretariat.example>\n",
                "ada@ministry.example Delayed  Soft Network"
            },
        };

    [Theory]
    [MemberData(nameof(InWords))]
    public void A_report_in_words_is_read_up_to_the_copy_of_the_message(string subject, string body, string expected)
    {
        foreach (var end in (string[])["\n", "\r\n", "\r"])
        {
            var report = DeliveryReportReader.Read(
                Mail($"{FromSystem}Subject: {subject}\n\n{body}".Replace("\n", end, StringComparison.Ordinal))
            );

            Assert.NotNull(report);
            Assert.Equal(expected, Line(Assert.Single(report.Recipients)));
            Assert.Equal("letter-31.abc@secretariat.example", report.OriginalMessageId);
        }
    }

    [Theory]
    [InlineData(
        "From: Ada Bylen <ada@ministry.example>",
        "Undeliverable: your letter",
        "Your letter could not be delivered to tomas@ministry.example. 550 5.1.1 User unknown. Which address shall we use?"
    )]
    [InlineData(
        "From: Ada Bylen <ada@ministry.example>",
        "Fwd: failure notice",
        "See below: <tomas@ministry.example>: no such user"
    )]
    [InlineData(
        "From: Postmaster <postmaster@ministry.example>",
        "Maintenance on Saturday",
        "Our servers will be down on Saturday."
    )]
    public void What_a_person_writes_about_a_failure_is_no_report(string from, string subject, string body) =>
        Assert.Null(DeliveryReportReader.Read(Mail($"{from}\nTo: office@secretariat.example\nSubject: {subject}\n\n{body}\n")));

    private static string Line(ReportedRecipient r) => $"{r.Address} {r.Action} {r.Status} {r.Class} {r.Reason}";

    [Theory]
    [InlineData("relayed (to non-DSN-aware mailer)", DeliveryAction.Relayed)]
    [InlineData("Delayed(still trying)", DeliveryAction.Delayed)]
    [InlineData("failed", DeliveryAction.Failed)]
    public void What_stands_behind_an_action_is_none_of_it(string action, DeliveryAction expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Report($"Final-Recipient: rfc822; ada@ministry.example\nAction: {action}").Recipients).Action
        );

    private static MimeMessage Mail(string source) => MimeReader.Read(Encoding.UTF8.GetBytes(source));

    private static DeliveryReport Report(string fields) =>
        DeliveryReportReader.Read(
            Mail(
                $"""
                {FromSystem}Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It could not be delivered.
                --b
                Content-Type: message/delivery-status

                {fields}
                --b
                Content-Type: message/rfc822

                Message-ID: <letter-31.abc@secretariat.example>
                Subject: Follow-up

                Text
                --b--
                """
            )
        )!;
}
