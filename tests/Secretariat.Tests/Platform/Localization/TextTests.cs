using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Platform.Localization;

public sealed class TextTests
{
    private static readonly Catalogue Catalogue = new();
    private static readonly DateOnly Conference = new(2023, 11, 28);

    [Fact]
    public void Dates_and_numbers_are_written_as_the_language_does()
    {
        var (english, french) = (Catalogue.For("en"), Catalogue.For("fr"));
        Assert.Equal(("28 November 2023", "28 novembre 2023"), (english.Date(Conference), french.Date(Conference)));
        Assert.Equal(("1\u00A0234\u00A0567.5", "1\u00A0234\u00A0567,5"), (english.Number(1234567.5m), french.Number(1234567.5m)));
        Assert.Equal("7\u00A0012 partenaires sur 28 novembre 2023", french.Of("{0} of {1} partners", 7012, Conference));
    }

    [Fact]
    public void The_first_of_a_month_is_an_ordinal_in_French_and_no_other_day_is()
    {
        var (english, french) = (Catalogue.For("en"), Catalogue.For("fr"));
        var first = new DateOnly(2025, 10, 1);
        Assert.Equal(("1 October 2025", "1er octobre 2025"), (english.Date(first), french.Date(first)));
        Assert.Equal("depuis le 1er octobre 2025", french.Of("since {0}", first));
        Assert.Equal("11 octobre 2025", french.Date(first.AddDays(10)));
    }

    [Fact]
    public void Values_are_encoded_in_markup_and_markup_stays()
    {
        var sentence = Catalogue.For("en")["{0} of {1} partners", "<b>", new HtmlString("<em>9</em>")];
        using var written = new StringWriter();
        sentence.WriteTo(written, HtmlEncoder.Default);
        Assert.Equal("&lt;b&gt; of <em>9</em> partners", written.ToString());
    }

    [Fact]
    public void A_sentence_without_translation_is_said_in_English() =>
        Assert.Equal("Not yet translated", Catalogue.For("fr").Of("Not yet translated"));

    [Fact]
    public void A_language_that_is_not_spoken_falls_back_to_English() => Assert.Equal("en", Catalogue.For("xx").Language.Code);

    [Fact]
    public void Content_is_given_in_the_language_asked_for_or_says_which_one_it_is_in()
    {
        var text = LocalizedText.InEnglish("Prevention").With("fr", "Prévention");
        Assert.Equal(("Prévention", "fr"), text.Get("fr"));
        Assert.Equal(("Prevention", "en"), text.Get("el"));
        var dutch = new LocalizedText([new("nl", "Preventie")]);
        Assert.Equal(("Preventie", "nl"), dutch.Get("fr"));
        Assert.Equal(("", "fr"), new LocalizedText([]).Get("fr"));
    }

    [Fact]
    public void Content_survives_being_stored()
    {
        var text = LocalizedText.InEnglish("Prevention").With("fr", "Prévention");
        Assert.Equal(text, LocalizedText.FromJson(text.ToJson()));
        Assert.Equal(text, JsonSerializer.Deserialize<LocalizedText>(JsonSerializer.Serialize(text)));
        Assert.NotEqual(text, text.With("fr", "Autre"));
    }
}
