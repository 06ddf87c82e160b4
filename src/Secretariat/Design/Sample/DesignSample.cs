using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;
using Secretariat.Platform.Web;

namespace Secretariat.Design;

/// <summary>Every component once, at <c>/design</c>, for those who write pages; with <c>?mistakes</c> as after a bad form.</summary>
public sealed class DesignSample
{
    [Required, StringLength(200), Display(Name = "Name")]
    public string PersonName { get; set; } = "Adèle Sample";

    [Required, OneEmailAddress, Display(Name = "E-mail address")]
    public string Email { get; set; } = "adele.sample@interior.example";

    [Display(Name = "From")]
    public DateOnly? From { get; set; } = new(2024, 3, 1);

    [Display(Name = "Language")]
    public string Language { get; set; } = "fr";

    public IReadOnlyList<string> Strands { get; set; } = ["prevention"];

    public string Kind { get; set; } = "state";

    public string? Note { get; set; }

    public bool Consent { get; set; }

    public LocalizedText OnlyEnglish { get; } = LocalizedText.InEnglish("Alternatives to irregular migration");
}

public static class DesignSampleSetup
{
    public static IEndpointConventionBuilder MapDesignSample(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/design",
            (HttpContext context) => View.Show(context, "/Design/Sample/Sample.cshtml", new DesignSample(), State(context))
        );

    private static ModelStateDictionary State(HttpContext context)
    {
        var state = new ModelStateDictionary();
        if (!context.Request.Query.ContainsKey("mistakes"))
            return state;
        var t = context.RequestServices.GetRequiredService<Text>();
        state.SetModelValue(nameof(DesignSample.Email), "adele at interior", "adele at interior");
        state.AddModelError(
            nameof(DesignSample.Email),
            t.Of("{0} must look like name@ministry.example.", t.Of("E-mail address"))
        );
        foreach (
            var field in new[]
            {
                nameof(DesignSample.Strands),
                nameof(DesignSample.Kind),
                nameof(DesignSample.Consent),
                nameof(DesignSample.Language),
            }
        )
            state.AddModelError(field, t.Of("Something is missing here."));
        state.AddModelError("", t.Of("This nomination has already been decided."));
        return state;
    }

    public static IEnumerable<SelectListItem> StrandOptions(Text t) =>
        [new(t.Of("Prevention"), "prevention"), new(t.Of("Response"), "response"), new(t.Of("Alternatives"), "alternatives")];
}
