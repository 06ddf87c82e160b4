using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

/// <summary>The registration for the event of that title is opened, and the heads of delegation get their links.</summary>
internal sealed record RegistrationStep(
    string Event,
    DateOnly Until,
    TimeOnly UntilAt,
    List<RegistrationStep.Category> Categories,
    List<string>? Entrances
) : YearStep
{
    internal sealed record Category(
        LocalizedText Name,
        int? Places,
        int? PlacesEach,
        bool NeedsApproval,
        List<Question>? Questions
    );

    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var entry = await scene.EventAsync(Event, cancellationToken);
        var closes = TimeZoneInfo.ConvertTimeToUtc(Until.ToDateTime(UntilAt), entry.Event.Details.Zone);
        var terms = new RegistrationTerms
        {
            EventId = entry.Event.Id,
            ClosesAt = new(closes, TimeSpan.Zero),
            IsOfficialDuty = true,
        };
        scene.Db.RegistrationTerms.Add(terms);
        foreach (var category in Categories)
        {
            var added = new RegistrationCategory
            {
                EventId = entry.Event.Id,
                Name = category.Name,
                Places = category.Places,
                PlacesEach = category.PlacesEach,
                NeedsApproval = category.NeedsApproval,
            };
            category.Questions?.ForEach(added.Ask);
            scene.Db.RegistrationCategories.Add(added);
            // One after the other: categories stand in the order in which they were made.
            await scene.Db.SaveAsync(Text.Key("Set the terms of a registration"), cancellationToken: cancellationToken);
        }

        foreach (var name in Entrances ?? [])
            scene.Db.Entrances.Add(new Entrance { EventId = entry.Event.Id, Name = name });
        var heads = scene.The<WriteToHeads>();
        await heads.SendAsync(entry, await heads.FindAsync(entry, terms, cancellationToken), cancellationToken);
        await scene.Db.SaveAsync(Text.Key("Write to the heads of delegation"), cancellationToken: cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}

/// <summary>The head of the delegation of a partner registers a person in the category of that name.</summary>
internal sealed record RegisterPersonStep(
    string Event,
    string Partner,
    string Category,
    string GivenNames,
    string FamilyName,
    string Function,
    string Email
) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var entry = await scene.EventAsync(Event, cancellationToken);
        var categories = await scene
            .Db.RegistrationCategories.Where(c => c.EventId == entry.Event.Id)
            .ToListAsync(cancellationToken);
        var category = categories.Single(c => c.Name.In("en") == Category);
        var delegation = await (
            from d in scene.Db.Delegations
            where d.EventId == entry.Event.Id
            join partner in scene.Db.Partners on d.PartnerId equals partner.Id
            where partner.Code == Partner
            select d
        ).SingleAsync(cancellationToken);
        var registration = new Registration
        {
            EventId = entry.Event.Id,
            DelegationId = delegation.Id,
            CategoryId = category.Id,
            GivenNames = GivenNames,
            FamilyName = FamilyName,
            Function = Function,
            Email = Email,
            SentBy = delegation.HeadAddress,
        };
        await scene.The<GivePlaces>().RegisterAsync(registration, category, cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}
