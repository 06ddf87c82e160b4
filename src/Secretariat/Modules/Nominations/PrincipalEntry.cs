using System.ComponentModel.DataAnnotations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A principal as the form asks for one.</summary>
public sealed class PrincipalEntry
{
    [Required, StringLength(200), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Form of address")]
    public AddressForm Form { get; set; }

    [Required, StringLength(300), Display(Name = "Function, in English")]
    public string Function { get; set; } = "";

    [StringLength(300), Display(Name = "Function, in French")]
    public string? FunctionFr { get; set; }

    [Required, Display(Name = "Rank")]
    public string Rank { get; set; } = "";

    [Required, EmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    public bool RegisterDomain { get; set; }

    [Required, Display(Name = "Language of letters")]
    public string Language { get; set; } = "en";

    public static PrincipalEntry Of(Mandate mandate) =>
        new()
        {
            Name = mandate.Person.Name,
            Form = mandate.Person.Form,
            Function = mandate.Function,
            FunctionFr = mandate.Functions?.Get("fr") is (var words, "fr") ? words : null,
            Rank = mandate.Rank,
            Email = mandate.Person.Email ?? "",
            Language = mandate.Language,
        };

    /// <summary>Enters it all but the mailbox, which <see cref="Spokesperson.MoveMailboxAsync"/> changes.</summary>
    public void Change(Mandate mandate)
    {
        (mandate.Person.Name, mandate.Person.Form) = (Name.Trim(), Form);
        (mandate.Function, mandate.Rank, mandate.Language) = (Function.Trim(), Rank, Language);
        var functions = (mandate.Functions ?? LocalizedText.InEnglish("")).With("en", mandate.Function);
        mandate.Functions = string.IsNullOrWhiteSpace(FunctionFr)
            ? new LocalizedText(functions.Languages.Where(l => l != "fr").Select(l => KeyValuePair.Create(l, functions.In(l))))
            : functions.With("fr", FunctionFr.Trim());
    }
}
