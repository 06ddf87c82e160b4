namespace Secretariat.Platform.Mail;

public static class MailSetup
{
    /// <summary>Servers where they are configured, folders where not.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, Settings settings)
    {
        var mail = settings.Mail;
        services.AddSingleton<SaidOnce>();
        services.AddSingleton<IMailbox>(s =>
            mail.Imap is { } imap
                ? ActivatorUtilities.CreateInstance<ImapMailbox>(s, imap)
                : ActivatorUtilities.CreateInstance<FolderMailbox>(s, Path.Combine(mail.Folder!, "in"))
        );
        services.AddSingleton<IMailSender>(
            mail.Smtp is { } smtp ? new SmtpSender(smtp) : new FolderSender(Path.Combine(mail.Folder!, "out"))
        );
        return services;
    }
}
