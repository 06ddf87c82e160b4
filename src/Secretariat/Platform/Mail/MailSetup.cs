namespace Secretariat.Platform.Mail;

public static class MailSetup
{
    private static readonly TimeSpan EndpointPatience = TimeSpan.FromSeconds(30);
    private const int LongestAnswer = 1024 * 1024;

    /// <summary>Servers where they are configured, folders where not.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, Settings settings)
    {
        var mail = settings.Mail;
        services.AddSingleton<SaidOnce>().AddSingleton<MailboxHealth>();
        services.AddTokens(Path.Combine(settings.Folder, "tokens"));
        services.AddSingleton<IReadOnlyList<IMailbox>>(s => [.. MailboxesOf(mail, s).DistinctBy(m => m.Name)]);
        services.AddSingleton<IMailSender>(s =>
            mail.Smtp is { } smtp
                ? new SmtpSender(smtp, s.GetRequiredService<TokenSources>().Of(smtp))
                : new FolderSender(Path.Combine(mail.Folder!, "out"))
        );
        return services;
    }

    private static void AddTokens(this IServiceCollection services, string folder)
    {
        services.AddSingleton(new RefreshTokens(folder)).AddSingleton<TokenSources>();
        services
            .AddHttpClient(
                TokenEndpoint.Client,
                client =>
                {
                    client.Timeout = EndpointPatience;
                    client.MaxResponseContentBufferSize = LongestAnswer;
                }
            )
            // A secret goes where it is configured to go, and nowhere further.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    private static IEnumerable<IMailbox> MailboxesOf(MailSettings mail, IServiceProvider services)
    {
        if (!mail.HasImap)
            return
            [
                new FolderMailbox(
                    Path.Combine(mail.Folder!, "in"),
                    services.GetRequiredService<TimeProvider>(),
                    services.GetRequiredService<SaidOnce>()
                )
                {
                    MaxBytes = mail.Limits.MaxBytes,
                },
            ];
        var tokens = services.GetRequiredService<TokenSources>();
        return from settings in mail.Mailboxes.Prepend(mail.Imap).OfType<ServerSettings>()
            let server = new ImapServer(settings, tokens.Of(settings)) { MaxBytes = mail.Limits.MaxBytes }
            from folder in settings.AllFolders
            select ActivatorUtilities.CreateInstance<ImapMailbox>(services, server, folder);
    }
}
