using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Secretariat.Platform.Localization;

/// <summary>What a form says about a mistake, in the language of the request.</summary>
internal sealed class FormTexts(Catalogue catalogue) : IStringLocalizer, IValidationMetadataProvider
{
    // Some rules of the framework carry its English sentence from the start.
    private static readonly HashSet<string> Unsaid = ["", new UrlAttribute().ErrorMessage!];

    private Text Text => catalogue.For(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public LocalizedString this[string name] => new(name, Text.Of(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, Text.Of(name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    public static void Speak(MvcOptions options, Catalogue catalogue)
    {
        var texts = new FormTexts(catalogue);
        options.ModelMetadataDetailsProviders.Add(texts);
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts.Text.Of("Something is missing here."));
        messages.SetMissingBindRequiredValueAccessor(_ => texts.Text.Of("Something is missing here."));
        messages.SetMissingKeyOrValueAccessor(() => texts.Text.Of("Something is missing here."));
        messages.SetValueMustBeANumberAccessor(_ => texts.Text.Of("Enter a number here."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts.Text.Of("Enter a number here."));
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => NotUnderstood(texts, value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => NotUnderstood(texts, value));
        messages.SetValueIsInvalidAccessor(value => NotUnderstood(texts, value));
    }

    /// <summary>Gives every rule without words of its own a sentence that can be translated.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (Unsaid.Contains(rule.ErrorMessage ?? ""))
                rule.ErrorMessage = SentenceFor(rule);
    }

    private static string? SentenceFor(ValidationAttribute rule) =>
        rule switch
        {
            RequiredAttribute => Localization.Text.Key("{0} is missing."),
            StringLengthAttribute => Localization.Text.Key("{0} is too long: at most {1} characters."),
            MaxLengthAttribute => Localization.Text.Key("{0} is too long: at most {1} characters."),
            RangeAttribute => Localization.Text.Key("{0} must lie between {1} and {2}."),
            UrlAttribute => Localization.Text.Key("{0} must look like https://ministry.example."),
            _ => null,
        };

    private static string NotUnderstood(FormTexts texts, string value) =>
        texts.Text.Of("“{0}” cannot be understood here.", value);
}
