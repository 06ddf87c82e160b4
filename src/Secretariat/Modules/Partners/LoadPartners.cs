using System.Text.Json.Serialization;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary><c>kinds.json</c> and <c>partners.json</c>.</summary>
public sealed class LoadPartners : ILoad
{
    private sealed record LanguageRecord(string Code);

    private sealed record KindRecord(
        string Code,
        int Order,
        LocalizedText Name,
        LocalizedText Heading,
        [property: JsonRequired] bool Country,
        List<StepRecord>? Onboarding
    );

    private sealed record StepRecord(string Code, LocalizedText Name);

    private sealed record OwnName(string Lang, string Short, string? Official);

    private sealed record RelationRecord(string Kind, string? Of, string Date, List<string> Source, string Confidence);

    private sealed record EndorsementRecord(
        string Instrument,
        EndorsementStatus Status,
        DateOnly Date,
        int? Version,
        EndorsementMode Mode,
        List<string> Source,
        string Confidence
    );

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
        LocalizedText? Footnote,
        List<OwnName>? OwnNames,
        List<RelationRecord> Relations,
        List<EndorsementRecord>? Endorsements,
        bool Listed,
        LocalizedText? UnlistedReason
    );

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        var kinds = folder.Read<KindRecord>("kinds.json");
        var languages = folder.Read<LanguageRecord>("languages.json").Select(l => l.Code).ToList();
        var partners = folder.Read<PartnerRecord>("partners.json");
        var footnotes = new OfficialFootnotes(folder);
        db.AddRange(kinds.Select(Kind));
        db.AddRange(kinds.SelectMany(Steps));
        foreach (var record in partners)
        {
            var partner = Partner(record, languages);
            footnotes.Complete(partner);
            db.Add(partner);
            Endorse(partner.Id, record, db);
        }
    }

    private static PartnerKind Kind(KindRecord r) =>
        new()
        {
            Code = r.Code,
            Order = r.Order,
            Name = r.Name,
            Heading = r.Heading,
            IsCountry = r.Country,
        };

    private static IEnumerable<OnboardingStep> Steps(KindRecord r) =>
        (r.Onboarding ?? []).Select(
            (step, place) =>
                new OnboardingStep
                {
                    KindCode = r.Code,
                    Code = step.Code,
                    Order = place + 1,
                    Name = step.Name,
                }
        );

    private static void Endorse(Guid partnerId, PartnerRecord r, SecretariatDb db)
    {
        foreach (var group in (r.Endorsements ?? []).GroupBy(e => e.Instrument, StringComparer.Ordinal))
        {
            var instrument = db.Instruments.Local.Single(i => i.Code == group.Key);
            var history = new List<Endorsement>();
            foreach (var record in group.OrderBy(e => e.Date))
            {
                var said = Endorsement(partnerId, record);
                new EndorsementHistory(instrument, history).Enter(said);
                history.Add(said);
            }

            db.AddRange(history);
        }
    }

    private static Endorsement Endorsement(Guid partnerId, EndorsementRecord r) =>
        new()
        {
            PartnerId = partnerId,
            InstrumentCode = r.Instrument,
            TextVersion = r.Version,
            Status = r.Status,
            Mode = r.Mode,
            From = r.Date,
            Sources = r.Source,
            Confidence = r.Confidence,
        };

    private static Partner Partner(PartnerRecord r, IReadOnlyList<string> languages)
    {
        var partner = new Partner
        {
            Code = r.Code,
            KindCode = r.Kind,
            EuCode = r.EuCode,
            IsoAlpha2 = r.IsoAlpha2,
            IsoAlpha3 = r.IsoAlpha3,
            ProtocolOrder = r.Kind == PartnerKind.MemberState ? r.ProtocolOrder : null,
            Name = r.IsoAlpha2 is { } country ? CountryNames.Complete(r.Name, country, languages) : r.Name,
            OfficialName = r.OfficialName,
            OwnName = r.ProtocolName,
            ShortName = r.ShortName,
            Footnote = r.Footnote,
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
