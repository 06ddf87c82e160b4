using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Letters.Templates;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Letters;

public static class LettersSetup
{
    public static IServiceCollection AddLetters(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => ReminderText.Read(new AllianceFolder(settings.AllianceFolder)));
        services.AddSingleton(_ => CorrectionText.Read(new AllianceFolder(settings.AllianceFolder)));
        services
            .AddScoped<ReadWording>()
            .AddScoped<LetterMaker>()
            .AddScoped<ReplySheetMaker>()
            .AddScoped<WriteLetterFiles>()
            .AddScoped<PreviewTemplate>();
        services
            .AddScoped<DraftCampaign>()
            .AddScoped<DraftCorrection>()
            .AddScoped<ReadCampaign>()
            .AddScoped<SendTest>()
            .AddScoped<CoverMail>()
            .AddScoped<ReleaseCampaign>()
            .AddScoped<RemindAddressees>()
            .AddScoped<FindIssued>();
        return services
            .AddScoped<FollowSuccession>()
            .AddScoped<IHandle<MessageSent>, FollowDelivery>()
            .AddScoped<IHandle<MessageRefused>, FollowDelivery>()
            .AddScoped<IHandle<MessageReturned>, FollowDelivery>()
            .AddScoped<IHandle<MessageDueAgain>, FollowDelivery>()
            .AddScoped<IHandle<MessageTakenBack>, FollowDelivery>()
            .AddScoped<IHoldFiles, HoldLetterFiles>()
            .AddScoped<IHoldAresNumbers, HoldLetterNumbers>()
            .AddMover<MoveLetters>()
            .AddSingleton<ILoad, LoadLetters>();
    }
}
