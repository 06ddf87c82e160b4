using System.Text;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Smtp;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Formats.Smtp;

/// <summary>What a server is asked to report on (RFC 3461).</summary>
public class SmtpReportRequestTests
{
    private const string From = "office@secretariat.example";
    private const string Offered = "250-x\n250-DSN\n250 SMTPUTF8";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ada@ministry.example", "rfc822;ada@ministry.example")]
    [InlineData("ada+it=a@ministry.example", "rfc822;ada+2Bit+3Da@ministry.example")]
    [InlineData("été+a=b\\c@ministry.example", @"utf-8;été\x{2B}a\x{3D}b\x{5C}c@ministry.example")]
    public async Task A_server_that_reports_is_asked_for_failures_and_delays_under_our_name(string recipient, string original)
    {
        var commands = await SaidAsync(Offered, new SmtpEnvelope(From, recipient) { Id = "ga.12+3=4" });

        Assert.EndsWith(" RET=HDRS ENVID=ga.12+2B3+3D4", commands[1], StringComparison.Ordinal);
        Assert.Equal($"RCPT TO:<{recipient}> NOTIFY=FAILURE,DELAY ORCPT={original}", commands[2]);
    }

    [Fact]
    public async Task A_server_that_does_not_report_is_not_asked()
    {
        var commands = await SaidAsync("250 x", new SmtpEnvelope(From, "ada@ministry.example") { Id = "ga.1" });
        Assert.Equal([$"MAIL FROM:<{From}>", "RCPT TO:<ada@ministry.example>"], commands[1..3]);
    }

    [Fact]
    public async Task Without_a_name_the_request_names_none()
    {
        var commands = await SaidAsync(Offered, new SmtpEnvelope(From, "ada@ministry.example"));
        Assert.Equal($"MAIL FROM:<{From}> RET=HDRS", commands[1]);
    }

    [Fact]
    public async Task Nothing_is_asked_for_a_message_that_nobody_could_be_told_of()
    {
        var commands = await SaidAsync(Offered, new SmtpEnvelope("", "ada@ministry.example") { Id = "ga.1" });
        Assert.Equal(["MAIL FROM:<>", "RCPT TO:<ada@ministry.example>"], commands[1..3]);
    }

    [Theory]
    [InlineData("ga.1\r\nRCPT TO:<b@c.example>")]
    [InlineData("clé")]
    [InlineData("")]
    [InlineData(LongerThanAllowed)]
    public async Task A_name_that_cannot_stand_in_a_command_is_not_sent(string id)
    {
        var envelope = new SmtpEnvelope(From, "ada@ministry.example") { Id = id };
        await Assert.ThrowsAsync<ArgumentException>(() => SaidAsync(Offered, envelope));
    }

    /// <summary>34 signs, three characters each.</summary>
    private const string LongerThanAllowed = "++++++++++++++++++++++++++++++++++";

    private static async Task<string[]> SaidAsync(string offered, SmtpEnvelope envelope)
    {
        await using var peer = new ScriptedSmtpPeer { ["EHLO"] = offered };
        var options = new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = ConnectionSecurity.None,
        };
        await using var session = await SmtpSession.ConnectAsync(options, Ct);
        var result = await session.SendAsync(envelope, Encoding.ASCII.GetBytes("Subject: Hi\n\nText\n"), Ct);
        Assert.IsType<SmtpResult.Accepted>(result);
        // The peer hears bytes; what we send is UTF-8.
        return [.. peer.Commands.Select(line => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line)))];
    }
}
