using System.Text.Json;
using System.Text.Json.Nodes;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>A letter made of a house's own Word file.</summary>
public static class WordLetter
{
    /// <summary>The file filled with the values of one letter.</summary>
    /// <param name="frame">What is known of the letter besides its text.</param>
    /// <param name="corrects">Whether the letter has to say which one it replaces.</param>
    public static MadeLetter Fill(WordTemplate template, LetterDocument frame, TemplateData values, bool corrects)
    {
        if (WhyNot(template) is { Count: > 0 } problems)
            return new MadeLetter(null, problems);
        if (corrects && !template.Fields.Contains("letter.replaces"))
            return new MadeLetter(
                null,
                [Text.Key("The Word template has no {0}, where a correction says which letter it replaces.", "{letter.replaces}")]
            );
        foreach (var former in LetterFields.Former)
            values = values.With(former, null);
        using var data = JsonSerializer.SerializeToDocument(ToJson(values));
        var filled = template.Fill(data.RootElement);
        if (filled.Document is not { } document)
            return new MadeLetter(null, [.. filled.Problems.Select(Reason.Of)]);
        var letter = frame with
        {
            Word = document,
            Body = DocxText.Read(document),
            Annexes = [],
            OtherWords = [.. OtherWordsIn(values, template.Fields.ToHashSet(StringComparer.Ordinal)).Distinct()],
        };
        var missing = letter.WhatIsMissing();
        return new MadeLetter(missing.Count == 0 ? letter : null, [.. missing.Select(m => (Reason)m)]);
    }

    /// <summary>What must be corrected in a Word file before letters can be made of it; a name that letters do not have among it.</summary>
    public static IReadOnlyList<Reason> WhyNot(WordTemplate template)
    {
        if (template.UnreadableReason is { } unreadable)
            return [Reason.Of(unreadable)];
        var known = LetterFields.Readable.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. template.Problems.Concat(template.FromOutside).Distinct().Select(Reason.Of),
            .. template
                .Fields.Concat(template.Sections)
                .Distinct(StringComparer.Ordinal)
                .Where(name => !known.Contains(name))
                .Select(name => Text.Key("Letters have no value called “{0}”: take one of the placeholders below.", name)),
            .. LetterFields.WhyNot([.. template.Fields, .. template.Sections]),
        ];
    }

    /// <summary>Why no letter is drafted of the file with that annex, or null.</summary>
    public static Reason? WhyNotAnnex(WordTemplate template, LetterDocument frame) =>
        !template.Sections.Contains("annex") && frame.Annexes.Any(a => a.Kind is AnnexKind.Timetable)
            ? Text.Key(
                "The campaign annexes the timetable, and the Word template has no place for it: put {0} in the file, or draft the campaign without the annex.",
                "{#annex}…{/annex}"
            )
            : null;

    /// <summary>What letters made of the file do not show, which most show.</summary>
    public static IReadOnlyList<Reason> Leaves(WordTemplate template) =>
        [
            .. template.Fields.Contains("letter.reference")
                ? []
                : new Reason[] { Text.Key("No reference: {0} is missing.", "{letter.reference}")! },
            .. template.Fields.Contains("letter.checkCode")
                ? []
                : new Reason[]
                {
                    Text.Key(
                        "No code by which a reader checks the letter, who can still check its file: {0} is missing.",
                        "{letter.checkCode}"
                    )!,
                },
        ];

    /// <summary>Values that stand in the letter in another language than its own.</summary>
    private static IEnumerable<OtherWords> OtherWordsIn(TemplateData data, HashSet<string> shown) =>
        data.SelectMany(value => OtherWordsIn(value.Key, value.Value, shown));

    private static IEnumerable<OtherWords> OtherWordsIn(string name, TemplateValue value, HashSet<string> shown) =>
        value switch
        {
            TemplateValue.List list => list.Entries.SelectMany(entry => OtherWordsIn(entry, shown)),
            TemplateValue.Record record => record.Data.SelectMany(inner =>
                OtherWordsIn($"{name}.{inner.Key}", inner.Value, shown)
            ),
            TemplateValue.Text { Language: { } language, Value: var words } when shown.Contains(name) => [new(language, words)],
            _ => [],
        };

    private static JsonObject ToJson(TemplateData data) =>
        new(data.Select(value => KeyValuePair.Create(value.Key, ToJson(value.Value))));

    private static JsonNode? ToJson(TemplateValue value) =>
        value switch
        {
            TemplateValue.List list => new JsonArray([.. list.Entries.Select(ToJson)]),
            TemplateValue.Record record => ToJson(record.Data),
            TemplateValue.Text text => JsonValue.Create(text.Value),
            _ => null,
        };
}
