using Secretariat.Modules.Alliance;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Correspondence;

public static class CorrespondenceSetup
{
    public static IServiceCollection AddCorrespondence(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(s => new ReplyTemplates(
            new AllianceFolder(settings.AllianceFolder),
            s.GetRequiredService<AllianceWords>()
        ));
        services.AddSingleton(_ => new Clerk(ClerkWords.LoadAll(settings.ClerkFolder)));
        services
            .AddScoped<TakeIn>()
            .AddScoped<OpenMail>()
            .AddScoped<ThreadSigns>()
            .AddScoped<FileMessage>()
            .AddScoped<MoveMessages>()
            .AddScoped<TakeReport>()
            .AddScoped<TakeAnswer>();
        services
            .AddScoped<PutInOutbox>()
            .AddScoped<TakeBack>()
            .AddScoped<SendReply>()
            .AddScoped<HandOver>()
            .AddScoped<DomainTurns>()
            .AddScoped<PaperMessage>()
            .AddScoped<EnterAresNumber>();
        return services
            .AddScoped<ReadMessage>()
            .AddScoped<FindThreads>()
            .AddScoped<Reconcile>()
            .AddScoped<IHoldFiles, HoldMailFiles>()
            .AddMover<MoveCorrespondence>();
    }
}
