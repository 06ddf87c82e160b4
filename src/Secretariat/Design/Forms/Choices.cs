using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Forms;

/// <summary>A choice of any number out of a few.</summary>
[HtmlTargetElement("ecl-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Checkboxes(Text t) : FieldTagHelper(t)
{
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Chosen();
        var boxes = Options.Select((option, index) => Box(option, FieldId.Of(FullName, index), chosen));
        Become(output, AskGroup([.. boxes]));
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is not null)
            return entry.RawValue is string[] several ? [.. several] : [entry.AttemptedValue ?? ""];
        return Model is IEnumerable values and not string ? [.. values.Cast<object>().Select(each => each.ToString()!)] : [];
    }

    private TagBuilder Box(SelectListItem option, string id, HashSet<string> chosen) =>
        Choice
            .Checkbox(id, FullName, option.Value ?? option.Text, option.Text, Error is not null)
            .Tick(option.Selected || chosen.Contains(option.Value ?? option.Text))
            .Close(option.Disabled || Disabled)
            .Build();
}

/// <summary>A choice of exactly one out of a few, all to be seen.</summary>
[HtmlTargetElement("ecl-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Radios(Text t) : FieldTagHelper(t)
{
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Become(output, AskGroup([.. Options.Select((option, index) => Dot(option, FieldId.Of(FullName, index)))]));

    private TagBuilder Dot(SelectListItem option, string id) =>
        Choice
            .Radio(id, FullName, option.Value ?? option.Text, option.Text, Error is not null)
            .Tick(Answer is null ? option.Selected : (option.Value ?? option.Text) == Answer)
            .Close(option.Disabled || Disabled)
            .Build();
}

/// <summary>One box to tick, for a yes or a consent.</summary>
[HtmlTargetElement("ecl-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Checkbox(Text t) : FieldTagHelper(t)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ticked = Answer?.Split(',')[0];
        var box = Choice
            .Checkbox(Id, FullName, "true", Question, Error is not null)
            .Tick(string.Equals(ticked, "true", StringComparison.OrdinalIgnoreCase))
            .Close(Disabled)
            .Describe(DescribedBy())
            .Build();
        Become(output, AskAlone(box));
    }
}

/// <summary>A box at the beginning of a row, to choose it; its words are there for those who hear the page.</summary>
[HtmlTargetElement("ecl-row-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RowCheckbox(Text t) : EclTagHelper(t)
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    [Words]
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Become(
            output,
            Choice
                .Checkbox(FieldId.Of($"{Name}-{Value}"), Name, Value, Tag.Of("span", "ecl-u-sr-only", Said(Label)), false)
                .Build()
        );
}
