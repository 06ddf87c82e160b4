using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.OpenData;

/// <summary>A partner as the world knows it, on pages, in files and in the feed alike.</summary>
public sealed record ListedPartner(
    string Code,
    string KindCode,
    int? ProtocolOrder,
    LocalizedText Name,
    LocalizedText? ShortName,
    LocalizedText? Footnote,
    IReadOnlyList<PartnerRelation> Relations,
    IReadOnlyList<ListedEndorsement> Endorsed,
    IReadOnlyList<ListedContact> Contacts
);

/// <summary>An endorsement that stands; never who signed it.</summary>
public sealed record ListedEndorsement(
    Guid Id,
    string InstrumentCode,
    DateOnly From,
    int? TextVersion,
    IReadOnlyList<string> Sources,
    string Confidence
);

/// <summary>That there is a contact point, and in which function; who it is only where the person agreed.</summary>
public sealed record ListedContact(Guid Id, string Function, LocalizedText? Functions, DateOnly From, string? Name)
{
    public LocalizedText InWords => (Functions ?? LocalizedText.InEnglish(Function)).With(Catalogue.English, Function);
}

public sealed record RelationTarget(LocalizedText Title, bool IsConference);

public static class ListedPartners
{
    /// <summary>Who stands on the list, with all that anybody may know of each.</summary>
    /// <param name="code">Of one partner alone, or null.</param>
    public static async Task<List<ListedPartner>> ReadListedAsync(
        this SecretariatDb db,
        AsOf asOf,
        CancellationToken cancellationToken,
        string? code = null
    )
    {
        var listing = db.ListingRelations(asOf);
        var kinds = db.KindsAt(asOf);
        var endorsed = db.Endorsed(asOf);
        var contacts = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(asOf);
        return await db.ListedPartners(asOf)
            .AsNoTracking()
            .Where(p => code == null || p.Code == code)
            .Select(p => new ListedPartner(
                p.Code,
                kinds.Where(k => k.PartnerId == p.Id).Select(k => k.KindCode).First(),
                p.ProtocolOrder,
                p.Name,
                p.ShortName,
                p.Footnote,
                listing.Where(r => r.PartnerId == p.Id).OrderBy(r => r.On).ThenBy(r => r.Kind).ThenBy(r => r.Of).ToList(),
                endorsed
                    .Where(e => e.PartnerId == p.Id)
                    .OrderBy(e => e.From)
                    .ThenBy(e => e.TextVersion ?? 0)
                    .Select(e => new ListedEndorsement(e.Id, e.InstrumentCode, e.From, e.TextVersion, e.Sources, e.Confidence))
                    .ToList(),
                contacts
                    .Where(m => m.PartnerId == p.Id)
                    .OrderBy(m => m.From)
                    .Select(m => new ListedContact(
                        m.Id,
                        m.Function,
                        m.Functions,
                        m.From,
                        m.Person.NamedInPublicSince == null ? null : m.Person.Name
                    ))
                    .ToList()
            ))
            .AsSingleQuery()
            .ToListAsync(cancellationToken);
    }

    /// <summary>The same in the order of files: by kind, protocol and English name.</summary>
    public static async Task<List<ListedPartner>> ReadInOrderAsync(
        this SecretariatDb db,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var kinds = await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Order, cancellationToken);
        return
        [
            .. (await db.ReadListedAsync(asOf, cancellationToken))
                .OrderBy(p => kinds[p.KindCode])
                .ThenBy(p => PartnerKind.PlaceIn(p.KindCode, p.ProtocolOrder) ?? int.MaxValue)
                .ThenBy(p => Fold.Plain(p.Name.In(Catalogue.English)), StringComparer.Ordinal),
        ];
    }

    /// <summary>The events and instruments that relations speak of, by code.</summary>
    public static async Task<Dictionary<string, RelationTarget>> ReadTargetsAsync(
        this SecretariatDb db,
        CancellationToken cancellationToken
    )
    {
        var events = await db
            .Events.AsNoTracking()
            .Select(e => new
            {
                e.Code,
                e.Title,
                e.Kind,
            })
            .ToListAsync(cancellationToken);
        var instruments = await db.Instruments.AsNoTracking().Select(i => new { i.Code, i.Title }).ToListAsync(cancellationToken);
        var targets = events.ToDictionary(e => e.Code, e => new RelationTarget(e.Title, e.Kind == "conference"));
        foreach (var instrument in instruments)
            targets[instrument.Code] = new RelationTarget(instrument.Title, false);
        return targets;
    }
}
