using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.After;
using Secretariat.Modules.Events.Changes;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events;

public static class EventsSetup
{
    public static IServiceCollection AddEvents(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => RegistrationText.Read(new AllianceFolder(settings.AllianceFolder)));
        services.AddSingleton(_ => InvitationText.Read(new AllianceFolder(settings.AllianceFolder)));
        services.AddSingleton(_ => ProgrammeNewsText.Read(new AllianceFolder(settings.AllianceFolder)));
        return services
            .AddScoped<TakeTimetable>()
            .AddScoped<EventCalendar>()
            .AddScoped<AnnounceEvent>()
            .AddSingleton<ProgrammePdf>()
            .AddScoped<PrintProgramme>()
            .AddScoped<ProgrammeMail>()
            .AddScoped<TellSpeakers>()
            .AddScoped<InvitationMail>()
            .AddScoped<SendInvitations>()
            .AddScoped<RegistrationLinks>()
            .AddScoped<RegistrationMail>()
            .AddSingleton<ArrivalQueues>()
            .AddScoped<GivePlaces>()
            .AddScoped<WriteToHeads>()
            .AddScoped<TellOfChange>()
            .AddScoped<TakeCheckIns>()
            .AddScoped<IHandle<InvitationAnswered>, FollowAnswers>()
            .AddScoped<INameRelations, NameRelations>()
            .AddScoped<INews, EventNews>()
            .AddMover<MoveInvitations>()
            .AddMover<MoveDelegations>()
            .AddMover<MoveConclusions>()
            .AddSingleton<ILoad, LoadEvents>();
    }
}
