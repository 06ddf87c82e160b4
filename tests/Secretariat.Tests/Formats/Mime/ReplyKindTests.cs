using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class ReplyKindTests
{
    [Theory]
    [InlineData("From: a@b.example", MailKind.Ordinary)]
    [InlineData("Auto-Submitted: no", MailKind.Ordinary)]
    [InlineData("Precedence: bulk", MailKind.Ordinary)]
    [InlineData("Return-Path: <>", MailKind.Ordinary)]
    [InlineData("X-Auto-Response-Suppress: All", MailKind.Ordinary)]
    [InlineData("Auto-Submitted: auto-replied; owner-email=\"a@b.example\"", MailKind.AutoReply)]
    [InlineData("Auto-Submitted: auto-generated", MailKind.AutoReply)]
    [InlineData("X-Autoreply: yes", MailKind.AutoReply)]
    [InlineData("Precedence: auto_reply", MailKind.AutoReply)]
    [InlineData("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", MailKind.AutoReply)]
    [InlineData(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\nAuto-Submitted: auto-replied",
        MailKind.Bounce
    )]
    [InlineData("Return-Path: <>\nFrom: Mail System <MAILER-DAEMON@b.example>", MailKind.Bounce)]
    [InlineData("Content-Type: multipart/report; report-type=feedback-report; boundary=b", MailKind.Feedback)]
    [InlineData("Content-Type: text/calendar; method=REPLY", MailKind.CalendarReply)]
    [InlineData("Content-Type: text/calendar; method=REQUEST", MailKind.Ordinary)]
    public void The_header_tells_the_kind(string header, MailKind kind) =>
        Assert.Equal(kind, ReplyKind.Of(Mails.Read($"Subject: a\n{header}\n\nbody")));

    [Theory]
    [InlineData("METHOD:REPLY", MailKind.CalendarReply)]
    [InlineData("PRODID:x\nmethod:counter", MailKind.CalendarReply)]
    [InlineData("METHOD:REQUEST", MailKind.Ordinary)]
    [InlineData("BEGIN:VEVENT\nMETHOD:REPLY\nEND:VEVENT", MailKind.Ordinary)]
    public void A_calendar_that_the_header_says_nothing_of_tells_its_method_itself(string line, MailKind kind) =>
        Assert.Equal(kind, ReplyKind.Of(Mails.Read($"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n{line}\nEND:VCALENDAR\n")));

    [Fact]
    public void A_method_is_looked_for_at_the_beginning_of_a_calendar_alone()
    {
        var before = string.Concat(Enumerable.Repeat("X-A:a\n", 3_000));
        var mail = $"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n{before}METHOD:REPLY\nEND:VCALENDAR\n";
        Assert.Equal(MailKind.Ordinary, ReplyKind.Of(Mails.Read(mail)));
    }
}
