using System.Runtime.CompilerServices;
using System.Text;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;

namespace Secretariat.Tests.Correspondence;

/// <summary>The letters in <c>replies.txt</c>, and how a letter becomes a message.</summary>
public static class ClerkReplies
{
    public static Clerk Reader { get; } =
        new(ClerkWords.Load(Path.Combine(AppContext.BaseDirectory, "data", "clerk", "en.json")));

    public static IReadOnlyList<(string Title, string Letter, IReadOnlyList<Expectation> Expected)> All { get; } = Load();

    public static MimeMessage Mail(string letter, string headers = "", string type = "text/plain")
    {
        var source =
            $"From: Arne Sender <arne.sender@ministry.example>\nSubject: Re: [GA-2024-0031]\n{headers}Content-Type: {type}; charset=utf-8\n\n{letter}";
        return MimeReader.Read(Encoding.UTF8.GetBytes(source));
    }

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<(string, string, IReadOnlyList<Expectation>)> Load([CallerFilePath] string source = "")
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, "replies.txt")).ReplaceLineEndings("\n");
        return [.. text.Split("\n=== ").Skip(1).Select(Case)];
    }

    private static (string, string, IReadOnlyList<Expectation>) Case(string text)
    {
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var parts = text[(title.Length + 1)..].Split("\n---\n");
        var lines = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "nothing");
        return (title, parts[0] + "\n", [.. lines.Select(Expectation.Read)]);
    }
}

/// <summary>One line of what a letter asks for.</summary>
public sealed record Expectation(ProposalType Type, IReadOnlyDictionary<string, string> Fields)
{
    public static Expectation Read(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return new(
            Enum.Parse<ProposalType>(parts[0], ignoreCase: true),
            parts.Skip(1).Select(p => p.Split(": ", 2)).ToDictionary(p => p[0], p => p[1])
        );
    }

    /// <summary>What differs, as a sentence each; nothing when the suggestion is as expected.</summary>
    public IEnumerable<string> Differences(Suggestion given)
    {
        if (given.Type != Type)
            yield return $"{given.Type}, not {Type}";
        foreach (var (field, wanted) in Fields.Where(f => f.Key != "quote"))
            if (Said(given, field) is var said && said != (wanted is "-" ? "" : wanted))
                yield return $"{field} “{said}”, not “{wanted}”";
        if (
            Fields.TryGetValue("quote", out var quote)
            && !given.Evidence.Any(e => ClerkReplies.Flat(e.Quote).Contains(quote, StringComparison.Ordinal))
        )
            yield return $"no quote holds “{quote}”";
    }

    private static string Said(Suggestion given, string field) =>
        field switch
        {
            "alternate" => given.IsAlternate ? "yes" : "no",
            "strands" => string.Join(',', given.Strands),
            "name" => given.Person?.Name ?? "",
            "function" => given.Person?.Function ?? "",
            "organisation" => given.Person?.Organisation ?? "",
            "email" => given.Person?.Email ?? "",
            "phone" => given.Person?.Phone ?? "",
            _ => throw new InvalidDataException($"There is no field {field}."),
        };
}
