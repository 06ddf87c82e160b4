using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What a person may file a message under: letters, and partners that have no letter yet.</summary>
public sealed record FoundThreads(IReadOnlyList<LikelyThread> Threads, IReadOnlyList<(Guid Id, LocalizedText Name)> Partners);

/// <summary>Finds letters by partner, by reference, ours or theirs, or by Ares number.</summary>
public sealed class FindThreads(SecretariatDb db, IEnumerable<IHoldAresNumbers> others)
{
    private const int Most = 20;

    public async Task<FoundThreads> ByWordsAsync(string words, CancellationToken cancellationToken)
    {
        var (references, number) = (LetterReference.FindIn(words), words.Trim());
        var numbered = new List<Guid>();
        foreach (var other in others)
            numbered.AddRange(await other.ThreadsWithAsync(number, cancellationToken));
        var partners = await db
            .Partners.AsNoTracking()
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.Name,
            })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var folded = Fold.Of(words.Trim());
        var named = partners
            .Values.Where(p =>
                p.Code == folded || p.Name.Languages.Any(l => Fold.Of(p.Name.In(l)).Contains(folded, StringComparison.Ordinal))
            )
            .Select(p => partners[entries.KeptOf(p.Id)])
            .Distinct()
            .Take(Most)
            .ToList();

        var ids = named.ConvertAll(p => p.Id);
        var threads = await db
            .Threads.AsNoTracking()
            .Where(t =>
                (t.MergedIntoId == null && ids.Contains(t.PartnerId!.Value))
                || db.Threads.Any(r =>
                    (references.Contains(r.Reference!) || numbered.Contains(r.Id)) && (r.MergedIntoId ?? r.Id) == t.Id
                )
                || db.Messages.Any(m => m.ThreadId == t.Id && (m.TheirReference == number || m.AresNumber == number))
            )
            .OrderByDescending(t => t.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new FoundThreads(
            [
                .. threads.Select(t => new LikelyThread(
                    t.Id,
                    t.Reference,
                    t.Subject,
                    t.PartnerId is { } id ? partners[id].Name : null,
                    0,
                    []
                )),
            ],
            [.. named.Select(p => (p.Id, p.Name))]
        );
    }
}
