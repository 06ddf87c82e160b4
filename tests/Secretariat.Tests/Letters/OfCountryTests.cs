using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

public class OfCountryTests
{
    [Theory]
    [InlineData("en", "Estonia", "of Estonia")]
    [InlineData("en", "Netherlands", "of the Netherlands")]
    [InlineData("en", "United Kingdom", "of the United Kingdom")]
    [InlineData("fr", "Estonie", "de l’Estonie")]
    [InlineData("fr", "Hongrie", "de la Hongrie")]
    [InlineData("fr", "Danemark", "du Danemark")]
    [InlineData("fr", "Mexique", "du Mexique")]
    [InlineData("fr", "Royaume-Uni", "du Royaume-Uni")]
    [InlineData("fr", "Pays-Bas", "des Pays-Bas")]
    [InlineData("fr", "États-Unis", "des États-Unis")]
    [InlineData("fr", "Chypre", "de Chypre")]
    [InlineData("fr", "Israël", "d’Israël")]
    [InlineData("fr", "Haïti", "d’Haïti")]
    [InlineData("fr", "Yémen", "du Yémen")]
    [InlineData("fr", "Macédoine du Nord", "de la Macédoine du Nord")]
    [InlineData("de", "Estland", "Estlands")]
    [InlineData("de", "Niederlande", "der Niederlande")]
    [InlineData("de", "Slowakei", "der Slowakei")]
    [InlineData("de", "Vereinigtes Königreich", "des Vereinigten Königreichs")]
    [InlineData("de", "Honduras", "von Honduras")]
    [InlineData("de", "Bosnien und Herzegowina", "von Bosnien und Herzegowina")]
    [InlineData("mt", "Malta", "Malta")]
    public void A_country_has_the_article_and_case_of_its_language(string language, string name, string expected) =>
        Assert.Equal(expected, OfCountry.In(language, name));
}
