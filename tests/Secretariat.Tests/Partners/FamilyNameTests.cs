using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Partners;

/// <summary>What a salutation says where no family name is recorded.</summary>
public class FamilyNameTests
{
    [Theory]
    [InlineData("Ilse Maranova", "Maranova")]
    [InlineData("Ursula von der Example", "von der Example")]
    [InlineData("Pieter Van de Sample", "Van de Sample")]
    [InlineData("Maria da Silva", "da Silva")]
    [InlineData("João dos Santos", "dos Santos")]
    [InlineData("Luigi Di Esempio", "Di Esempio")]
    [InlineData("Omar bin Said", "bin Said")]
    [InlineData("Leila El Amrani", "El Amrani")]
    [InlineData("Leila el-Amrani", "el-Amrani")]
    [InlineData("Dr. Anna van Sample", "van Sample")]
    public void Particles_belong_to_the_last_word(string name, string expected) => Assert.Equal(expected, FamilyName.Of(name));

    [Theory]
    [InlineData("Al Sample", "Sample")]
    [InlineData("Ben Sample", "Sample")]
    [InlineData("Sample", "Sample")]
    public void The_first_word_is_no_particle(string name, string expected) => Assert.Equal(expected, FamilyName.Of(name));

    [Theory]
    [InlineData("Minta Anna", "Minta")]
    [InlineData("MINTA, Anna", "Minta")]
    [InlineData("Fernando Grande-Sample Gómez", "Grande-Sample Gómez")]
    public void Where_it_is_in_the_new_name_it_stays(string name, string family) => Assert.Equal(family, Renamed(name, family));

    [Theory]
    [InlineData("Anna Mintaházi", "Minta")]
    [InlineData("Fernando Gómez Grande-Sample", "Grande-Sample Gómez")]
    [InlineData("Mette Example", "Sample")]
    public void Where_it_is_not_it_goes_with_the_old_one(string name, string family) => Assert.Null(Renamed(name, family));

    private static string? Renamed(string name, string family)
    {
        var person = new Person { Name = "Somebody Else", FamilyName = family };
        person.Name = name;
        return person.FamilyName;
    }
}
