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
                : new FolderMailbox(
                    Path.Combine(mail.Folder!, "in"),
                    s.GetRequiredService<TimeProvider>(),
                    s.GetRequiredService<SaidOnce>()
                )
                {
                    MaxBytes = mail.Limits.MaxBytes,
                }
        );
        services.AddSingleton<IMailSender>(
            mail.Smtp is { } smtp ? new SmtpSender(smtp) : new FolderSender(Path.Combine(mail.Folder!, "out"))
        );
        return services;
    }
}
