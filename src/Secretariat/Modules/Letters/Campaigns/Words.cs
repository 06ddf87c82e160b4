using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>States, forms and languages in the office's words.</summary>
internal static class Words
{
    public static string Of(CampaignStatus status) =>
        status switch
        {
            CampaignStatus.Draft => Text.Key("Draft"),
            CampaignStatus.Submitted => Text.Key("Before the signatory"),
            CampaignStatus.SignedOff => Text.Key("Signed off"),
            _ => Text.Key("In the outbox"),
        };

    public static string Of(LetterStatus status) =>
        status switch
        {
            LetterStatus.Draft => Text.Key("Draft"),
            LetterStatus.Numbered => Text.Key("Being made"),
            LetterStatus.Frozen => Text.Key("Frozen"),
            LetterStatus.ToPrint => Text.Key("To be printed and posted"),
            LetterStatus.InOutbox => Text.Key("In the outbox"),
            LetterStatus.Sent => Text.Key("Sent"),
            LetterStatus.Refused => Text.Key("Refused by the server"),
            LetterStatus.Returned => Text.Key("Returned: it did not arrive"),
            _ => Text.Key("Voided"),
        };

    public static string Of(Way way) =>
        way switch
        {
            Way.Paper => Text.Key("On paper"),
            Way.MailAndPaper => Text.Key("By e-mail and on paper"),
            _ => Text.Key("By e-mail"),
        };

    /// <summary>How letters can leave.</summary>
    public static IEnumerable<SelectListItem> Ways(Text t) =>
        Enum.GetValues<Way>().Select(way => new SelectListItem(t.Of(Of(way)), way.ToString()));

    public static string Of(AddressForm form) =>
        form switch
        {
            AddressForm.Female => Text.Key("Female form"),
            AddressForm.Male => Text.Key("Male form"),
            _ => Text.Key("Not known: a form that fits both"),
        };

    /// <summary>The forms of address to choose from.</summary>
    public static IEnumerable<SelectListItem> Forms(Text t) =>
        Enum.GetValues<AddressForm>().Select(form => new SelectListItem(t.Of(Of(form)), form.ToString()));

    /// <summary>A language by its own name.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>Languages to choose from, each by its own name.</summary>
    public static IEnumerable<SelectListItem> Languages(IEnumerable<string> codes) =>
        codes.Select(code => new SelectListItem(Language(code), code));
}
