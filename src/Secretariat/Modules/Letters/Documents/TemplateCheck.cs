using Secretariat.Platform.Localization;
using static Secretariat.Modules.Letters.Documents.TemplateNode;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Holds the names of a template against the fields there are.</summary>
internal static class TemplateCheck
{
    public static IEnumerable<Reason> Problems(IEnumerable<TemplateNode> nodes, IReadOnlyCollection<TemplateField> known) =>
        Walk(nodes, known, []);

    private static IEnumerable<Reason> Walk(
        IEnumerable<TemplateNode> nodes,
        IReadOnlyCollection<TemplateField> known,
        IReadOnlyList<string> within
    ) =>
        nodes.SelectMany(node =>
            node switch
            {
                Field f => At(f.Line, f.Column, WhyNotField(f.Name, known, within)),
                Section s =>
                [
                    .. At(s.Line, s.Column, WhyNotUse(s.Name, known, within)),
                    .. Walk(s.Children, known, s.WhenEmpty ? within : [.. within, s.Name]),
                ],
                _ => [],
            }
        );

    private static IEnumerable<Reason> At(int line, int column, Reason? reason) =>
        reason is null ? [] : [Text.Key("Line {0}, column {1}: {2}", line, column, reason)];

    private static Reason? WhyNotField(string name, IReadOnlyCollection<TemplateField> known, IReadOnlyList<string> within) =>
        known.Any(field => field.Name == name && field.IsList)
            ? Text.Key("“{0}” is a list; write “{1}”.", name, Around(name))
            : WhyNotUse(name, known, within);

    private static Reason? WhyNotUse(string name, IReadOnlyCollection<TemplateField> known, IReadOnlyList<string> within)
    {
        var fields = known.Where(field => field.Name == name).ToList();
        if (fields.Count == 0)
            return Suggestion(name, known) is { } closest
                ? Text.Key("“{0}” is not a known field. Did you mean “{1}”?", name, closest)
                : Text.Key("“{0}” is not a known field.", name);
        return fields.Any(field => field.Within is null || within.Contains(field.Within, StringComparer.Ordinal))
            ? null
            : Text.Key("“{0}” has a value only inside “{1}”.", name, Around(fields[0].Within!));
    }

    private static string Around(string list) => $"{{#{list}}}…{{/{list}}}";

    private static string? Suggestion(string name, IEnumerable<TemplateField> known)
    {
        var closest = known.Select(field => field.Name).Except(LetterFields.Former).MinBy(candidate => Distance(name, candidate));
        return closest is not null && Distance(name, closest) <= Math.Max(2, name.Length / 3) ? closest : null;
    }

    /// <summary>Edits (one letter added, left out or changed) from one name to the other, whatever their case.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]);
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], best);
            }
        }
        return row[^1];
    }
}
