using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.After;

/// <summary>Moves the actions of an entry that is merged into another.</summary>
public sealed class MoveConclusions(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken) =>
        fact.Moving.TakeAllAsync(
            Text.Key("Actions"),
            db.Conclusions.Where(c => c.PartnerId == fact.Moving.GoneId),
            cancellationToken
        );

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<Conclusion>(cancellationToken);
}
