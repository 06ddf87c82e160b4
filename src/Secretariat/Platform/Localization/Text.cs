using System.Collections.Frozen;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Secretariat.Platform.Localization;

/// <summary>
/// What the interface says in one language. Keys are whole English sentences; <c>{0}</c> stands for a value, so that
/// every language can put it where it belongs. In pages: <c>@T["{0} of {1} partners", a, b]</c>.
/// </summary>
public sealed class Text(Language language, FrozenDictionary<string, string> translations)
{
    public Language Language => language;

    /// <summary>For markup: the sentence and its values are encoded, values that are markup already stay.</summary>
    public IHtmlContent this[string english, params object?[] values] => new Sentence(language, Translate(english), values);

    public IHtmlContent this[Reason reason] => this[reason.English, Said(reason.Values)];

    public string Of(Reason reason) => Of(reason.English, Said(reason.Values));

    /// <summary>For everything that is not markup: mails, headers, messages of a form.</summary>
    public string Of(string english, params object?[] values) =>
        values.Length == 0 ? Translate(english) : string.Format(language, Translate(english), values);

    /// <summary>28 November 2023, 28 novembre 2023</summary>
    public string Date(DateOnly date) => language.Date(date);

    public string Number(decimal number) => language.Number(number);

    /// <summary>Marks a sentence as one to translate where it is written but not yet shown, as in a rule's reason.</summary>
    public static string Key(string english) => english;

    /// <summary>The same for a sentence with values.</summary>
    public static Reason Key(string english, params IReadOnlyList<object?> values) => new(english, values);

    /// <summary>A reason may hold another one, such as what is wrong at a place, or a title.</summary>
    private object?[] Said(IReadOnlyList<object?> values) => [.. values.Select(Said)];

    private object? Said(object? value) =>
        value switch
        {
            Reason inner => Of(inner),
            LocalizedText title => title.In(language.Code),
            _ => value,
        };

    private string Translate(string english) => translations.GetValueOrDefault(english, english);

    private sealed class Sentence(Language language, string sentence, object?[] values) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var encoded = encoder.Encode(sentence);
            if (values.Length == 0)
                writer.Write(encoded);
            else
                new HtmlFormattableString(language, encoded, values).WriteTo(writer, encoder);
        }

        // An attribute of a tag helper takes the plain sentence and encodes it itself.
        public override string ToString() => values.Length == 0 ? sentence : string.Format(language, sentence, values);
    }
}
