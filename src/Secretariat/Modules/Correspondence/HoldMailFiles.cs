using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Correspondence;

/// <summary>The raw bytes of every message received, and what goes out with those sent.</summary>
public sealed class HoldMailFiles(SecretariatDb db) : IHoldFiles
{
    public async IAsyncEnumerable<HeldFile> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var received = db
            .Messages.Where(m => m.RawSha256 != null)
            .OrderBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.ReceivedAt,
                m.RawSha256,
            });
        await foreach (var m in received.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new HeldFile(m.RawSha256!, $"message {m.Id} received on {m.ReceivedAt:yyyy-MM-dd}");
        await foreach (
            var m in db.Outbox.AsNoTracking().OrderBy(m => m.Id).AsAsyncEnumerable().WithCancellation(cancellationToken)
        )
        {
            foreach (var file in m.Files)
                yield return new HeldFile(file.Sha256, $"outgoing message {m.Id} to {m.ToAddress}, {file.Name}");
        }
    }
}
