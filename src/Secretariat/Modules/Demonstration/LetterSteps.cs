using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

internal sealed record Recipients(List<string> Kinds);

internal sealed record CampaignStep(
    string Code,
    LocalizedText Title,
    string Template,
    Recipients Recipients,
    bool RegisterFirst,
    DateOnly? AnnexAsOf
) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var content = await scene.The<TakeTimetable>().AsOfAsync(AnnexAsOf ?? On, cancellationToken);
        var plan = new CampaignPlan(Title.In("en"), Template, Recipients.Kinds, AnnexAsOf, RegisterFirst, content);
        var (campaign, _) = await scene.The<DraftCampaign>().MakeAsync(plan, cancellationToken);
        await scene.Db.SaveAsync(Text.Key("Draft a campaign"), cancellationToken: cancellationToken);
        scene.Year.Campaigns[Code] = campaign.Id;
    }
}

internal sealed record SubmitStep(string Campaign) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (campaign, letters) = await scene.CampaignAsync(Campaign, cancellationToken);
        var maker = scene.The<LetterMaker>();
        await maker.PrepareAsync(campaign, cancellationToken);
        campaign.Submit(letters, maker.Wording, scene.ActorId);
        await scene.Db.SaveAsync(Text.Key("Submit a campaign for signature"), cancellationToken: cancellationToken);
    }
}

internal sealed record SignOffStep(string Campaign) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (campaign, letters) = await scene.CampaignAsync(Campaign, cancellationToken);
        await scene.The<ReleaseCampaign>().SignOffAsync(campaign, letters, scene.ActorId, cancellationToken);
        await scene.WorkAsync<FreezeLetters>(cancellationToken);
    }
}

internal sealed record AresRecord(string Partner, string Ares, DateOnly On);

internal sealed record RegisterStep(string Campaign, List<AresRecord> Numbers) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (_, letters) = await scene.CampaignAsync(Campaign, cancellationToken);
        var partners = await scene.Db.Partners.ToDictionaryAsync(p => p.Code, p => p.Id, cancellationToken);
        foreach (var number in Numbers)
            letters.Single(l => l.PartnerId == partners[number.Partner]).Register(number.Ares, number.On);
        await scene.Db.SaveAsync(Text.Key("Register letters"), cancellationToken: cancellationToken);
    }
}

internal sealed record ReleaseStep(string Campaign, int Count) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (campaign, letters) = await scene.CampaignAsync(Campaign, cancellationToken);
        await scene.The<ReleaseCampaign>().ReleaseAsync(campaign, letters, Count, null, cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}

internal sealed record RemindStep(string Campaign) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (campaign, _) = await scene.CampaignAsync(Campaign, cancellationToken);
        var answers = await ReadAnswers.OfCampaignAsync(scene.Db, campaign.Id, new AsOf(On), cancellationToken);
        var missing = UnansweredLetters.Of(answers.Where(a => a.WhyNotRemind(On) is null));
        var words = scene.The<ReminderText>();
        var texts = missing
            .Select(m => words.LanguageFor(m.First.Letter.Language))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(language => language, words.Text.In, StringComparer.Ordinal);
        await scene.The<RemindAddressees>().RunAsync(campaign, missing, texts, cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}
