using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Commitments;

/// <summary>Moves the commitments of an entry that is merged into another.</summary>
public sealed class MoveCommitments(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken) =>
        fact.Moving.TakeAllAsync(
            Text.Key("Commitments"),
            db.Commitments.Where(c => c.PartnerId == fact.Moving.GoneId),
            cancellationToken
        );

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<Commitment>(cancellationToken);
}
