using Microsoft.Extensions.Configuration;
using Secretariat.Platform;
using Secretariat.Platform.Mail;

namespace Secretariat.Tests.Platform;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_server_the_mailbox_is_a_folder() => Assert.Equal(["folder:in"], Names([]));

    [Fact]
    public void One_server_is_its_inbox_unless_a_folder_is_named()
    {
        Assert.Equal(["imap://box@mail.example/INBOX"], Names(Server("Imap")));
        Assert.Equal(["imap://box@mail.example/Letters"], Names([.. Server("Imap"), new("Mail:Imap:Folder", "Letters")]));
    }

    [Fact]
    public void Folders_and_further_mailboxes_are_read_in_the_order_named_and_once() =>
        Assert.Equal(
            [
                "imap://box@mail.example/INBOX",
                "imap://box@mail.example/Done, 2024",
                "imap://box@other.example/Archive",
                "imap://box@other.example/INBOX",
            ],
            Names([
                .. Server("Imap"),
                new("Mail:Imap:Folder", "INBOX"),
                new("Mail:Imap:Folders:0", "Done, 2024"),
                new("Mail:Imap:Folders:1", "INBOX"),
                .. Server("Mailboxes:0", "other.example"),
                new("Mail:Mailboxes:0:Folders:0", "Archive"),
                new("Mail:Mailboxes:0:Folders:1", "INBOX"),
                .. Server("Mailboxes:1"),
            ])
        );

    private static IEnumerable<KeyValuePair<string, string?>> Server(string section, string host = "mail.example") =>
        [new($"Mail:{section}:Host", host), new($"Mail:{section}:User", "box")];

    private static IEnumerable<string> Names(IEnumerable<KeyValuePair<string, string?>> configured)
    {
        var settings = Settings.Of(new ConfigurationBuilder().AddInMemoryCollection(configured).Build());
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddMail(settings)
            .BuildServiceProvider();
        return [.. services.GetRequiredService<IReadOnlyList<IMailbox>>().Select(m => m.Name)];
    }
}
