using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.OpenData;

/// <summary>Something new on the public list.</summary>
/// <param name="Id">The key of the fact.</param>
/// <param name="Kind">Of the partner.</param>
/// <param name="Partner">By name.</param>
/// <param name="What">In words, with its date.</param>
public sealed record News(Guid Id, DateOnly On, string Kind, string Partner, string What);

/// <summary>
/// What is new on the public list: who came to stand on it, endorsements, contact points by their function. No names: what others have
/// taken in cannot be taken back from them.
/// </summary>
public sealed class PartnerNews(SecretariatDb db) : INews
{
    public async Task<NewsSection> ReadAsync(DateOnly since, AsOf until, Text t, CancellationToken cancellationToken)
    {
        var news = await ReadAsync(db, until, t, cancellationToken);
        return new(
            t.Of("Partners, since {0}", since),
            [.. news.TakeWhile(n => n.On >= since).Select(n => $"{n.Partner}: {n.What}")]
        );
    }

    /// <summary>All of it, the newest first.</summary>
    public static async Task<IReadOnlyList<News>> ReadAsync(
        SecretariatDb db,
        AsOf asOf,
        Text t,
        CancellationToken cancellationToken
    )
    {
        var partners = await db.ReadListedAsync(asOf, cancellationToken);
        var targets = await db.ReadTargetsAsync(cancellationToken);
        return
        [
            .. partners
                .SelectMany(p => Of(p, targets, t))
                .OrderByDescending(n => n.On)
                .ThenBy(n => n.Partner, StringComparer.Ordinal)
                .ThenBy(n => n.Id),
        ];
    }

    /// <summary>Membership of the European Union is no news: its date is that of a check.</summary>
    private static IEnumerable<News> Of(ListedPartner partner, Dictionary<string, RelationTarget> targets, Text t)
    {
        foreach (var relation in partner.Relations.Where(r => r.Kind is not RelationKind.Member))
            yield return New(
                relation.Id,
                relation.On,
                RelationWords.Of(relation, targets.GetValueOrDefault(relation.Of ?? ""), t)
            );
        foreach (var endorsement in partner.Endorsed)
            yield return New(
                endorsement.Id,
                endorsement.From,
                RelationWords.Of(endorsement, targets[endorsement.InstrumentCode], t)
            );
        foreach (var contact in partner.Contacts)
            yield return New(
                contact.Id,
                contact.From,
                t.Of("contact point confirmed: {0}, since {1}", contact.InWords.In(t.Language.Code), contact.From)
            );

        News New(Guid id, DateOnly on, string what) => new(id, on, partner.KindCode, partner.Name.In(t.Language.Code), what);
    }
}
