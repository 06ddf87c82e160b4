using System.Text;
using Secretariat.Formats.Smtp;

namespace Secretariat.Tests.Formats.Smtp;

public class SmtpDataTests
{
    [Theory]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData("a\nb", "a\r\nb\r\n")]
    [InlineData("a\rb\r", "a\r\nb\r\n")]
    [InlineData("a\n\r\n\rb", "a\r\n\r\n\r\nb\r\n")]
    [InlineData(".\r\n..a\r\nb.", "..\r\n...a\r\nb.\r\n")]
    [InlineData("a\n.\nMAIL FROM:<x@y.example>", "a\r\n..\r\nMAIL FROM:<x@y.example>\r\n")]
    [InlineData("a\r.\rb", "a\r\n..\r\nb\r\n")]
    [InlineData("é\0", "é\0\r\n")]
    [InlineData("", "")]
    public void Lines_end_in_crlf_and_dots_at_their_start_are_doubled(string message, string wire) =>
        Assert.Equal(wire, Encoding.UTF8.GetString(SmtpData.Encode(Encoding.UTF8.GetBytes(message))));
}
