namespace Secretariat.Platform.Mail;

/// <summary>A mailbox that can be listened to.</summary>
public interface IAnnouncingMailbox : IMailbox
{
    /// <summary>
    /// Reports, once it can tell, and each time that messages arrived; until cancelled, or at once where the server does not
    /// tell by itself.
    /// </summary>
    Task ListenAsync(Func<Task> news, CancellationToken cancellationToken);
}
