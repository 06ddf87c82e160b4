using Secretariat.Formats.Imap;

namespace Secretariat.Platform.Mail;

public static class MailTrouble
{
    /// <summary>Whether it is the mailbox that cannot be read, and not the platform that is wrong; the message says why.</summary>
    public static bool IsOfMailbox(Exception problem) =>
        problem is ImapException or TokenException or IOException or UnauthorizedAccessException;
}
