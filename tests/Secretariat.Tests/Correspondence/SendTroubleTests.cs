using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>What becomes of a letter when the server answers otherwise than it should.</summary>
public sealed class SendTroubleTests : OutboxTest
{
    [Theory]
    [InlineData("", "421 4.3.2 Too busy")]
    [InlineData("", "554 No service here")]
    [InlineData("", ScriptedSmtpPeer.Cut)]
    [InlineData("EHLO", "502 5.5.1 What?")]
    [InlineData("EHLO", "421 4.3.2 Too busy")]
    [InlineData("MAIL", "451 4.7.1 Greylisted")]
    [InlineData("MAIL", "530 5.7.0 Sign in first")]
    [InlineData("MAIL", ScriptedSmtpPeer.Cut)]
    [InlineData("RCPT", "450 4.2.1 Busy")]
    [InlineData("RCPT", "452 4.2.2 Full")]
    [InlineData("RCPT", ScriptedSmtpPeer.Cut)]
    [InlineData("DATA", "451 4.3.0 Not now")]
    [InlineData("DATA", "250 Taken already")]
    [InlineData(".", "452 4.3.1 No room")]
    [InlineData(".", "421 4.3.2 Shutting down")]
    public async Task What_may_pass_is_tried_again_later_and_the_servers_words_are_shown(string verb, string reply)
    {
        var id = await PostAsync();
        Server[verb] = reply;

        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Due, 1, null), (message.Delivery, message.Attempts, message.SentAt));
        Assert.True(message.NextAttemptAt > Clock.GetUtcNow());
        Assert.Contains(LastWord(reply), message.ServerWords!.ToString(), StringComparison.Ordinal);

        Server[verb] = Usual(verb);
        Clock.GoOn(TimeSpan.FromMinutes(5));
        await App.WorkAsync<SendMail>();
        Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
        Assert.Contains($"<{message.InternetMessageId}>", Server.Messages.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.60 Not allowed to send as this sender")]
    [InlineData("RCPT", "550 5.1.1 No such user")]
    [InlineData("DATA", "554 5.7.1 No valid recipients")]
    [InlineData(".", "554 5.6.0 Refused by policy")]
    public async Task What_is_refused_for_good_fails_at_once_in_the_servers_words(string verb, string reply)
    {
        var id = await PostAsync();
        Server[verb] = reply;

        await App.WorkAsync<SendMail>();
        Clock.GoOn(TimeSpan.FromDays(3));
        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Failed, 1), (message.Delivery, message.Attempts));
        var page = await (await App.AsAsync(Role.Reader)).GetAsync($"/office/outbox/{id}");
        Assert.Contains(LastWord(reply), page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScriptedSmtpPeer.Cut)]
    [InlineData("250-2.0.0 Taken\n554 5.6.0 Refused")]
    public async Task A_message_whose_fate_is_unknown_goes_again_under_the_same_id_and_says_so(string reply)
    {
        var id = await PostAsync();
        Server["."] = reply;

        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Due, null), (message.Delivery, message.SentAt));
        var page = await (await App.AsAsync(Role.Reader)).GetAsync($"/office/outbox/{id}");
        Assert.Contains("It may have been taken", page.Text, StringComparison.Ordinal);
        Assert.Contains("it does so under the same Message-ID", page.Text, StringComparison.Ordinal);

        Server["."] = Usual(".");
        Clock.GoOn(TimeSpan.FromMinutes(5));
        await App.WorkAsync<SendMail>();
        Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
        Assert.Equal(2, Server.Messages.Count);
        Assert.Single(Server.Messages.Distinct());
    }

    [Fact]
    public async Task A_server_that_never_takes_a_message_is_given_up_after_two_days_and_the_page_says_so()
    {
        var id = await PostAsync();
        Server["RCPT"] = "450 4.2.1 Busy";
        var begin = Clock.GetUtcNow();

        OutgoingMessage message;
        while ((message = await NowAsync(id)).Delivery is Delivery.Due)
        {
            if (message.NextAttemptAt is { } next)
                Clock.GoOn(next - Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            await App.WorkAsync<SendMail>();
        }

        Assert.Equal((Delivery.Failed, OutgoingMessage.MostAttempts), (message.Delivery, message.Attempts));
        Assert.InRange((Clock.GetUtcNow() - begin).TotalDays, 1, 3);
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/outbox/{id}");
        Assert.Contains("20 of at most 20", page.Text, StringComparison.Ordinal);
        Assert.Contains("Busy", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_to_one_person_carries_nothing_of_a_mass_mail_and_goes_under_its_own_name()
    {
        Server["EHLO"] = "250-peer.example\n250 DSN";
        var id = await PostAsync();

        await App.WorkAsync<SendMail>();

        var mail = MimeReader.Read(System.Text.Encoding.Latin1.GetBytes(Assert.Single(Server.Messages)));
        string[] fields =
        [
            "Date",
            "From",
            "To",
            "Subject",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
        ];
        Assert.Equal(fields, mail.Headers.Select(h => h.Name));
        Assert.Single(Server.Commands, c => c.EndsWith($" RET=HDRS ENVID={id:N}", StringComparison.Ordinal));
    }

    private static string LastWord(string reply) => reply.Length == 0 ? "closed the connection" : reply.Split(' ', 3)[^1];

    private static string Usual(string verb) =>
        verb switch
        {
            "" => "220 peer.example ready",
            "DATA" => "354 Go on",
            _ => "250 2.0.0 Fine",
        };

    [Theory]
    [InlineData("20240305.1234.abc", "20240305.1234.abc", "a@b.example 20240305.1234.abc")]
    [InlineData("ümlaut@x.example", "", "a@b.example")]
    public async Task An_answer_to_a_message_with_a_name_that_is_not_well_formed_leaves(
        string answered,
        string inReplyTo,
        string references
    )
    {
        var id = await PostAsync("officer@interior.example", ["a@b.example", "ü@b.example", answered], []);

        await App.WorkAsync<SendMail>();

        Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
        var mail = MimeReader.Read(Encoding.UTF8.GetBytes(Assert.Single(Server.Messages)));
        Assert.Equal((inReplyTo, references), (string.Join(' ', mail.InReplyTo), string.Join(' ', mail.References)));
    }

    [Fact]
    public async Task A_domain_beyond_ascii_needs_nothing_of_the_server_and_a_local_part_beyond_it_does()
    {
        var domain = await PostAsync("info@bücher.example");
        var local = await PostAsync("іван@пошта.укр");

        await App.WorkAsync<SendMail>();

        Assert.Equal(Delivery.Sent, (await NowAsync(domain)).Delivery);
        Assert.Contains("RCPT TO:<info@xn--bcher-kva.example>", Server.Commands);
        var refused = await NowAsync(local);
        Assert.Equal(
            (Delivery.Failed, "The server takes no address beyond ASCII."),
            (refused.Delivery, refused.ServerWords!.ToString())
        );
    }

    [Fact]
    public async Task A_local_part_beyond_ascii_leaves_over_a_server_that_takes_it()
    {
        Server["EHLO"] = "250-x\n250-8BITMIME\n250 SMTPUTF8";
        var id = await PostAsync("іван@пошта.укр");

        await App.WorkAsync<SendMail>();

        Assert.Equal(Delivery.Sent, (await NowAsync(id)).Delivery);
        Assert.Contains(AsHeard("RCPT TO:<іван@пошта.укр>"), Server.Commands);
        Assert.Contains(AsHeard("<іван@пошта.укр>"), Assert.Single(Server.Messages), StringComparison.Ordinal);

        // The peer hears bytes, one a character.
        static string AsHeard(string said) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(said));
    }
}

/// <summary>The same where the platform has to sign in.</summary>
public sealed class SendSignInTests : OutboxTest
{
    protected override string? User => "office";

    [Fact]
    public async Task A_password_does_not_leave_unencrypted_and_the_letter_waits()
    {
        var id = await PostAsync();

        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal(Delivery.Due, message.Delivery);
        Assert.Contains("is not encrypted", message.ServerWords!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }
}
