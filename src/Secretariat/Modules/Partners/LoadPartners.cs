using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary><c>kinds.json</c> and <c>partners.json</c>.</summary>
public sealed class LoadPartners : ILoad
{
    private sealed record KindRecord(string Code, int Order, LocalizedText Name, LocalizedText Heading);

    private sealed record OwnName(string Lang, string Short, string? Official);

    private sealed record RelationRecord(string Kind, string? Of, string Date, List<string> Source, string Confidence);

    private sealed record PartnerRecord(
        string Code,
        string Kind,
        string? EuCode,
        string? IsoAlpha2,
        string? IsoAlpha3,
        int? ProtocolOrder,
        LocalizedText Name,
        LocalizedText? OfficialName,
        string? ProtocolName,
        LocalizedText? ShortName,
        List<OwnName>? OwnNames,
        List<RelationRecord> Relations,
        bool Listed,
        LocalizedText? UnlistedReason
    );

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        db.AddRange(folder.Read<KindRecord>("kinds.json").Select(Kind));
        db.AddRange(folder.Read<PartnerRecord>("partners.json").Select(Partner));
    }

    private static PartnerKind Kind(KindRecord r) =>
        new()
        {
            Code = r.Code,
            Order = r.Order,
            Name = r.Name,
            Heading = r.Heading,
        };

    private static Partner Partner(PartnerRecord r)
    {
        var partner = new Partner
        {
            Code = r.Code,
            KindCode = r.Kind,
            EuCode = r.EuCode,
            IsoAlpha2 = r.IsoAlpha2,
            IsoAlpha3 = r.IsoAlpha3,
            ProtocolOrder = r.Kind == PartnerKind.MemberState ? r.ProtocolOrder : null,
            Name = r.Name,
            OfficialName = r.OfficialName,
            OwnName = r.ProtocolName,
            ShortName = r.ShortName,
            IsListed = r.Listed,
            WhyUnlisted = r.UnlistedReason,
        };
        partner.Relations.AddRange(r.Relations.Select(relation => Relation(partner.Id, relation)));
        return partner;
    }

    private static PartnerRelation Relation(Guid partnerId, RelationRecord r)
    {
        var (on, isMonthOnly) = PartialDate.Read(r.Date);
        return new PartnerRelation
        {
            PartnerId = partnerId,
            Kind = Enum.Parse<RelationKind>(r.Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Of = r.Of,
            On = on,
            IsMonthOnly = isMonthOnly,
            Sources = r.Source,
            Confidence = r.Confidence,
        };
    }
}
