using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// A letter’s template in one language: a head between two lines <c>---</c> with <c>key: text</c>, then the Markdown
/// between salutation and close. The head needs <c>title</c> and may have <c>subject</c>, <c>annex-title</c>,
/// <c>annex-subtitle</c> and <c>annex-columns</c> (separated by <c>|</c>), and for the list of partners and
/// for the programme of an event the same with <c>partners-</c> and <c>programme-</c>.
/// </summary>
public sealed class LetterTemplate
{
    private static readonly string[] Keys =
    [
        "title",
        "subject",
        "annex-title",
        "annex-subtitle",
        "annex-columns",
        "partners-title",
        "partners-subtitle",
        "partners-columns",
        "programme-title",
        "programme-subtitle",
        "programme-columns",
    ];

    private readonly Dictionary<string, Template> head;
    private readonly Template body;

    private LetterTemplate(Dictionary<string, Template> head, Template body, IReadOnlyList<Reason> problems) =>
        (this.head, this.body, Problems) = (head, body, problems);

    public IReadOnlyList<Reason> Problems { get; }

    public bool NamesAnnex => head.ContainsKey("annex-title");

    /// <summary>It asks for the list of partners as an annex.</summary>
    public bool AnnexesPartners => head.ContainsKey("partners-title");

    /// <summary>It asks for the programme of an event as an annex.</summary>
    public bool AnnexesProgramme => head.ContainsKey("programme-title");

    /// <summary>For which annexes beside the timetable it asks, in their order.</summary>
    public IReadOnlyList<AnnexKind> Annexes =>
        [.. AnnexesPartners ? [AnnexKind.Partners] : NoKind, .. AnnexesProgramme ? [AnnexKind.Programme] : NoKind];

    private static AnnexKind[] NoKind => [];

    public IReadOnlyList<string> Fields => FieldsOf(head.Values.Append(body));

    public static LetterTemplate Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] is "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
            return new([], Template.Parse(""), [At(1, Text.Key("the head is missing; it stands between two lines “---”."))]);

        // The head's lines stay as empty ones, so that problems name the line in the file.
        var markdown = Template.Parse(new string('\n', end + 1) + string.Join('\n', lines[(end + 1)..]), LetterFields.Readable);
        var (entries, problems) = ReadHead(lines[1..end]);
        var unnamed = LetterFields.WhyNot(FieldsOf(entries.Values.Append(markdown)));
        return new(entries, markdown, [.. problems, .. markdown.Problems, .. unnamed]);
    }

    /// <summary>
    /// Puts title, subject, text and the words of the annexes into a letter that already has sender, addressee,
    /// salutation, close and the rows of its annexes. A template that names an annex is not filled without one.
    /// </summary>
    public LetterFilling Fill(LetterDocument frame, TemplateData data)
    {
        if (Problems.Count > 0)
            throw new InvalidOperationException($"The template cannot be used. {Problems[0]}");
        var parts = head.ToDictionary(part => part.Key, part => Trimmed(part.Value.RenderPlain(data)), StringComparer.Ordinal);
        var text = body.Render(data);
        string[] missing =
        [
            .. NamesAnnex && !frame.Annexes.Any(a => a is { Kind: AnnexKind.Timetable, Rows.Count: > 0 }) ? ["annex"] : Nothing,
            .. Annexes.Where(kind => frame.Annexes.All(a => a.Kind != kind)).Select(KeyOf),
            .. parts.Values.Append(text).SelectMany(part => part.Missing).Distinct(StringComparer.Ordinal),
        ];
        if (missing.Length > 0)
            return new(null, missing);
        return new(
            frame with
            {
                Title = parts["title"].Text!,
                Subject = parts.GetValueOrDefault("subject")?.Text ?? frame.Subject,
                Body = text.Text!.Trim('\n'),
                Annexes = [.. frame.Annexes.Select(annex => Name(annex, key => parts.GetValueOrDefault(key)?.Text))],
            },
            []
        );
    }

    private static string[] FieldsOf(IEnumerable<Template> parts) =>
        [.. parts.SelectMany(part => part.Fields).Distinct(StringComparer.Ordinal)];

    private static TemplateText Trimmed(TemplateText text) => text with { Text = text.Text?.Trim() };

    private static string[] Nothing => [];

    private static LetterAnnex Name(LetterAnnex annex, Func<string, string?> part)
    {
        var key = KeyOf(annex.Kind);
        return annex with
        {
            Title = part($"{key}-title") ?? annex.Title,
            Subtitle = part($"{key}-subtitle") ?? annex.Subtitle,
            Columns = part($"{key}-columns")?.Split('|', StringSplitOptions.TrimEntries) ?? annex.Columns,
        };
    }

    private static string KeyOf(AnnexKind kind) =>
        kind switch
        {
            AnnexKind.Partners => "partners",
            AnnexKind.Programme => "programme",
            _ => "annex",
        };

    private static (Dictionary<string, Template>, List<Reason>) ReadHead(string[] lines)
    {
        var entries = new Dictionary<string, Template>(StringComparer.Ordinal);
        var problems = new List<Reason>();
        foreach (var (index, line) in lines.Index())
        {
            var (key, value) = (line.Split(':')[0].Trim(), line[(line.IndexOf(':') + 1)..].Trim());
            if (!line.Contains(':') || !Keys.Contains(key, StringComparer.Ordinal))
                problems.Add(At(index + 2, Text.Key("the head knows only {0}.", string.Join(", ", Keys))));
            else
                entries[key] = Template.Parse(InPlace(value, index + 2, line), LetterFields.Readable);
        }
        if (!entries.ContainsKey("title"))
            problems.Add(At(2, Text.Key("the head has no title.")));
        problems.AddRange(
            entries.SelectMany(part => part.Value.Problems.Select(problem => Text.Key("In {0}: {1}", part.Key, problem)))
        );
        return (entries, problems);
    }

    /// <summary>What stands before it stays as empty space, so that problems name the place in the file.</summary>
    private static string InPlace(string value, int line, string whole) =>
        new string('\n', line - 1)
        + new string(' ', value.Length == 0 ? 0 : whole.IndexOf(value, whole.IndexOf(':'), StringComparison.Ordinal))
        + value;

    private static Reason At(int line, Reason what) => Text.Key("Line {0}, column {1}: {2}", line, 1, what);
}

/// <summary>The filled letter, or null and the fields for which there was no value.</summary>
public sealed record LetterFilling(LetterDocument? Letter, IReadOnlyList<string> Missing);
