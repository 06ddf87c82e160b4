using System.ComponentModel.DataAnnotations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>To whom the letter goes and how it addresses them.</summary>
public sealed class Recipient
{
    [Display(Name = "Is written to")]
    public CorrespondenceForm WrittenAs { get; set; }

    [Display(Name = "Leaves")]
    public Way Way { get; set; }

    [Display(Name = "Language")]
    public string Language { get; set; } = "";

    [StringLength(200), Display(Name = "Name")]
    public string? Name { get; set; }

    [StringLength(200), Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [StringLength(300), Display(Name = "Function")]
    public string? Function { get; set; }

    [OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [Display(Name = "Rank")]
    public string Rank { get; set; } = "";

    [Display(Name = "Form of address")]
    public AddressForm Form { get; set; }

    [StringLength(300), Display(Name = "Salutation in other words")]
    public string? Salutation { get; set; }

    [StringLength(600), Display(Name = "Address lines in other words")]
    public string? AddressLine { get; set; }

    public static Recipient Of(Letter letter) =>
        new()
        {
            WrittenAs = letter.WrittenAs,
            Way = letter.Way,
            Language = letter.Language,
            Name = letter.AddresseeName,
            FamilyName = letter.AddresseeFamilyName,
            Function = letter.AddresseeFunction,
            Email = letter.AddresseeEmail,
            Rank = letter.Rank,
            Form = letter.Form,
            Salutation = letter.SalutationOverride,
            AddressLine = letter.AddressLineOverride,
        };

    internal string? WhyNotTake(LetterMaker maker, Letter letter, IEnumerable<string> ranks)
    {
        if (WrittenAs != letter.WrittenAs && !maker.Writings.Forms.Contains(WrittenAs))
            return Text.Key("Choose a form in which the template is written.");
        var isKept = (WrittenAs, Language) == (letter.WrittenAs, letter.Language);
        if (!isKept && !maker.Writings.LanguagesOf(WrittenAs).Contains(Language))
            return Text.Key("Choose a language in which the template is written in this form.");
        if (!ranks.Contains(Rank))
            return Text.Key("Choose a rank of the table of forms of address.");
        return Partners.FamilyName.WhyNotCall(Name, FamilyName, (letter.AddresseeName, letter.AddresseeFamilyName));
    }

    /// <summary>A function that nobody retyped follows the language of the letter, as far as the record knows it.</summary>
    /// <param name="principal">The mandate of whoever is written to.</param>
    internal void Change(Letter letter, Mandate? principal)
    {
        if (Language != letter.Language && Function == letter.AddresseeFunction)
            Function = principal?.FunctionIn(Language) ?? Function;
        if (WrittenAs != letter.WrittenAs)
            LeaveWordsOf(letter);
        letter.Address(Name, Function, Email, FamilyName);
        (letter.WrittenAs, letter.Language, letter.Rank, letter.Form) = (WrittenAs, Language, Rank, Form);
        letter.Way = Way;
        letter.Override(Salutation, AddressLine);
    }

    /// <summary>Words for a person do not go over into those for an institution; what was typed just now stays.</summary>
    private void LeaveWordsOf(Letter letter)
    {
        Salutation = Salutation == letter.SalutationOverride ? null : Salutation;
        AddressLine = AddressLine == letter.AddressLineOverride ? null : AddressLine;
    }
}
