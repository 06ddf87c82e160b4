using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Commitments;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

/// <summary>An event of the Alliance is announced.</summary>
internal sealed record EventStep(LocalizedText Title, DateOnly First, DateOnly Last, LocalizedText City, List<string> Strands)
    : YearStep
{
    public override Task DoAsync(Scene scene, CancellationToken cancellationToken) =>
        scene
            .The<AnnounceEvent>()
            .RunAsync(new EventPlan(Title, First, Last) { City = City, Strands = Strands }, cancellationToken);
}

/// <summary>The programme of the event of that title, which everybody can read from then on.</summary>
internal sealed record ProgrammeStep(string Event, List<ProgrammeStep.Item> Items) : YearStep
{
    internal sealed record Item(
        DateOnly Day,
        TimeOnly From,
        TimeOnly? Until,
        LocalizedText Title,
        string? Room,
        LocalizedText? Speakers,
        string? Strand
    );

    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var entry = await scene.EventAsync(Event, cancellationToken);
        var items = Items.ConvertAll(item => new ProgrammeItem
        {
            EventId = entry.Event.Id,
            Day = item.Day,
            From = item.From,
            Until = item.Until,
            Title = item.Title,
            Room = item.Room,
            Strand = item.Strand,
            Speakers = item.Speakers,
        });
        scene.Db.ProgrammeItems.AddRange(items);
        scene.Db.ProgrammeReleases.Add(
            new()
            {
                EventId = entry.Event.Id,
                Number = 1,
                ReleasedAt = scene.The<TimeProvider>().Now(),
                Items = items.ConvertAll(ReleasedItem.Of),
            }
        );
        await scene.Db.SaveAsync(Text.Key("Release the programme of an event"), cancellationToken: cancellationToken);
    }
}

/// <summary>The contact points of a group are invited to the event of that title.</summary>
internal sealed record InviteStep(string Event, string Group) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var today = AsOf.Today(scene.The<TimeProvider>());
        var entry = await scene.EventAsync(Event, cancellationToken);
        var group = await scene.Db.Groups.SingleAsync(g => g.Name == Group, cancellationToken);
        var members = await scene.Db.MembersOfAsync(group, today, cancellationToken);
        var (invited, _) = await Groups.Recipients.DivideAsync(
            scene.Db,
            members,
            (MandateRole.ContactPoint, entry.Event.Strands),
            ("en", today),
            _ => null,
            cancellationToken
        );
        await scene.The<SendInvitations>().InviteAsync(entry, invited, cancellationToken);
        await scene.Db.SaveAsync(Text.Key("Invite to an event"), cancellationToken: cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}

/// <summary>The contact points of a group are told something, with the news since a day.</summary>
internal sealed record MailingStep(string Group, LocalizedText Subject, LocalizedText Words, DateOnly? NewsSince) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var today = AsOf.Today(scene.The<TimeProvider>());
        var group = await scene.Db.Groups.SingleAsync(g => g.Name == Group, cancellationToken);
        var mailing = new Mailing
        {
            GroupId = group.Id,
            To = MandateRole.ContactPoint,
            Subject = Subject,
            Words = Words,
            NewsSince = NewsSince,
        };
        scene.Db.Mailings.Add(mailing);
        var (reached, _) = await Groups.Recipients.DivideAsync(
            scene.Db,
            await scene.Db.MembersOfAsync(group, today, cancellationToken),
            (mailing.To, []),
            ("en", today),
            _ => null,
            cancellationToken
        );
        var messages = await scene.The<MailingWords>().WriteAsync(mailing, reached, cancellationToken);
        await scene.The<SendMailing>().RunAsync(mailing, messages, [], cancellationToken);
        await scene.Db.SaveAsync(Text.Key("Send a mailing"), cancellationToken: cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}

/// <summary>What a partner has promised, and how it stands with it.</summary>
internal sealed record CommitmentStep(
    string Partner,
    CommitmentKind Kind,
    LocalizedText Title,
    LocalizedText Target,
    string? Strand,
    DateOnly? Due,
    CommitmentStatus? Status,
    string? Words
) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var commitment = new Commitment
        {
            PartnerId = await scene.Db.Partners.Where(p => p.Code == Partner).Select(p => p.Id).SingleAsync(cancellationToken),
            Kind = Kind,
            Title = Title,
            Target = Target,
            StrandCode = Strand,
            On = On,
            Due = Due,
        };
        if (Status is { } status)
            commitment.Report(
                new CommitmentProgress
                {
                    CommitmentId = commitment.Id,
                    On = On,
                    Status = status,
                    IsOwnReport = true,
                    Words = Words ?? "",
                },
                On
            );
        scene.Db.Commitments.Add(commitment);
        await scene.Db.SaveAsync(Text.Key("Record a commitment"), cancellationToken: cancellationToken);
    }
}
