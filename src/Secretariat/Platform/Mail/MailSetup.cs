namespace Secretariat.Platform.Mail;

public static class MailSetup
{
    /// <summary>Servers where they are configured, folders where not.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, Settings settings)
    {
        var mail = settings.Mail;
        services.AddSingleton<SaidOnce>().AddSingleton<MailboxHealth>();
        services.AddSingleton<IReadOnlyList<IMailbox>>(s => [.. MailboxesOf(mail, s).DistinctBy(m => m.Name)]);
        services.AddSingleton<IMailSender>(
            mail.Smtp is { } smtp ? new SmtpSender(smtp) : new FolderSender(Path.Combine(mail.Folder!, "out"))
        );
        return services;
    }

    private static IEnumerable<IMailbox> MailboxesOf(MailSettings mail, IServiceProvider services)
    {
        if (!mail.HasImap)
            return [ActivatorUtilities.CreateInstance<FolderMailbox>(services, Path.Combine(mail.Folder!, "in"))];
        return from server in mail.Mailboxes.Prepend(mail.Imap).OfType<ServerSettings>()
            from folder in server.AllFolders
            select ActivatorUtilities.CreateInstance<ImapMailbox>(services, server, folder);
    }
}
