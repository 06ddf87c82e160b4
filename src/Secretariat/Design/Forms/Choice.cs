using Microsoft.AspNetCore.Mvc.Rendering;

namespace Secretariat.Design.Forms;

/// <summary>A box or a dot with its words beside it.</summary>
internal sealed class Choice
{
    private readonly TagBuilder input;
    private readonly TagBuilder mark;
    private readonly string block;
    private readonly object words;
    private readonly bool invalid;
    private bool closed;

    private Choice(string block, TagBuilder input, object words, TagBuilder mark, bool invalid) =>
        (this.block, this.input, this.words, this.mark, this.invalid) = (block, input, words, mark, invalid);

    public static Choice Checkbox(string id, string name, string value, object words, bool invalid) =>
        new("ecl-checkbox", Input("checkbox", id, name, value), words, Ecl.Icon("check", "2xs", "ecl-checkbox__icon"), invalid);

    public static Choice Radio(string id, string name, string value, string words, bool invalid) =>
        new("ecl-radio", Input("radio", id, name, value), words, Tag.Of("span", "ecl-radio__box-inner"), invalid);

    public Choice Tick(bool ticked)
    {
        input.When(ticked, "checked");
        return this;
    }

    public Choice Describe(string? ids)
    {
        input.With("aria-describedby", ids);
        return this;
    }

    public Choice Close(bool disabled)
    {
        closed = disabled;
        input.When(disabled, "disabled");
        return this;
    }

    public TagBuilder Build()
    {
        var state = (invalid ? $" {block}__box--invalid" : "") + (closed ? $" {block}__box--disabled" : "");
        var box = Tag.Of("span", $"{block}__box{state}", mark);
        var label = Tag.Of("label", $"{block}__label", box, words).With("for", input.Attributes["id"]);
        var css = block + (invalid ? $" {block}--invalid" : "") + (closed ? $" {block}--disabled" : "");
        return Tag.Of("div", css, input, label);
    }

    private static TagBuilder Input(string type, string id, string name, string value) =>
        Tag.Of("input", $"ecl-{type}__input").With("type", type).With("id", id).With("name", name).With("value", value).Empty();
}
