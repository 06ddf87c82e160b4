using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>The Ares numbers of letters, and those that partners gave them.</summary>
public sealed class HoldLetterNumbers(SecretariatDb db) : IHoldAresNumbers
{
    public Task<bool> HoldsAsync(string number, CancellationToken cancellationToken) =>
        db.Letters.AnyAsync(l => l.AresNumber == number, cancellationToken);

    public async Task<IReadOnlyList<Guid>> ThreadsWithAsync(string number, CancellationToken cancellationToken) =>
        await db
            .Letters.Where(l => l.ThreadId != null && (l.AresNumber == number || l.TheirReference == number))
            .Select(l => l.ThreadId!.Value)
            .ToListAsync(cancellationToken);
}
