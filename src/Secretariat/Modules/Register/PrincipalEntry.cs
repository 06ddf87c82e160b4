using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Register;

/// <summary>A principal as the form asks for one.</summary>
public sealed class PrincipalEntry
{
    [Required, StringLength(200), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [StringLength(200), Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [Display(Name = "Form of address")]
    public AddressForm Form { get; set; }

    [Required, StringLength(300), Display(Name = "Function, in English")]
    public string Function { get; set; } = "";

    [StringLength(300), Display(Name = "Function, in French")]
    public string? FunctionFr { get; set; }

    [Required, Display(Name = "Rank")]
    public string Rank { get; set; } = "";

    [Required, OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    public bool RegisterDomain { get; set; }

    [Required, Display(Name = "Language of letters")]
    public string Language { get; set; } = "en";

    public static PrincipalEntry Of(Mandate mandate) =>
        new()
        {
            Name = mandate.Person.Name,
            FamilyName = mandate.Person.FamilyName,
            Form = mandate.Person.Form,
            Function = mandate.Function,
            FunctionFr = mandate.Functions?.Get("fr") is (var words, "fr") ? words : null,
            Rank = mandate.Rank,
            Email = mandate.Person.Email ?? "",
            Language = mandate.Language,
        };

    /// <summary>Puts what is wrong beside its question.</summary>
    public void Check(ModelStateDictionary state, PrincipalOptions options, Text t)
    {
        if (options.Ranks.All(r => r.Value != Rank) && !string.IsNullOrEmpty(Rank))
            state.AddModelError("Entry.Rank", t.Of("Choose a rank of the table of forms of address."));
        if (options.Languages.All(l => l.Value != Language))
            state.AddModelError("Entry.Language", t.Of("Choose one of the languages."));
    }

    /// <summary>Enters it all but the mailbox, which <see cref="Spokesperson.MoveMailboxAsync"/> changes.</summary>
    public void Change(Mandate mandate)
    {
        (mandate.Person.Name, mandate.Person.FamilyName, mandate.Person.Form) = (Name.Trim(), FamilyName, Form);
        (mandate.Function, mandate.Rank, mandate.Language) = (Function.Trim(), Rank, Language);
        var functions = (mandate.Functions ?? LocalizedText.InEnglish("")).With("en", mandate.Function);
        mandate.Functions = string.IsNullOrWhiteSpace(FunctionFr)
            ? new LocalizedText(functions.Languages.Where(l => l != "fr").Select(l => KeyValuePair.Create(l, functions.In(l))))
            : functions.With("fr", FunctionFr.Trim());
    }
}

/// <summary>What there is to choose from.</summary>
public sealed record PrincipalOptions(
    IReadOnlyList<SelectListItem> Ranks,
    IReadOnlyList<SelectListItem> Languages,
    IReadOnlyList<SelectListItem> Forms
)
{
    public static readonly PrincipalOptions None = new([], [], []);

    public static async Task<PrincipalOptions> ReadAsync(SecretariatDb db, Text t, CancellationToken cancellationToken)
    {
        var ranks = await db.FormsOfAddress.Select(f => f.Rank).Distinct().ToListAsync(cancellationToken);
        var languages = await db.TemplateSources.Select(s => s.Language).Distinct().ToListAsync(cancellationToken);
        return new(
            [.. Letters.Ranks.Options(ranks, t)],
            [.. Words.Languages(languages.Order(StringComparer.Ordinal))],
            [.. Words.Forms(t)]
        );
    }
}
