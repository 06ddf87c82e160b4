using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Whom a name of a list means.</summary>
public sealed class ImportNameTests(TestApp app) : ImportReadingTest(app)
{
    [Theory]
    [InlineData("Dupont / Durand")]
    [InlineData("Dupont & Durand")]
    [InlineData("\"Dupont\nDurand\"")]
    public async Task Two_people_in_one_cell_are_told(string cell)
    {
        var page = await ShownAsync("Name,Country,E-mail", $"{cell},Austria,office@x.example");

        Assert.Equal("error", EffectsOn(page)[2]);
        Assert.Contains(
            "looks like more than one person. Give each a row of its own.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_with_a_stroke_that_stands_in_the_record_is_right()
    {
        var known = await GivenAsync("ms-at", "Office A/B", role: MandateRole.Expert);
        var page = await ShownAsync("Name,Country,Person,Phone", $"Office A/B,Austria,{known.PersonId},+43 1 555");

        Assert.Equal("Telephone: +43 1 555", DetailsOn(page, 2));
    }

    [Fact]
    public async Task A_family_name_that_is_not_in_the_new_name_goes_with_the_old_one_and_is_told()
    {
        var known = await GivenAsync("ms-at", "Anna Muster-Vorlage", role: MandateRole.Expert);
        await App.GivenAsync(async db =>
            (await db.Persons.SingleAsync(p => p.Id == known.PersonId, Cancelled)).FamilyName = "Muster-Vorlage"
        );
        var page = await ShownAsync("Name,Country,Person", $"Anna Vorlage,Austria,{known.PersonId}");

        Assert.Contains(
            "The recorded family name “Muster-Vorlage” is not in the new name",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        await ConfirmedAsync(page);
        Assert.Null((await EnteredAsync("Anna Vorlage")).Person.FamilyName);
    }

    [Fact]
    public async Task Signs_that_nobody_sees_do_not_reach_the_record()
    {
        const string Json =
            """[{"name": "Nul\u0000la\u0007 Sam\u200Bple", "country": "Malta", "function": "Head\u0000 of\u001F Unit", "role": "Expert"}]""";
        var page = await GiveAsync("contacts", "list.json", Lines(Json));
        await ConfirmedAsync(page);

        Assert.Equal("Head of Unit", (await EnteredAsync("Nulla Sample")).Function);
    }

    [Theory]
    [InlineData("Γιώργος Παπαδόπουλος", "ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ")]
    [InlineData("Jürgen Groß", "JÜRGEN GROSS")]
    [InlineData("Yıldız Işık", "YILDIZ IŞIK")]
    [InlineData("İnci Sample", "INCI SAMPLE")]
    [InlineData("Jeanne Titrée", "S.E. Mme Jeanne Titrée")]
    [InlineData("Jean Titré", "S.E. M. Jean Titré")]
    [InlineData("Dr. Hanna Betitelt", "Hanna Betitelt")]
    [InlineData("H.E. Mr John Honoured", "HONOURED, John")]
    public async Task Capitals_and_titles_make_no_other_person(string known, string given)
    {
        var held = await GivenAsync("ms-de", known, role: MandateRole.Expert);
        var page = await ShownAsync("Name|Country|Phone", $"{given}|Germany|+49 30 555");

        Assert.Equal("Telephone: +49 30 555", DetailsOn(page, 2));
        await ConfirmedAsync(page);
        Assert.Equal(
            (held.PersonId, "+49 30 555"),
            (await EnteredAsync(known)) is var m ? (m.PersonId, m.Person.Phone) : default
        );
    }

    [Fact]
    public async Task A_son_is_not_his_father()
    {
        await GivenAsync("ms-es", "Juan Sample Sr.", role: MandateRole.Expert);
        var page = await ShownAsync("Name|Country", "Juan Sample Jr.|Spain", "Juan Sample Sr.|Spain");

        Assert.Equal("new person", EffectsOn(page)[2]);
        Assert.Equal("nothing new", EffectsOn(page)[3]);
    }
}
