using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Text = Secretariat.Platform.Localization.Text;

namespace Secretariat.Modules.Events.Day;

/// <summary>
/// Who is expected, for a device that may soon be without a network. A badge's code is there as its SHA-256: whoever finds the device
/// makes no badge from it.
/// </summary>
public sealed class EntrancePeopleModel(
    SecretariatDb db,
    RegistrationLinks links,
    CurrentActor current,
    TimeProvider time,
    Text t
) : EntranceModel(db, links, current, time)
{
    private sealed record Person(
        Guid Id,
        string Name,
        string Function,
        string Delegation,
        string Category,
        string? State,
        string Code
    );

    private sealed record Session(Guid Id, string Title);

    private sealed record Expected(DateOnly? Until, IReadOnlyList<Person> People, IReadOnlyList<Session> Sessions);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        var until = Entrance.ShowsPeopleUntil(Entry);
        if (until is null)
            return Gone(Text.Key("The days of the event are not known yet."));
        if (until < Today)
            return Gone(Text.Key("The event is over."));
        var expected = new Expected(until, await PeopleAsync(cancellationToken), await SessionsAsync(cancellationToken));
        var json = JsonSerializer.SerializeToUtf8Bytes(expected, JsonSerializerOptions.Web);
        // The list is asked for again and again, and seldom another one.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))}\"");
        return new FileContentResult(json, "application/json; charset=utf-8") { EntityTag = tag };
    }

    private async Task<List<Person>> PeopleAsync(CancellationToken cancellationToken)
    {
        var language = t.Language.Code;
        var rows = await (
            from registration in Db.Registrations
            where registration.EventId == Entrance.EventId && registration.Once != null
            join delegation in Db.Delegations on registration.DelegationId equals delegation.Id
            join partner in Db.Partners on delegation.PartnerId equals partner.Id
            join category in Db.RegistrationCategories on registration.CategoryId equals category.Id
            orderby registration.FamilyName, registration.Id
            select new
            {
                registration.Id,
                registration.GivenNames,
                registration.FamilyName,
                registration.Function,
                registration.Status,
                Partner = partner.Name,
                Category = category.Name,
            }
        ).ToListAsync(cancellationToken);
        var people = new List<Person>(rows.Count);
        foreach (var row in rows)
            people.Add(
                new(
                    row.Id,
                    $"{row.GivenNames} {row.FamilyName}".Trim(),
                    row.Function,
                    row.Partner.In(language),
                    row.Category.In(language),
                    row.Status is RegistrationStatus.Registered ? null : t.Of(RegistrationWords.NameOf(row.Status)),
                    Convert.ToHexStringLower(
                        SHA256.HashData(Encoding.UTF8.GetBytes(await Links.TokenAsync(LinkTo.Badge, row.Id, cancellationToken)))
                    )
                )
            );
        return people;
    }

    private async Task<List<Session>> SessionsAsync(CancellationToken cancellationToken)
    {
        var released = (await Db.ReleasesAsync(Entrance.EventId, new(Today, true), cancellationToken)).FirstOrDefault();
        return
        [
            .. (released?.Items ?? []).Select(i => new Session(
                i.Id,
                $"{t.Date(i.Day)}, {i.Time}: {i.Title.In(t.Language.Code)}"
            )),
        ];
    }
}
