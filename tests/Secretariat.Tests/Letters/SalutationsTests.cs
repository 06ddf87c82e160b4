using System.Text;
using System.Text.Json;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Letters;

public class SalutationsTests
{
    private static readonly TemplateData Minister = new()
    {
        ["addressee"] = new TemplateData
        {
            ["name"] = "Ilse Maranova",
            ["family"] = "Maranova",
            ["function"] = "Minister of the Interior",
            ["organisation"] = "Ministry of the Interior",
            ["country"] = "Aldoria",
        },
    };

    private readonly Salutations table = FollowUp.Salutations;

    [Fact]
    public void The_rule_for_the_partner_kind_comes_before_the_one_for_any()
    {
        Assert.Equal("minister-en-eu-member-state", table.Find("minister", "en", ["eu-member-state"])?.Id);
        Assert.Equal("minister-en-partner-country", table.Find("minister", "en", ["partner-country"])?.Id);
        Assert.Equal("minister-fr-any", table.Find("minister", "fr", ["eu-member-state"])?.Id);
    }

    [Fact]
    public void The_rule_for_the_country_comes_before_the_one_for_its_kind()
    {
        var other = table.Rules.Single(rule => rule.Id == "minister-en-eu-member-state") with { Id = "mine", Scope = "AT" };
        var with = new Salutations([.. table.Rules, other]);

        Assert.Equal("mine", with.Find("minister", "en", ["AT", "eu-member-state"])?.Id);
        Assert.Equal("minister-en-eu-member-state", with.Find("minister", "en", ["EE", "eu-member-state"])?.Id);
        Assert.Equal("minister-de-any", with.Find("minister", "de", ["EE", "eu-member-state"])?.Id);
    }

    [Theory]
    [InlineData("AT", AddressForm.Female, "Sehr geehrte Frau Bundesministerin,")]
    [InlineData("DE", AddressForm.Male, "Sehr geehrter Herr Bundesminister,")]
    [InlineData("LU", AddressForm.Male, "Sehr geehrter Herr Minister,")]
    public void Ministers_of_a_federal_government_are_addressed_as_such(string country, AddressForm form, string expected) =>
        Assert.Equal(expected, table.For("minister", "de", [country, "eu-member-state"], form, Minister).Salutation);

    [Fact]
    public void The_words_are_filled_and_the_close_repeats_the_salutation_without_its_comma()
    {
        var words = table.For("minister", "fr", ["eu-member-state"], AddressForm.Female, Minister);

        Assert.Equal("Madame la Ministre,", words.Salutation);
        Assert.Equal("Ilse Maranova, Minister of the Interior, Aldoria", words.AddressLine);
        Assert.Equal("Veuillez agréer, Madame la Ministre, l’expression de ma très haute considération.", words.Close);
        Assert.Empty(words.Problems);
    }

    [Theory]
    [InlineData(AddressForm.Male, "Sehr geehrter Herr Minister,")]
    [InlineData(AddressForm.Female, "Sehr geehrte Frau Ministerin,")]
    [InlineData(AddressForm.Unknown, "Sehr geehrte Frau Ministerin, sehr geehrter Herr Minister,")]
    public void The_form_is_the_recorded_one(AddressForm form, string expected) =>
        Assert.Equal(expected, table.For("minister", "de", ["partner-country"], form, Minister).Salutation);

    [Theory]
    [InlineData("archduke", "en", "does not know the rank “archduke”")]
    [InlineData("minister", "mt", "no form for the rank “minister” in “mt”; it has en, fr, de.")]
    [InlineData("minister", "en", "that fits the partner kind “online-platform”")]
    public void What_the_table_lacks_is_said_in_a_sentence(string rank, string language, string expected)
    {
        var words = table.For(rank, language, ["online-platform"], AddressForm.Unknown, Minister);

        Assert.Null(words.Salutation);
        Assert.Contains(expected, Assert.Single(words.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AddressForm.Male, "Dear Mr Maranova,")]
    [InlineData(AddressForm.Female, "Dear Ms Maranova,")]
    [InlineData(AddressForm.Unknown, "Dear Member,")]
    public void A_member_of_parliament_is_addressed_by_the_recorded_form_alone(AddressForm form, string expected)
    {
        var words = table.For("member-of-parliament", "en", ["any"], form, Minister);

        Assert.Empty(words.Problems);
        Assert.Equal(expected, words.Salutation);
    }

    [Fact]
    public void A_form_that_needs_what_is_not_recorded_names_it()
    {
        TemplateData nameOnly = new() { ["addressee.name"] = "A. Person", ["addressee.function"] = "Adviser" };

        var words = table.For("official", "en", ["any"], AddressForm.Female, nameOnly);

        Assert.Equal(
            [
                "The form of address “official-en-any” needs addressee.family, which is not recorded.",
                "The form of address “official-en-any” needs addressee.organisation, which is not recorded.",
            ],
            words.Problems.Select(p => p.ToString())
        );
    }

    [Fact]
    public void A_mistake_in_a_form_is_said_and_nothing_is_written()
    {
        var rule = table.Rules[0] with { Id = "mine", Close = "Yours, {sender.nme}" };

        var words = new Salutations([rule]).For(rule.Rank, rule.Language, ["any"], AddressForm.Male, Minister);

        Assert.Null(words.Salutation);
        Assert.Equal(
            "The form of address “mine” cannot be used. Line 1, column 8: “sender.nme” is not a known field. Did you mean “sender.name”?",
            Assert.Single(words.Problems).ToString()
        );
    }

    [Fact]
    public void A_rule_without_one_of_its_parts_is_not_read()
    {
        const string json = """{"records": [{"id": "x", "rank": "minister", "language": "en", "scope": "any"}]}""";

        var failure = Assert.Throws<JsonException>(() => Salutations.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));

        Assert.Contains("salutation", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_table_has_no_mistakes() => Assert.Empty(table.Problems);

    [Fact]
    public void Every_form_of_every_rule_can_be_filled_with_what_is_known_of_an_addressee()
    {
        TemplateData data = new()
        {
            ["addressee.name"] = "Ilse Maranova",
            ["addressee.family"] = "Maranova",
            ["addressee.function"] = "Minister",
            ["addressee.organisation"] = "Ministry",
            ["addressee.country"] = "Aldoria",
            ["addressee.ofCountry"] = "of Aldoria",
        };
        foreach (var rule in table.Rules)
        foreach (var form in Enum.GetValues<AddressForm>())
        {
            var words = table.For(rule.Rank, rule.Language, [rule.Scope], form, data);
            Assert.Empty(words.Problems);
            Assert.DoesNotContain('{', words.Salutation + words.AddressLine + words.Close);
        }
    }

    [Fact]
    public void The_table_covers_every_rank_and_the_institution_of_a_note_verbale_in_three_languages()
    {
        Assert.Equal(15, table.Ranks.Count);
        foreach (var rank in table.Ranks)
        foreach (var language in (string[])["en", "fr", "de"])
            Assert.NotNull(table.Find(rank, language, ["eu-member-state"]));
    }
}
