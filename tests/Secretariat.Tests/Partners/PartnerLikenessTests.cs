using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Partners;

/// <summary>How likely two entries are one partner.</summary>
public sealed class PartnerLikenessTests
{
    [Theory]
    [InlineData("Ministry of the Interior", "MT", "gov.example", "Ministère de l’Intérieur", "MT", "gov.example", true)]
    [InlineData("Sample Agency for Borders", "MT", null, "SAMPLE AGENCY FOR BORDERS", "MT", null, true)]
    [InlineData("Министерство на вътрешните работи", "BG", null, "Ministerstvo na vatreshnite raboti", "BG", null, true)]
    [InlineData("Ministry of the Interior", "CZ", null, "Ministry of the Interior", "SK", null, false)]
    [InlineData("Ministry of the Interior", null, "mv.cz", "Ministry of the Interior", null, "minv.sk", false)]
    [InlineData("Ministry of the Interior", "MT", "gov.example", "Ministry of Finance", "MT", "gov.example", false)]
    public void Partners_are_told_by_names_states_and_domains(
        string one,
        string? code,
        string? domain,
        string other,
        string? otherCode,
        string? otherDomain,
        bool likely
    )
    {
        var likeness = Likeness.Of(Partner(1, one, code, domain), Partner(2, other, otherCode, otherDomain));
        var back = Likeness.Of(Partner(2, other, otherCode, otherDomain), Partner(1, one, code, domain));
        Assert.True(likely == likeness.IsLikely, Said(likeness));
        Assert.Equal(likeness.Score, back.Score);
    }

    [Fact]
    public void An_abbreviation_is_known_by_the_words_it_stands_for()
    {
        var likeness = Likeness.Of(
            Partner(1, "Sample Office on Borders Abroad", null, "soba.example"),
            Partner(2, "SOBA", null, "soba.example")
        );
        Assert.Equal(
            ["“SOBA” is the abbreviation of “Sample Office on Borders Abroad”.", "Both write from soba.example."],
            likeness.Evidence.Select(e => e.Reason.ToString())
        );
        Assert.True(likeness.IsLikely, Said(likeness));
    }

    [Theory]
    [InlineData("Bordex", "Bordex")]
    [InlineData("Border Watch", "Border Watch")]
    public void What_one_is_called_for_short_may_be_the_name_of_the_other(string shortName, string name)
    {
        var agency = Partner(1, "Sample Agency for the Guarding of Borders", null, null) with
        {
            ShortName = LocalizedText.InEnglish(shortName),
        };
        var other = Partner(2, name, null, null);

        var likeness = Likeness.Of(agency, other);
        Assert.Equal($"The names are the same: “{name}”.", likeness.Evidence.Single().Reason.ToString());
        Assert.Single(Pairs.Among([agency, other], cancellationToken: TestContext.Current.CancellationToken).Pairs);
        Assert.Equal(likeness.Score, Likeness.Of(other, agency).Score);
    }

    [Theory]
    [InlineData("Sampleland", "Republic of Sampleland", 0.60)]
    [InlineData("Sampleland", "Kingdom Sampleland", 0.60)]
    [InlineData("Tattle Inc.", "Tattle SA", 0.65)]
    [InlineData("Tattle GmbH", "Tattle Ltd", 0.65)]
    public void What_is_called_the_same_but_for_its_form_is_perhaps_one_and_found(string one, string other, double score)
    {
        var (first, second) = (Partner(1, one, "XS", null), Partner(2, other, null, null));

        var likeness = Likeness.Of(first, second);
        Assert.Equal(score, likeness.Score);
        Assert.True(likeness is { IsPerhaps: true, IsLikely: false }, Said(likeness));
        Assert.Single(Pairs.Among([first, second], Likeness.Possible, TestContext.Current.CancellationToken).Pairs);
    }

    [Theory]
    [InlineData("Republic of Sampleland", "SX", "Democratic Republic of Sampleland", "SY")]
    [InlineData("Kingdom", null, "Republic", null)]
    [InlineData("Sample Republic", null, "Other Republic", null)]
    [InlineData("Harbour Watch", null, "Harbour Watch Office", null)]
    public void Other_words_make_another_partner(string one, string? code, string other, string? otherCode)
    {
        var likeness = Likeness.Of(Partner(1, one, code, null), Partner(2, other, otherCode, null));
        Assert.False(likeness.IsLikely || likeness.IsPerhaps, Said(likeness));
    }

    [Fact]
    public void Ministries_of_one_name_in_two_countries_are_not_even_perhaps_one()
    {
        var likeness = Likeness.Of(
            Partner(1, "Ministry of the Interior", null, "mv.cz"),
            Partner(2, "Ministry of the Interior", null, "minv.sk")
        );
        Assert.False(likeness.IsPerhaps, Said(likeness));
    }

    private static PartnerEntry Partner(int id, string name, string? code, string? domain)
    {
        var language = name.StartsWith("Ministère", StringComparison.Ordinal) ? "fr" : "en";
        return new(
            Id(id),
            "ministry",
            new LocalizedText([new(language, name)]),
            Code: code,
            Domains: domain is null ? [] : [domain]
        );
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static string Said(Likeness likeness) =>
        $"{likeness.Score}: {string.Join(' ', likeness.Evidence.Select(e => $"{e.Points} {e.Reason}"))}";
}
