using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Demonstration;

/// <summary>Does each step of the year as the person who did it, in a scope of its own.</summary>
internal sealed class PlayYear(IServiceProvider provider, DemonstrationClock clock, string repliesFolder)
{
    private readonly Dictionary<string, Guid> campaigns = [];
    private readonly Dictionary<string, Guid> messages = [];

    public async Task DoAsync(YearStep step, CancellationToken cancellationToken)
    {
        clock.Set(step.On, step.At);
        await using var scope = provider.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<SecretariatDb>();
        services.GetRequiredService<CurrentActor>().Actor = await ActorAsync(db, step, cancellationToken);
        await (
            step switch
            {
                CampaignStep s => CampaignAsync(services, db, s, cancellationToken),
                SubmitStep s => SubmitAsync(services, db, s, cancellationToken),
                SignOffStep s => SignOffAsync(services, db, s, cancellationToken),
                RegisterStep s => RegisterAsync(db, s, cancellationToken),
                ReleaseStep s => ReleaseAsync(services, db, s, cancellationToken),
                ReplyStep s => ReplyAsync(services, db, s, cancellationToken),
                FileStep s => FileAsync(services, db, s, cancellationToken),
                ConfirmStep s => ConfirmAsync(services, db, s, cancellationToken),
                RejectStep s => RejectAsync(services, db, s, cancellationToken),
                EndMandateStep s => EndMandateAsync(db, s, cancellationToken),
                _ => throw new InvalidOperationException($"The demonstration does not know the step {step}."),
            }
        );
    }

    private static async Task<Actor> ActorAsync(SecretariatDb db, YearStep step, CancellationToken cancellationToken)
    {
        if (step.Actor is null)
            return Actor.Platform;
        var account = await db.Users.SingleAsync(a => a.Email == step.Actor, cancellationToken);
        return new Actor(account.Id, account.Name);
    }

    private async Task CampaignAsync(
        IServiceProvider services,
        SecretariatDb db,
        CampaignStep s,
        CancellationToken cancellationToken
    )
    {
        var content = await services.GetRequiredService<TakeTimetable>().AsOfAsync(s.AnnexAsOf ?? s.On, cancellationToken);
        var plan = new CampaignPlan(s.Title.In("en"), s.Template, s.Recipients.Kinds, s.AnnexAsOf, s.RegisterFirst, content);
        var (campaign, _) = await services.GetRequiredService<DraftCampaign>().MakeAsync(plan, cancellationToken);
        await db.SaveAsync(Text.Key("Draft a campaign"), cancellationToken: cancellationToken);
        campaigns[s.Code] = campaign.Id;
    }

    private async Task SubmitAsync(IServiceProvider services, SecretariatDb db, SubmitStep s, CancellationToken cancellationToken)
    {
        var (campaign, letters) = await CampaignAsync(db, s.Campaign, cancellationToken);
        var maker = services.GetRequiredService<LetterMaker>();
        await maker.PrepareAsync(campaign, cancellationToken);
        campaign.Submit(letters, maker.Wording, services.GetRequiredService<CurrentActor>().Actor.AccountId);
        await db.SaveAsync(Text.Key("Submit a campaign for signature"), cancellationToken: cancellationToken);
    }

    private async Task SignOffAsync(
        IServiceProvider services,
        SecretariatDb db,
        SignOffStep s,
        CancellationToken cancellationToken
    )
    {
        var (campaign, letters) = await CampaignAsync(db, s.Campaign, cancellationToken);
        var byId = services.GetRequiredService<CurrentActor>().Actor.AccountId;
        await services.GetRequiredService<ReleaseCampaign>().SignOffAsync(campaign, letters, byId, cancellationToken);
        await ActivatorUtilities.CreateInstance<FreezeLetters>(services).RunAsync(cancellationToken);
    }

    private async Task RegisterAsync(SecretariatDb db, RegisterStep s, CancellationToken cancellationToken)
    {
        var (_, letters) = await CampaignAsync(db, s.Campaign, cancellationToken);
        var partners = await db.Partners.ToDictionaryAsync(p => p.Code, p => p.Id, cancellationToken);
        foreach (var number in s.Numbers)
            letters.Single(l => l.PartnerId == partners[number.Partner]).Register(number.Ares, number.On);
        await db.SaveAsync(Text.Key("Register letters"), cancellationToken: cancellationToken);
    }

    private async Task ReleaseAsync(
        IServiceProvider services,
        SecretariatDb db,
        ReleaseStep s,
        CancellationToken cancellationToken
    )
    {
        var (campaign, letters) = await CampaignAsync(db, s.Campaign, cancellationToken);
        await services.GetRequiredService<ReleaseCampaign>().ReleaseAsync(campaign, letters, s.Count, cancellationToken);
        var send = ActivatorUtilities.CreateInstance<SendMail>(services);
        while (await send.RunAsync(cancellationToken) > 0) { }
    }

