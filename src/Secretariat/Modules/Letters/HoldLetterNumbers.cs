using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>The Ares numbers of letters.</summary>
public sealed class HoldLetterNumbers(SecretariatDb db) : IHoldAresNumbers
{
    public Task<bool> HoldsAsync(string number, CancellationToken cancellationToken) =>
        db.Letters.AnyAsync(l => l.AresNumber == number, cancellationToken);
}
