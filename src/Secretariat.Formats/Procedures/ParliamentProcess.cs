using System.Text.Json;

namespace Secretariat.Formats.Procedures;

/// <summary>
/// A Process of the Parliament's open data, API v2. In JSON-LD one value stands for a list of one, and a thing for its id; both are read.
/// </summary>
internal sealed class ParliamentProcess
{
    /// <summary>Documents that an activity rests on, decides on, makes, or is recorded in.</summary>
    private static readonly string[] Documents =
    [
        "based_on_a_realization_of",
        "decided_on_a_realization_of",
        "created_a_realization_of",
        "recorded_in_a_realization_of",
    ];

    private static readonly string[] Actors =
    [
        "had_participant_organization",
        "participation_in_name_of",
        "had_participant_person",
    ];

    private readonly ProcedureBuilder procedure = new();

    public Procedure Read(JsonElement root)
    {
        var process = Find(root);
        procedure.Reference = Text(process, "label") is { } label
            ? ProcedureBuilder.ReferenceIn(label) ?? Words.OnOneLine(label)
            : FromId(process);
        ReadTitles(Member(process, "process_title"));
        var number = 0;
        foreach (var happened in Items(Member(process, "consists_of")))
            ReadEvent(happened, ++number);
        return procedure.Finish();
    }

    private JsonElement Find(JsonElement root)
    {
        var listed =
            root.ValueKind is JsonValueKind.Array ? root
            : Member(root, "data") is { ValueKind: not JsonValueKind.Undefined } data ? data
            : Member(root, "@graph") is { ValueKind: not JsonValueKind.Undefined } graph ? graph
            : root;
        var found = Items(listed).Where(IsProcess).ToList();
        if (found.Count is 0)
            throw new InvalidDataException(
                "It is JSON, but no procedure of the European Parliament's open data (data with process_id): fetch it from /api/v2/procedures."
            );
        if (found.Count > 1)
            procedure.Notice($"It holds {found.Count} procedures; only the first one is shown.");
        return found[0];
    }

    private static bool IsProcess(JsonElement json) =>
        new[] { "process_id", "process_title", "process_type", "consists_of" }.Any(name =>
            Member(json, name).ValueKind is not JsonValueKind.Undefined
        );

    /// <summary>2016/0132(COD) out of the id 2016-0132 and the type def/ep-procedure-types/COD.</summary>
    private static string? FromId(JsonElement process) =>
        (Text(process, "process_id") ?? Segment(Text(process, "id"))) is { } id
        && Segment(Text(process, "process_type")) is { } type
            ? ProcedureBuilder.ReferenceIn($"{id.Replace('-', '/')}({type})")
            : null;

    private void ReadTitles(JsonElement titles)
    {
        if (titles.ValueKind is JsonValueKind.Object)
            foreach (var title in titles.EnumerateObject())
                if (title.Value.ValueKind is JsonValueKind.String)
                    procedure.Title(title.Name, title.Value.GetString()!);
                else
                    procedure.Notice($"The title in {title.Name} is no text; it is left out.");
        else if (titles.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            procedure.Notice("Its titles are not given by language; they are left out.");
    }

    private void ReadEvent(JsonElement happened, int number)
    {
        if (happened.ValueKind is not JsonValueKind.Object)
        {
            var said = happened.ValueKind is JsonValueKind.String ? happened.GetString()! : "something else";
            procedure.LeaveOut($"Event {number} has no content, only {said}; it is left out.");
            return;
        }
        var type = Segment(Names(Member(happened, "had_activity_type")).FirstOrDefault());
        var written = Text(happened, "activity_date");
        if (ProcedureBuilder.Day(written) is not { } day)
        {
            var what = type ?? Segment(Text(happened, "id")) ?? "of unknown type";
            procedure.LeaveOut(
                $"Event {number} ({what}) has {(written is null ? "no date" : $"“{written}” as its date")}; it is left out."
            );
            return;
        }
        procedure.Add(new ProcedureEvent(day, type, Actor(happened), [.. Segments(happened, Documents)]));
    }

    private static string? Actor(JsonElement happened) =>
        string.Join(", ", Segments(happened, Actors)) is { Length: > 0 } actors ? actors : null;

    private static IEnumerable<string> Segments(JsonElement json, string[] names) =>
        names.SelectMany(name => Names(Member(json, name))).Select(Segment).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? Segment(string? uri)
    {
        if (uri is null)
            return null;
        uri = uri.TrimEnd('/', ' ');
        return Words.OnOneLine(uri.AsSpan(uri.LastIndexOfAny(['/', '#']) + 1)) is { Length: > 0 } segment ? segment : null;
    }

    private static IEnumerable<string> Names(JsonElement json) =>
        Items(json)
            .Select(item => item.ValueKind is JsonValueKind.String ? item.GetString() : Text(item, "id") ?? Text(item, "@id"))
            .OfType<string>();

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray(),
            JsonValueKind.Undefined or JsonValueKind.Null => Enumerable.Empty<JsonElement>(),
            _ => [json],
        };
}
