using Microsoft.AspNetCore.Mvc;
using Secretariat.Formats.Atom;
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
        var news = (await PartnerNews.ReadAsync(db, AsOf, t, Cancelled)).Take(Most).ToList();
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

    private static DateTimeOffset At(DateOnly day) => Clock.InstantOf(day.ToDateTime(TimeOnly.MinValue));
}
