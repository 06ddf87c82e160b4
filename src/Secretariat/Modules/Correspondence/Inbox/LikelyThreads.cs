using Microsoft.EntityFrameworkCore;
using Secretariat.Formats;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A letter that a message may answer, and what speaks for it.</summary>
public sealed record LikelyThread(
    Guid Id,
    string? Reference,
    string Subject,
    LocalizedText? Partner,
    int Score,
    IReadOnlyList<string> Reasons
);

/// <summary>Weighs which letters a message without a sign may answer. It only offers; a person files.</summary>
public sealed class LikelyThreads(SecretariatDb db)
{
    private const int Shown = 5;
    private const int Recent = 200;
    private const int ShortestName = 4;

    public async Task<IReadOnlyList<LikelyThread>> ForAsync(
        Message message,
        MimeMessage mail,
        CancellationToken cancellationToken
    )
    {
        var text = WellFormed.Cut($"{mail.Subject}\n{mail.TextBody}", Clerk.MaxLength);
        var references = LetterReference.FindIn(text);
        var partners = await db.Partners.AsNoTracking().Include(p => p.Domains).ToListAsync(cancellationToken);
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var domain = message.FromAddress?.Split('@')[^1] ?? "";
        var byDomain = partners
            .Where(p => p.MergedIntoId is null && p.Domains.Exists(d => PartnerDomain.Matches(domain, d.Domain)))
            .Select(p => p.Id)
            .ToHashSet();
        var words = $" {Words(text)} ";
        var byName = partners
            .Where(p => NamesOf(p).Any(n => words.Contains($" {n} ", StringComparison.Ordinal)))
            .Select(p => entries.KeptOf(p.Id))
            .ToHashSet();

        var threads = await CandidatesAsync(references, [.. byDomain.Union(byName)], cancellationToken);
        var names = partners.ToDictionary(p => p.Id, p => p.Name);
        return
        [
            .. threads
                .Select(Weigh)
                .Where(t => t.Score > 0)
                .OrderByDescending(t => t.Score)
                .ThenByDescending(t => t.Id)
                .Take(Shown),
        ];

        LikelyThread Weigh(Thread thread)
        {
            var (score, reasons) = (0, new List<string>());
            Count(thread.Reference is { } r && references.Contains(r), 50, Text.Key("its reference is mentioned"));
            Count(
                thread.PartnerId is { } p && byDomain.Contains(p),
                30,
                Text.Key("the sender’s domain is registered for the partner")
            );
            Count(thread.PartnerId is { } q && byName.Contains(q), 15, Text.Key("the partner’s name is mentioned"));
            Count(AreAlike(thread.Subject, mail.Subject), 10, Text.Key("the subjects are alike"));
            var partner = thread.PartnerId is { } id ? names.GetValueOrDefault(id) : null;
            return new LikelyThread(thread.Id, thread.Reference, thread.Subject, partner, score, reasons);

            void Count(bool holds, int weight, string reason)
            {
                if (!holds)
                    return;
                score += weight;
                reasons.Add(reason);
            }
        }
    }

    private async Task<List<Thread>> CandidatesAsync(
        IReadOnlyList<string> references,
        List<Guid> partnerIds,
        CancellationToken cancellationToken
    )
    {
        var pointedAt = await db
            .Threads.AsNoTracking()
            .Where(t => t.MergedIntoId == null && (references.Contains(t.Reference!) || partnerIds.Contains(t.PartnerId!.Value)))
            .OrderByDescending(t => t.Id)
            .Take(Recent)
            .ToListAsync(cancellationToken);
        var recent = await db
            .Threads.AsNoTracking()
            .Where(t => t.MergedIntoId == null)
            .OrderByDescending(t => t.Id)
            .Take(Recent)
            .ToListAsync(cancellationToken);
        return [.. pointedAt.Concat(recent).DistinctBy(t => t.Id)];
    }

    private static IEnumerable<string> NamesOf(Partner partner) =>
        new[] { partner.Name, partner.OfficialName, partner.ShortName }
            .OfType<LocalizedText>()
            .SelectMany(name => name.Languages.Select(name.In))
            .Append(partner.OwnName ?? "")
            .Select(Words)
            .Where(name => name.Length >= ShortestName);

    /// <summary>Half of the words of both subjects are the same.</summary>
    private static bool AreAlike(string ours, string theirs)
    {
        var (a, b) = (WordsOf(BaseSubject.Of(ours).Text), WordsOf(BaseSubject.Of(theirs).Text));
        return a.Count > 0 && b.Count > 0 && 2 * a.Intersect(b).Count() >= a.Union(b).Count();
    }

    private static HashSet<string> WordsOf(string subject) => [.. Words(subject).Split(' ').Where(word => word.Length > 2)];

    private static string Words(string text) =>
        string.Join(
            ' ',
            new string([.. Fold.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}
