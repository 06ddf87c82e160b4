using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>What one person reads.</summary>
/// <param name="Language">In which it is written.</param>
public sealed record MailingMessage(Recipient Recipient, string Language, string Subject, string Body);

/// <summary>Writes the messages of a mailing, each in the language of its reader where there are words in it.</summary>
public sealed partial class MailingWords(
    SecretariatDb db,
    AllianceWords alliance,
    IEnumerable<INews> news,
    Catalogue catalogue,
    Settings settings,
    TimeProvider time
)
{
    /// <summary>What can stand in the words, and what stands for it.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> Places =
    [
        ("salutation", Text.Key("how the reader is addressed")),
        ("partner", Text.Key("the partner for whom they are written to")),
        ("news", Text.Key("what anybody may know and happened since the day that you choose, and what comes next")),
        ("mailbox", Text.Key("our mailbox")),
        ("secretariat", Text.Key("the name of the secretariat")),
    ];

    private const string News = "{news}";

    /// <summary>What hinders words from being sent, as sentences; nothing when all is well.</summary>
    public static IEnumerable<Reason> Problems(string words, DateOnly? newsSince)
    {
        foreach (var place in Marks().Matches(words).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            if (!Places.Any(p => place == $"{{{p.Name}}}"))
                yield return Text.Key("“{0}” is no placeholder of a mailing: correct or delete it.", place);
        if (words.Contains(News, StringComparison.Ordinal) && newsSince is null)
            yield return Text.Key("The text tells news: choose from which day on.");
    }

    /// <summary>The same of a subject, which is one line.</summary>
    public static IEnumerable<Reason> SubjectProblems(string subject, DateOnly? newsSince)
    {
        foreach (var problem in Problems(subject, newsSince))
            yield return problem;
        if (subject.Contains(News, StringComparison.Ordinal) || subject.Any(char.IsControl))
            yield return Text.Key("A subject is one line, and tells no news.");
    }

    /// <summary>In the order of the recipients.</summary>
    public async Task<IReadOnlyList<MailingMessage>> WriteAsync(
        Mailing mailing,
        IReadOnlyList<Recipient> recipients,
        CancellationToken cancellationToken
    )
    {
        var greeting = await Greeting.ReadAsync(db, cancellationToken);
        var languages = recipients.Select(r => LanguageFor(mailing, r)).Distinct(StringComparer.Ordinal).ToList();
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in languages)
            told[language] = await NewsAsync(mailing, language, cancellationToken);
        return [.. recipients.Select(Write)];

        MailingMessage Write(Recipient to)
        {
            var language = LanguageFor(mailing, to);
            var salutation = greeting.For(to.Partner, to.Mandate, language);
            string Fill(string words) =>
                Braces().Replace(words, place => Of(place.Value, to, language, salutation, told[language]));
            return new(to, language, Fill(mailing.Subject.In(language)), Fill(mailing.Words.In(language)).TrimEnd() + "\n");
        }
    }

    private string Of(string place, Recipient to, string language, string salutation, string told) =>
        place switch
        {
            "{salutation}" => salutation,
            "{partner}" => to.Partner.Name.In(language),
            News => told,
            "{mailbox}" => settings.Mail.Mailbox,
            "{secretariat}" => alliance.Secretariat.In(language),
            _ => place,
        };

    private static string LanguageFor(Mailing mailing, Recipient to) => mailing.Words.Get(to.Mandate.Language).LanguageUsed;

    private async Task<string> NewsAsync(Mailing mailing, string language, CancellationToken cancellationToken)
    {
        if (mailing.NewsSince is not { } since || !mailing.Words.In(language).Contains(News, StringComparison.Ordinal))
            return "";
        var (t, until) = (catalogue.For(language), AsOf.Today(time));
        var sections = new List<string>();
        foreach (var module in news)
            if (await module.ReadAsync(since, until, t, cancellationToken) is { Lines.Count: > 0 } section)
                sections.Add($"{section.Heading}\n{string.Join('\n', section.Lines.Select(line => $"– {line}"))}");
        return sections.Count > 0 ? string.Join("\n\n", sections) : t.Of("Nothing has changed since {0}.", since);
    }

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Braces();

    /// <summary>Whatever is or was meant as a placeholder, also without its end or its beginning.</summary>
    [GeneratedRegex(@"\{[^{}\n]{0,40}\}?|\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}