    private async Task ReplyAsync(IServiceProvider services, SecretariatDb db, ReplyStep s, CancellationToken cancellationToken)
    {
        // Some replies are not UTF-8: Latin-1 keeps every byte as it is.
        var text = Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(Path.Combine(repliesFolder, s.File), cancellationToken)
        );
        foreach (var (name, value) in await PlaceholdersAsync(db, s, cancellationToken))
            text = text.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        var bytes = Encoding.Latin1.GetBytes(text);
        var item = new MailboxItem(s.File, clock.Now(), bytes.Length, bytes);
        var message = await services.GetRequiredService<TakeIn>().StoreAsync("demonstration", 0, item, cancellationToken);
        await ActivatorUtilities.CreateInstance<ReadMail>(services).RunAsync(cancellationToken);
        messages[s.File] = message.Id;
    }

    private async Task<Dictionary<string, string>> PlaceholdersAsync(
        SecretariatDb db,
        ReplyStep s,
        CancellationToken cancellationToken
    )
    {
        if (s.Answers is null)
            return [];
        var (_, letters) = await CampaignAsync(db, s.Campaign, cancellationToken);
        var partner = await db.Partners.SingleAsync(p => p.Code == s.Answers, cancellationToken);
        var letter = letters.Single(l => l.PartnerId == partner.Id);
        var sent = await db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, cancellationToken);
        return new Dictionary<string, string>
        {
            ["reference"] = letter.Reference!,
            ["messageId"] = sent.InternetMessageId,
            ["date"] = LetterLanguage.For("en").Write(letter.SignedOn!.Value),
        };
    }

    private async Task FileAsync(IServiceProvider services, SecretariatDb db, FileStep s, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleAsync(m => m.Id == messages[s.Reply], cancellationToken);
        if (message.IsFiled)
            return;
        var (_, letters) = await CampaignAsync(db, s.Campaign, cancellationToken);
        var partner = await db.Partners.SingleAsync(p => p.Code == s.Partner, cancellationToken);
        var threadId = letters.Single(l => l.PartnerId == partner.Id).ThreadId;
        var thread = await db.Threads.SingleAsync(t => t.Id == threadId, cancellationToken);
        await services.GetRequiredService<FileMessage>().ByHandAsync(message, thread, cancellationToken);
        await db.SaveAsync(Text.Key("File a message"), s.Reason, cancellationToken);
    }

    private async Task ConfirmAsync(
        IServiceProvider services,
        SecretariatDb db,
        ConfirmStep s,
        CancellationToken cancellationToken
    )
    {
        var message = await db.Messages.SingleAsync(m => m.Id == messages[s.Reply], cancellationToken);
        var proposal = await ProposalAsync(db, message, s, cancellationToken);
        var person = s.Person is { } p ? new ProposedPerson(p.Name, p.Function, p.Organisation, p.Email, p.Phone) : null;
        var decision = new Decision(services.GetRequiredService<CurrentActor>().Actor.AccountId, clock.Now(), s.Reason);
        proposal.Confirm(message, new Correction(person, s.Strands, s.From), decision);
        await db.SaveAsync(Text.Key("Confirm a proposal"), s.Reason, cancellationToken);
        await FinishAsync(db, message, cancellationToken);
    }

    /// <summary>The open proposal of that type, of that person; what the clerk did not see, the officer adds.</summary>
    private static async Task<Proposal> ProposalAsync(
        SecretariatDb db,
        Message message,
        ConfirmStep s,
        CancellationToken cancellationToken
    )
    {
        var type = Enum.Parse<ProposalType>(s.Type, ignoreCase: true);
        var open = await db
            .Proposals.Where(p => p.MessageId == message.Id && p.Status == ProposalStatus.Proposed && p.Type == type)
            .ToListAsync(cancellationToken);
        if ((open.Find(p => p.Person?.Name == s.Person?.Name) ?? open.FirstOrDefault()) is { } found)
            return found;
        var added = new Proposal
        {
            MessageId = message.Id,
            Type = type,
            IsAlternate = s.Role == "alternate",
        };
        db.Proposals.Add(added);
        return added;
    }

    private async Task RejectAsync(IServiceProvider services, SecretariatDb db, RejectStep s, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleAsync(m => m.Id == messages[s.Reply], cancellationToken);
        var decision = new Decision(services.GetRequiredService<CurrentActor>().Actor.AccountId, clock.Now(), s.Reason);
        var open = await db
            .Proposals.Where(p => p.MessageId == message.Id && p.Status == ProposalStatus.Proposed)
            .ToListAsync(cancellationToken);
        foreach (var proposal in open)
            proposal.Reject(decision);
        message.Finish();
        await db.SaveAsync(Text.Key("Reject a message"), s.Reason, cancellationToken);
    }

    private static async Task FinishAsync(SecretariatDb db, Message message, CancellationToken cancellationToken)
    {
        var hasOpen = await db.Proposals.AnyAsync(
            p => p.MessageId == message.Id && p.Status == ProposalStatus.Proposed,
            cancellationToken
        );
        if (message.WhyNotFinish(hasOpen) is not null)
            return;
        message.Finish();
        await db.SaveAsync(Text.Key("Finish a message"), cancellationToken: cancellationToken);
    }

    private static async Task EndMandateAsync(SecretariatDb db, EndMandateStep s, CancellationToken cancellationToken)
    {
        var partner = await db.Partners.SingleAsync(p => p.Code == s.Partner, cancellationToken);
        var mandate = await db
            .Mandates.Where(m => m.PartnerId == partner.Id && m.Role == MandateRole.ContactPoint && m.To == null)
            .OrderBy(m => m.From)
            .FirstAsync(cancellationToken);
        mandate.End(s.To.AddDays(1));
        await db.SaveAsync(Text.Key("End a mandate"), s.Reason, cancellationToken);
    }

    private async Task<(Campaign Campaign, List<Letter> Letters)> CampaignAsync(
        SecretariatDb db,
        string code,
        CancellationToken cancellationToken
    )
    {
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == campaigns[code], cancellationToken);
        var letters = await db
            .Letters.Where(l => l.CampaignId == campaign.Id)
            .OrderBy(l => l.Order)
            .ToListAsync(cancellationToken);
        return (campaign, letters);
    }
}
