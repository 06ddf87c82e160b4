using Microsoft.AspNetCore.Mvc;
using Secretariat.Formats.Atom;
using Secretariat.Modules.Alliance;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.OpenData;

/// <summary>What is new on the public list, newest first: partners that came to stand on it, endorsements, contact points.</summary>
public sealed class FeedModel(SecretariatDb db, AllianceWords alliance, Settings settings, Text t, TimeProvider time)
    : PublicPage(time)
{
    private const int Most = 50;

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.Vary = "Accept-Language";
        var partners = await db.ReadListedAsync(AsOf, Cancelled);
        var targets = await db.ReadTargetsAsync(Cancelled);
        var news = partners
            .SelectMany(p => NewsOf(p, targets))
            .OrderByDescending(n => n.On)
            .ThenBy(n => n.Partner, StringComparer.Ordinal)
            .ThenBy(n => n.Id)
            .Take(Most)
            .ToList();
        var (language, page) = (t.Language.Code, $"{settings.BaseUrl}/{t.Language.Code}/partners");
        var feed = new AtomFeed(
            $"{settings.BaseUrl}/feed.atom",
            t.Of("{0}: partners", alliance.Name.In(language)),
            alliance.Secretariat.In(language),
            language,
            $"{settings.BaseUrl}/feed.atom?lang={language}",
            page,
            news.Count > 0 ? At(news[0].On) : At(AsOf.Day),
            news.ConvertAll(n => new AtomEntry(
                $"urn:uuid:{n.Id}",
                $"{n.Partner}: {n.What}",
                n.What,
                $"{page}#{n.Kind}",
                At(n.On)
            ))
        );
        return File(AtomWriter.Write(feed), $"{AtomWriter.MediaType}; charset=utf-8");
    }

    /// <summary>Membership of the European Union is no news: its date is that of a check.</summary>
    private IEnumerable<News> NewsOf(ListedPartner partner, Dictionary<string, RelationTarget> targets)
    {
        News Of(Guid id, DateOnly on, string what) => new(id, on, partner.KindCode, partner.Name.In(t.Language.Code), what);
        foreach (var relation in partner.Relations.Where(r => r.Kind is not Partners.RelationKind.Member))
            yield return Of(
                relation.Id,
                relation.On,
                RelationWords.Of(relation, targets.GetValueOrDefault(relation.Of ?? ""), t)
            );
        foreach (var endorsement in partner.Endorsed)
            yield return Of(
                endorsement.Id,
                endorsement.From,
                RelationWords.Of(endorsement, targets[endorsement.InstrumentCode], t)
            );
        foreach (var contact in partner.Contacts)
            yield return Of(contact.Id, contact.From, t.Of("contact point confirmed: {0}", WordsFor(contact)));
    }

    private string WordsFor(ListedContact contact) =>
        string.Join(
            ", ",
            new[] { contact.Name, contact.InWords.In(t.Language.Code) }.Where(words => !string.IsNullOrEmpty(words))
        );

    private static DateTimeOffset At(DateOnly day) => Clock.InstantOf(day.ToDateTime(TimeOnly.MinValue));

    private sealed record News(Guid Id, DateOnly On, string Kind, string Partner, string What);
}
