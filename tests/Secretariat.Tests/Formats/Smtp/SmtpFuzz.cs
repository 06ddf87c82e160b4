using System.Text;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Smtp;

namespace Secretariat.Tests.Formats.Smtp;

/// <summary>Whatever a server answers, it ends in a result or an <see cref="SmtpSessionException"/>.</summary>
public class SmtpFuzz
{
    private const string Session = """
        220 mail.example ESMTP
        250-mail.example greets
        250-8BITMIME
        250-SIZE 10000000
        250-AUTH PLAIN LOGIN
        250-ENHANCEDSTATUSCODES
        250 SMTPUTF8
        235 2.7.0 Welcome
        250 2.1.0 Sender
        250 2.1.5 Recipient
        354 Go on
        250 2.0.0 Queued as 17

        """;

    private static readonly string[] Pieces =
    [
        "250",
        "250-",
        "250 ",
        "421 4.3.2 Closing\r\n",
        "535 5.7.8 No\r\n",
        "354 ",
        "5.1.1",
        "99999999999",
        "-1 ",
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\u00e9",
        " ",
        "250-SIZE 99999999999999999999\r\n",
        "250-AUTH=LOGIN\r\n",
    ];

    [Fact]
    public async Task No_server_can_crash_or_stall_the_sender()
    {
        var taken = 0;
        await new Fuzz("smtp", [Said()], Pieces).RunAsync(async said => taken += await TryAsync(said) ? 1 : 0);
        Assert.NotEqual(0, taken);
    }

    [Fact]
    public async Task The_session_is_understood_before_it_is_spoilt() => Assert.True(await TryAsync(Said()));

    private static byte[] Said() => Encoding.UTF8.GetBytes(Session.ReplaceLineEndings("\r\n"));

    private static async Task<bool> TryAsync(byte[] said)
    {
        var ct = TestContext.Current.CancellationToken;
        var options = new SmtpOptions
        {
            Host = "mail.example",
            Port = 25,
            Security = ConnectionSecurity.None,
            User = "a",
            Password = "b",
            AllowLoginWithoutTls = true,
        };
        try
        {
            await using var session = await SmtpSession.ConnectAsync(new DeafStream(said), options, ct);
            return await session.SendAsync(
                    new SmtpEnvelope("a@b.example", "c@d.example"),
                    "Subject: x\r\n\r\nHi\r\n"u8.ToArray(),
                    ct
                ) is SmtpResult.Accepted;
        }
        catch (SmtpSessionException)
        {
            return false;
        }
    }
}
