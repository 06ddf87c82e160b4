using System.Text;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;

namespace Secretariat.Tests.Correspondence;

/// <summary>The letters in <c>letters/</c>, a file for each language, and how a letter becomes a message.</summary>
public static class ClerkReplies
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Correspondence", "Clerk");

    public static Clerk Reader { get; } = new(ClerkWords.LoadAll(Path.Combine(AppContext.BaseDirectory, "data", "clerk")));

    public static IReadOnlyList<(string Title, string Letter, IReadOnlyList<Expectation> Expected)> All { get; } =
    [.. Cases("letters").Select(c => (c.Title, c.Text, Expected(c.Answer)))];

    /// <summary>Absence notes, and ordinary mails that come near: subject, body, which of both, and what an ordinary one asks for.</summary>
    public static IReadOnlyList<(
        string Title,
        string Subject,
        string Body,
        MailKind Kind,
        IReadOnlyList<Expectation> Expected
    )> Absences { get; } = [.. Cases("absences").Select(c => Absence(c.Title, c.Text, c.Answer.Trim()))];

    public static IReadOnlyList<Suggestion> Suggested(MimeMessage mail) => Reader.Read(mail).Suggestions;

    public static MimeMessage Mail(
        string letter,
        string headers = "",
        string type = "text/plain",
        string subject = "Re: [GA-2024-0031]",
        string from = "Arne Sender <arne.sender@ministry.example>"
    )
    {
        var source = $"From: {from}\nSubject: {subject}\n{headers}Content-Type: {type}; charset=utf-8\n\n{letter}";
        return MimeReader.Read(Encoding.UTF8.GetBytes(source));
    }

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Each case under the language of its file and its own title.</summary>
    private static IEnumerable<(string Title, string Text, string Answer)> Cases(string folder) =>
        from file in Directory.GetFiles(Path.Combine(Folder, folder), "*.txt").Order(StringComparer.Ordinal)
        from text in File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n=== ").Skip(1)
        let title = text[..text.IndexOf('\n', StringComparison.Ordinal)]
        let parts = text[(title.Length + 1)..].Split("\n---\n")
        select ($"{Path.GetFileNameWithoutExtension(file)}: {title}", parts[0] + "\n", parts[1]);

    private static List<Expectation> Expected(string answer) =>
        [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "nothing").Select(Expectation.Read)];

    private static (string, string, string, MailKind, IReadOnlyList<Expectation>) Absence(
        string title,
        string text,
        string answer
    )
    {
        var parts = text.Split("\n\n", 2);
        (MailKind Kind, IReadOnlyList<Expectation> Expected) read = answer.Split('\n', 2) switch
        {
            ["auto-reply"] => (MailKind.AutoReply, []),
            ["ordinary", var asked] => (MailKind.Ordinary, Expected(asked)),
            _ => throw new InvalidDataException($"“{title}” does not say what it is and what it asks for."),
        };
        return (title, parts[0]["Subject:".Length..].Trim(), parts[1], read.Kind, read.Expected);
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
