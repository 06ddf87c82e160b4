using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Design.Forms;

/// <summary>A question answered on one line; the kind of input follows from the property's type and rules.</summary>
[HtmlTargetElement("ecl-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldInput(Text t) : FieldTagHelper(t)
{
    public string? Type { get; set; }

    /// <summary>s, m or l</summary>
    public string Size { get; set; } = "l";

    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = Type ?? InferredType();
        var input = Wire(Tag.Of("input", Css("ecl-text-input", Size)))
            .With("type", type)
            .With("autocomplete", Autocomplete)
            .With("maxlength", MaximumLength(this))
            // A password is never written back, a file cannot be.
            .With("value", type is "password" or "file" ? null : Answer);
        Become(output, Ask(input.Empty()));
    }

    private string InferredType() =>
        (For?.Metadata.DataTypeName, For?.Metadata.UnderlyingOrModelType) switch
        {
            (nameof(DataType.EmailAddress), _) => "email",
            (nameof(DataType.Password), _) => "password",
            (nameof(DataType.PhoneNumber), _) => "tel",
            (nameof(DataType.Url), _) => "url",
            (_, { } type) when type == typeof(DateOnly) => "date",
            (_, { } type) when type == typeof(TimeOnly) => "time",
            (_, { } type) when type == typeof(int) || type == typeof(long) => "number",
            _ => HasRule<OneEmailAddressAttribute>() ? "email" : "text",
        };

    private bool HasRule<TRule>() => For?.Metadata.ValidatorMetadata.OfType<TRule>().Any() is true;

    internal static string? MaximumLength(FieldTagHelper field) =>
        field
            .For?.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>()
            .FirstOrDefault()
            ?.MaximumLength.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A question answered in several lines.</summary>
[HtmlTargetElement("ecl-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextArea(Text t) : FieldTagHelper(t)
{
    public int Rows { get; set; } = 4;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var area = Wire(Tag.Of("textarea", Css("ecl-text-area", "l")))
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("maxlength", FieldInput.MaximumLength(this));
        // HTML drops the first line break of a text area.
        area.Add("\n" + Answer);
        Become(output, Ask(area));
    }
}

/// <summary>A choice of one out of a list; with a prompt, nothing is chosen beforehand.</summary>
[HtmlTargetElement("ecl-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Select(Text t) : FieldTagHelper(t)
{
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    [Words]
    public string? Prompt { get; set; }

    public string Size { get; set; } = "l";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Wire(Tag.Of("select", "ecl-select"));
        if (Said(Prompt) is { } prompt)
            select.Add(Tag.Of("option", null, prompt).With("value", ""));
        foreach (var option in Options)
            select.Add(Option(option));
        var icon = Tag.Of("div", "ecl-select__icon", Ecl.Icon("corner-arrow", "xs", "ecl-icon--rotate-180"));
        Become(output, Ask(Tag.Of("div", Css("ecl-select__container", Size), select, icon)));
    }

    private TagBuilder Option(SelectListItem option) =>
        Tag.Of("option", null, option.Text)
            .With("value", option.Value ?? option.Text)
            .When(Answer is null ? option.Selected : (option.Value ?? option.Text) == Answer, "selected")
            .When(option.Disabled, "disabled");
}
