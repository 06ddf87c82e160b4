using Secretariat.Modules.Letters;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

/// <summary>A letter that went out is to be replaced by one in another language.</summary>
/// <param name="Code">Of the campaign of the one letter that comes in its place.</param>
internal sealed record CorrectStep(
    string Campaign,
    string Partner,
    string Code,
    string Title,
    string Language,
    string Function,
    string Reason
) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (campaign, _) = await scene.CampaignAsync(Campaign, cancellationToken);
        var letter = await scene.LetterAsync(Campaign, Partner, cancellationToken);
        var correction = await scene
            .The<DraftCorrection>()
            .MakeAsync(campaign, letter, $"{Title} {letter.Reference}", cancellationToken);
        correction.Address(letter.AddresseeName, Function, letter.AddresseeEmail, letter.AddresseeFamilyName);
        correction.Language = Language;
        await scene.Db.SaveAsync(Text.Key("Correct a letter"), Reason, cancellationToken);
        scene.Year.Campaigns[Code] = correction.CampaignId;
    }
}

internal sealed record TheirReferenceStep(string Reply, string Reference, DateOnly? Of) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var message = await scene.MessageAsync(Reply, cancellationToken);
        message.TakeTheirReference(Reference, Of);
        await scene.Db.SaveAsync(Text.Key("Record the partner’s reference"), cancellationToken: cancellationToken);
    }
}
