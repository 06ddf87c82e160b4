using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Takes messages from files into the record exactly as if they had arrived. Doing it twice changes nothing.</summary>
public sealed class ImportMail(SecretariatDb db, TakeIn takeIn)
{
    /// <returns>How many were new.</returns>
    public async Task<int> RunAsync(IEnumerable<MailFiles.Found> found, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var (source, item) in found)
        {
            if (await PlaceAsync($"import:{source}", item, cancellationToken) is not { } uid)
                continue;
            await takeIn.RunAsync($"import:{source}", 0, item with { Uid = uid }, cancellationToken);
            taken++;
        }

        return taken;
    }

    /// <summary>The UID to keep it under; null when it is there already. Another message in the same place takes its hash along.</summary>
    private async Task<string?> PlaceAsync(string mailbox, MailboxItem item, CancellationToken cancellationToken)
    {
        var sha256 = item.Bytes is null ? null : Convert.ToHexStringLower(SHA256.HashData(item.Bytes));
        string[] places = [item.Uid, $"{item.Uid}-{sha256?[..12] ?? "too-large"}"];
        var held = await (
            from entry in db.Ledger
            where entry.Mailbox == mailbox && entry.UidValidity == 0 && places.Contains(entry.Uid)
            join message in db.Messages on entry.MessageId equals message.Id
            select new { entry.Uid, message.RawSha256 }
        ).ToListAsync(cancellationToken);
        if (held.Exists(h => h.RawSha256 == sha256))
            return null;
        return places.First(place => !held.Exists(h => h.Uid == place));
    }
}
