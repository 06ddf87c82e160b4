using System.Text.Json;

namespace Secretariat.Formats.WordTemplates;

/// <summary>What was found wrong with the values of a letter while it was written.</summary>
internal sealed class FilledValues
{
    private readonly HashSet<Sentence> told = [];
    private readonly List<Sentence> problems = [];
    private readonly List<Sentence> notices = [];

    public IReadOnlyList<Sentence> Problems => problems;

    public IReadOnlyList<Sentence> Notices => notices;

    public void AddMissing(TagPlace place, MergeData data) =>
        Tell(
            problems,
            place,
            data.Entry is { Number: > 0 } entry
                ? Sentence.Of(
                    "“{0}” has no value in entry {1} of “{2}”; give one, or null where it is to stay empty.",
                    Flow.Short(place.Name),
                    entry.Number,
                    Flow.Short(entry.List)
                )
                : Sentence.Of("“{0}” has no value; give one, or null where it is to stay empty.", Flow.Short(place.Name))
        );

    public void AddNoText(TagPlace place, JsonValueKind kind) =>
        Tell(
            problems,
            place,
            kind switch
            {
                JsonValueKind.Array => Sentence.Of(
                    "“{0}” is a list; write what is said of each entry between “{1}” and “{2}”.",
                    Flow.Short(place.Name),
                    $"{{#{Flow.Short(place.Name)}}}",
                    $"{{/{Flow.Short(place.Name)}}}"
                ),
                JsonValueKind.Object => Sentence.Of("“{0}” has parts; name the one that is meant.", Flow.Short(place.Name)),
                _ => Sentence.Of("The value of “{0}” holds half a character; write it anew.", Flow.Short(place.Name)),
            }
        );

    /// <summary>A section of which the values say nothing is left out, which may be a mistake.</summary>
    public void AddAbsent(TagPlace place) =>
        Tell(
            notices,
            place,
            Sentence.Of("“{0}” is not among the values and was taken as empty.", $"{{{place.Sign}{Flow.Short(place.Name)}}}")
        );

    private void Tell(List<Sentence> list, TagPlace place, Sentence what)
    {
        var sentence = Sentence.Of("Paragraph {0} of {1}: {2}", place.Paragraph, place.Story, what);
        if (list.Count < WordTemplate.MaxProblems && told.Add(sentence))
            list.Add(sentence);
    }
}
