namespace Secretariat.Platform.Mail;

public static class MailSetup
{
    /// <summary>Servers where they are configured, folders where not.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, Settings settings)
    {
        var mail = settings.Mail;
        services.AddSingleton<IMailbox>(new FolderMailbox(Path.Combine(mail.Folder!, "in")));
        services.AddSingleton<IMailSender>(new FolderSender(Path.Combine(mail.Folder!, "out")));
        return services;
    }
}
