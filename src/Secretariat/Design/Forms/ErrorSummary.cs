using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Design.Layout;
using Secretariat.Platform.Localization;

namespace Secretariat.Design.Forms;

/// <summary>All mistakes of a form on top of it, each leading to its field; nothing when there are none.</summary>
[HtmlTargetElement("ecl-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary(Text t) : EclTagHelper(t)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        PageHead.Of(ViewContext).HasMistakes = true;
        Become(output, Summary());
    }

    private TagBuilder Summary()
    {
        var list = Tag.Of("ul", "ecl-unordered-list");
        foreach (var (name, entry) in ViewContext.ModelState.OrderBy(each => Place(each.Key), StringComparer.Ordinal))
        foreach (var error in entry!.Errors)
            list.Add(Tag.Of("li", "ecl-unordered-list__item", Mistake(name, error)));
        var title = Tag.Of("h2", "ecl-notification__title", T["Please correct this first"]).With("id", "error-summary");
        return Tag.Of(
                "div",
                "ecl-notification ecl-notification--error sec-error-summary",
                Ecl.Icon("error", "m", "ecl-notification__icon"),
                Tag.Of("div", "ecl-notification__content", title, Tag.Of("div", "ecl-notification__description", list))
            )
            .With("role", "alert")
            .With("aria-labelledby", "error-summary")
            .With("tabindex", "-1");
    }

    // The state of a form is kept by name; people read it in the order in which the page declares its questions.
    private string Place(string name)
    {
        var place = "";
        ModelMetadata? metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in name.Split('.', '['))
        {
            var inside = metadata?.Properties.ToList() ?? [];
            var index = inside.FindIndex(property => property.PropertyName == part);
            place += index < 0 ? part : $"{index:D4}";
            metadata = index < 0 ? metadata?.ElementMetadata : inside[index];
        }
        return place;
    }

    // A mistake in no field, such as a rule that says no to the whole, has nowhere to lead.
    private static object Mistake(string name, ModelError error) =>
        name.Length == 0
            ? error.ErrorMessage
            : Tag.Of("a", "ecl-link ecl-link--brand", error.ErrorMessage).With("href", $"#{FieldId.Of(name)}");
}
