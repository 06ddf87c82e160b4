using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Forms;

/// <summary>
/// What every question of a form has in common: its name, value, label, help, and the mistake found in it. Bound with
/// <c>for</c> to a property of the page, or with <c>name</c> and <c>value</c> to nothing, as a filter is.
/// </summary>
public abstract class FieldTagHelper(Text t) : EclTagHelper(t)
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public object? Value { get; set; }

    [Words]
    public string? Label { get; set; }

    [Words]
    public string? Help { get; set; }

    /// <summary>Whether an answer is needed; the property's own rule unless said.</summary>
    public bool? Required { get; set; }

    public bool Disabled { get; set; }

    protected string FullName => For is null ? Name! : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldId.Of(FullName);

    protected string? Error => Entry?.Errors.FirstOrDefault()?.ErrorMessage;

    protected object? Model => For is null ? Value : For.Model;

    /// <summary>What was typed, also when it could not be understood; else what the record holds.</summary>
    protected string? Answer => Entry?.AttemptedValue ?? Written(Model);

    protected string Question => Said(Label) ?? For?.Metadata.GetDisplayName() ?? FullName;

    protected bool IsRequired => Required ?? (For?.Metadata is { IsRequired: true } known && known.ModelType != typeof(bool));

    private ModelStateEntry? Entry => ViewContext.ModelState.GetValueOrDefault(FullName);

    /// <summary>The group with label, help and mistake above the control, as a question of one answer.</summary>
    protected TagBuilder Ask(IHtmlContent control) =>
        Tag.Of(
            "div",
            "ecl-form-group",
            Tag.Of("div", "ecl-form-label-wrapper", Tag.Of("label", "ecl-form-label", Question).With("for", Id), Mark()),
            HelpText(),
            ErrorText(),
            control
        );

    /// <summary>The same as a question of several answers.</summary>
    protected TagBuilder AskGroup(params ReadOnlySpan<object?> answers)
    {
        var legend = Tag.Of("legend", "ecl-form-label", Question, Mark());
        var group = Tag.Of("fieldset", "ecl-form-group", legend, HelpText(), ErrorText());
        foreach (var answer in answers)
            group.Add(answer);
        return group.With("aria-describedby", DescribedBy());
    }

    /// <summary>The same where the answer carries the question itself.</summary>
    protected TagBuilder AskAlone(IHtmlContent answer) => Tag.Of("div", "ecl-form-group", HelpText(), ErrorText(), answer);

    /// <summary>Gives a control its name, id and descriptions.</summary>
    protected TagBuilder Wire(TagBuilder control) =>
        control
            .With("id", Id)
            .With("name", FullName)
            .With("aria-describedby", DescribedBy())
            .With("aria-invalid", Error is null ? null : "true")
            .With("aria-required", IsRequired ? "true" : null)
            .When(Disabled, "disabled");

    protected string Css(string block, string? size = null) =>
        block + (size is null ? "" : $" {block}--{size}") + (Error is null ? "" : $" {block}--invalid");

    private TagBuilder? Mark() => IsRequired ? Tag.Of("span", "ecl-form-label__required", "*").With("aria-hidden", "true") : null;

    private TagBuilder? HelpText() =>
        Said(Help) is { } help ? Tag.Of("div", "ecl-help-block", help).With("id", $"{Id}-help") : null;

    private TagBuilder? ErrorText() =>
        Error is null
            ? null
            : Tag.Of(
                    "div",
                    "ecl-feedback-message",
                    Ecl.Icon("error", "xs", "ecl-feedback-message__icon"),
                    Tag.Of("span", null, Error)
                )
                .With("id", $"{Id}-error");

    protected string? DescribedBy()
    {
        var ids = string.Join(
            ' ',
            new[] { Help is null ? null : $"{Id}-help", Error is null ? null : $"{Id}-error" }.OfType<string>()
        );
        return ids.Length == 0 ? null : ids;
    }

    // What HTML's date and number inputs read, whatever the reader's language.
    private static string? Written(object? value) =>
        value switch
        {
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };
}
