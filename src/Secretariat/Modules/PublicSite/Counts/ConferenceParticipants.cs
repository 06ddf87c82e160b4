using Secretariat.Modules.Events;
using Secretariat.Modules.Figures;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite.Counts;

/// <summary>Who was at one conference of the Alliance, by kind of partner.</summary>
public sealed class ConferenceParticipants(string conference, LocalizedText heldOn) : ICount
{
    public string Title(Text t) => t.Of("Participants in the conference of {0}", heldOn.In(t.Language.Code));

    public string Definition(Text t) =>
        t.Of("Listed partners that a source names as having taken part; those that convened the conference are not counted.");

    public string WhyNone(Text t) => t.Of("The sources name no participant.");

    public Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var day = asOf.Day;
        var participants = db.ListedPartners(asOf)
            .Where(p => p.Relations.Any(r => r.Kind == RelationKind.TookPart && r.Of == conference && r.On <= day));
        return db.ByKindAsync(participants, asOf, cancellationToken);
    }

    public bool IsBeside(QuotedCount quoted) => quoted.Scope == conference;
}
