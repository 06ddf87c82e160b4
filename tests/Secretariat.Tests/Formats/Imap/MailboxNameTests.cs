using Secretariat.Formats.Imap;

namespace Secretariat.Tests.Formats.Imap;

public class MailboxNameTests
{
    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("Alliance & partners", "Alliance &- partners")]
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-")]
    [InlineData("Entwürfe", "Entw&APw-rfe")]
    [InlineData("Boîte de réception", "Bo&AO4-te de r&AOk-ception")]
    [InlineData("É", "&AMk-")]
    [InlineData("😀", "&2D3eAA-")]
    [InlineData("line\r\nend", "line&AA0ACg-end")]
    [InlineData("", "")]
    public void Names_beyond_ascii_are_written_in_modified_utf_7(string name, string wire) =>
        Assert.Equal(wire, MailboxName.Encode(name));
}
