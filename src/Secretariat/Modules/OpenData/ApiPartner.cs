using System.ComponentModel;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.OpenData;

[Description("The public list as of a day, by kind, within it in protocol order, else by English name.")]
public sealed record ApiPartners(
    [property: Description("The day as of which the record was read.")] DateOnly AsOf,
    IReadOnlyList<ApiPartner> Partners
);

/// <summary>What the interface tells of a partner: what the page and the files tell, by codes instead of sentences.</summary>
[Description("A partner on the public list.")]
public sealed record ApiPartner(
    [property: Description("Stable; such as ms-ee.")] string Code,
    [property: Description("Code of the kind of partner, such as eu-member-state.")] string Kind,
    [property: Description("Place in the protocol of the European Union; null for kinds that have none.")] int? ProtocolOrder,
    LocalizedText Name,
    LocalizedText? ShortName,
    [property: Description("The official footnote to the name.")] LocalizedText? Footnote,
    [property: Description("What lists the partner: part in the Alliance's own events, membership of the European Union.")]
        IReadOnlyList<ApiRelation> Relations,
    [property: Description("The endorsements that stand on that day; never who signed.")]
        IReadOnlyList<ApiEndorsement> Endorsements,
    [property: Description("The contact points on that day, by function; by name only who agreed to it.")]
        IReadOnlyList<ApiContactPoint> ContactPoints
)
{
    internal const string Confidences =
        "How sure it is: confirmed (read at the source), second-hand, inferred, background or unknown.";

    public static ApiPartner Of(ListedPartner partner) =>
        new(
            partner.Code,
            partner.KindCode,
            PartnerKind.PlaceIn(partner.KindCode, partner.ProtocolOrder),
            partner.Name,
            partner.ShortName,
            partner.Footnote,
            [.. partner.Relations.Select(r => new ApiRelation(r.Kind, r.Of, r.On, r.IsMonthOnly, r.Sources, r.Confidence))],
            [
                .. partner.Endorsed.Select(e => new ApiEndorsement(
                    e.InstrumentCode,
                    e.TextVersion,
                    e.From,
                    e.Sources,
                    e.Confidence
                )),
            ],
            [.. partner.Contacts.Select(c => new ApiContactPoint(c.InWords, c.From, c.Name))]
        );
}

public sealed record ApiRelation(
    RelationKind Kind,
    [property: Description("Code of the event; null for membership of the European Union.")] string? Of,
    [property: Description("The day; the first of the month where only that is known; for membership, of its last check.")]
        DateOnly On,
    bool IsMonthOnly,
    IReadOnlyList<string> Sources,
    [property: Description(ApiPartner.Confidences)] string Confidence
);

public sealed record ApiEndorsement(
    [property: Description("Code of the instrument.")] string Instrument,
    int? TextVersion,
    DateOnly Since,
    IReadOnlyList<string> Sources,
    [property: Description(ApiPartner.Confidences)] string Confidence
);

public sealed record ApiContactPoint(
    LocalizedText Function,
    DateOnly Since,
    [property: Description("Null where the person has not agreed to be named in public.")] string? Name
);
