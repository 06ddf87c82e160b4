using Secretariat.Modules.Partners.Duplicates;

namespace Secretariat.Tests.Partners;

/// <summary>Words of many scripts in Latin letters, and the romanisations of one name as one.</summary>
public sealed class LatinTests
{
    [Theory]
    [InlineData("Юлія Ковальчук", "yuliya kovalchuk")]
    [InlineData("Ђорђевић", "djordjevic")]
    [InlineData("Γεώργιος Παπαδόπουλος", "georgios papadopoulos")]
    [InlineData("Ευθύμιος Ντίνος", "evthymios dinos")]
    [InlineData("محمد", "mhmd")]
    [InlineData("Գրիգորյան", "grigoryan")]
    [InlineData("მაისურაძე", "maisuradze")]
    [InlineData("כהן", "khn")]
    [InlineData("Łukasz Groß-Þórsson", "lukasz gross thorsson")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("田中", "田中")]
    [InlineData("🎉 \u0000", "")]
    public void A_word_is_read_as_passports_and_maps_read_it(string written, string latin) =>
        Assert.Equal(latin, Latin.Of(written));

    [Theory]
    [InlineData("Юлія", "Yuliia", "Julija", "Yuliya", "Iuliia")]
    [InlineData("Ковальчук", "Kovalchuk", "Kovalčuk", "Kowalczuk", "Kowaltschuk")]
    [InlineData("Хрущёв", "Khrushchev")]
    [InlineData("Хрущёв", "Khrushchyov")]
    [InlineData("Щерев", "Shterev")]
    [InlineData("Зеленко", "Zelenko")]
    [InlineData("Світличний", "Svitlychnyi", "Svitlychny", "Svitlychnyy", "Svitličnij")]
    [InlineData("Гончар", "Honchar")]
    [InlineData("Гончар", "Gonchar")]
    [InlineData("Ђорђевић", "Đorđević", "Djordjevic")]
    [InlineData("Ђорђевић", "Dordevic")]
    [InlineData("Цветковић", "Cvetković")]
    [InlineData("Цветков", "Tsvetkov")]
    [InlineData("Ѓорѓи", "Gjorgji")]
    [InlineData("Παπαδόπουλος", "Papadopoulos", "Papadopulos")]
    [InlineData("Χρήστος", "Christos")]
    [InlineData("Χρήστος", "Hristos")]
    [InlineData("Ευάγγελος", "Evangelos")]
    [InlineData("محمد", "Mohammed")]
    [InlineData("محمد", "Muhamad")]
    [InlineData("حسين", "Hussein")]
    [InlineData("حسين", "Husain")]
    [InlineData("خديجة", "Khadija")]
    [InlineData("فاطمه", "Fatemeh")]
    [InlineData("جمال", "Gamal")]
    [InlineData("جمال", "Djamal")]
    [InlineData("أنور", "Anwar")]
    [InlineData("Հակոբյան", "Hakobyan")]
    [InlineData("ჯავახიშვილი", "Javakhishvili")]
    [InlineData("כהן", "Cohen")]
    [InlineData("Müller", "Mueller", "Muller", "MÜLLER")]
    [InlineData("Søren", "Soeren", "Soren")]
    [InlineData("Åse", "Aase", "Ase")]
    [InlineData("Groß", "Gross")]
    [InlineData("Œuvrard", "Oeuvrard")]
    [InlineData("Işık", "Isik")]
    [InlineData("Sarah", "Sara")]
    public void Romanisations_of_one_name_meet(params string[] all)
    {
        foreach (var one in all)
        foreach (var other in all)
            Assert.True(Latin.Meet(one, other), $"{one}, {other}");
    }

    [Theory]
    [InlineData("محمود", "Mohammed")]
    [InlineData("محمد", "Mahmoud")]
    [InlineData("حسن", "Hussein")]
    [InlineData("كريم", "Karima")]
    [InlineData("Mario", "Maria")]
    [InlineData("Jan", "Jana")]
    [InlineData("Иванов", "Ivanova")]
    [InlineData("Παπαδόπουλος", "Papadopoulou")]
    [InlineData("田中", "中田")]
    public void Names_that_differ_do_not_meet(string one, string other)
    {
        Assert.False(Latin.Meet(one, other));
        Assert.False(Latin.Meet(other, one));
    }
}
