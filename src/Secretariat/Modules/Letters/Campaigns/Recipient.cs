using System.ComponentModel.DataAnnotations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>To whom the letter goes and how it addresses them.</summary>
public sealed class Recipient
{
    [Display(Name = "Language")]
    public string Language { get; set; } = "";

    [StringLength(200), Display(Name = "Name")]
    public string? Name { get; set; }

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
            Language = letter.Language,
            Name = letter.AddresseeName,
            Function = letter.AddresseeFunction,
            Email = letter.AddresseeEmail,
            Rank = letter.Rank,
            Form = letter.Form,
            Salutation = letter.SalutationOverride,
            AddressLine = letter.AddressLineOverride,
        };

    internal string? WhyNotTake(IEnumerable<string> languages, IEnumerable<string> ranks)
    {
        if (!languages.Contains(Language))
            return Text.Key("Choose a language in which the whole letter can be made.");
        return ranks.Contains(Rank) ? null : Text.Key("Choose a rank of the table of forms of address.");
    }

    /// <summary>A function that nobody retyped follows the language of the letter, as far as the record knows it.</summary>
    /// <param name="principal">The mandate of whoever is written to.</param>
    internal void Change(Letter letter, Mandate? principal)
    {
        if (Language != letter.Language && Function == letter.AddresseeFunction)
            Function = principal?.FunctionIn(Language) ?? Function;
        letter.Address(Name, Function, Email);
        (letter.Language, letter.Rank, letter.Form) = (Language, Rank, Form);
        letter.Override(Salutation, AddressLine);
    }
}
