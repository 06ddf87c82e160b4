using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>
/// Writes again to those who have not answered a letter, in its thread. A reminder is in one language throughout, from its subject and
/// its opening on: that of the letter, or the one in which there are words instead. What a letter is called stays as the letter says it.
/// </summary>
public sealed class RemindAddressees(
    SecretariatDb db,
    PutInOutbox outbox,
    CoverMail cover,
    ReminderText words,
    AllianceWords alliance,
    OfficeHours hours,
    TimeProvider time
)
{
    private Greeting greeting = null!;
    private Dictionary<Guid, Partner> partners = [];

    /// <summary>Reads once what all reminders share.</summary>
    /// <param name="missing">What those who are reminded have not answered.</param>
    public async Task PrepareAsync(Campaign campaign, IEnumerable<UnansweredLetters> missing, CancellationToken cancellationToken)
    {
        await cover.PrepareAsync(campaign, cancellationToken);
        greeting = await Greeting.ReadAsync(db, cancellationToken);
        var ids = missing.Select(m => m.First.PartnerId).ToList();
        partners = await db
            .Partners.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
    }

    /// <param name="missing">What those who can be reminded have not answered.</param>
    /// <param name="texts">What is written, by language, with the places of <see cref="ReminderText"/> to be filled in.</param>
    /// <returns>How many wait for the office hours of their country.</returns>
    public async Task<int> RunAsync(
        Campaign campaign,
        IReadOnlyList<UnansweredLetters> missing,
        IReadOnlyDictionary<string, string> texts,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(campaign, missing, cancellationToken);
        var ids = missing.Select(m => m.First.Letter.Id).ToList();
        var sent = await (
            from letter in db.Letters
            where ids.Contains(letter.Id)
            join message in db.Outbox on letter.OutgoingMessageId equals message.Id
            join thread in db.Threads on letter.ThreadId equals thread.Id
            select new
            {
                letter.Id,
                message.InternetMessageId,
                Thread = thread.MergedIntoId ?? thread.Id,
            }
        ).ToDictionaryAsync(s => s.Id, cancellationToken);
        var (now, waiting) = (time.Now(), 0);
        foreach (var letters in missing)
        {
            var first = sent[letters.First.Letter.Id];
            var country = partners[letters.First.PartnerId].IsoAlpha2;
            var due = hours.Next(country, now);
            await PostAsync(campaign, letters, (first.Thread, first.InternetMessageId, due, country), texts, cancellationToken);
            if (due > now)
                waiting++;
        }

        await db.SaveAsync(
            Text.Key("Remind those who have not answered"),
            Text.Key("The number of reminders was restated before they left."),
            cancellationToken
        );
        return waiting;
    }

    private async Task PostAsync(
        Campaign campaign,
        UnansweredLetters letters,
        (Guid Thread, string MessageId, DateTimeOffset Due, string? Country) first,
        IReadOnlyDictionary<string, string> texts,
        CancellationToken cancellationToken
    )
    {
        var (answer, letter) = (letters.First, letters.First.Letter);
        var today = time.Today();
        var language = words.LanguageFor(letter.Language);
        var text = new OutgoingText(
            $"{OutgoingMessage.ReminderPurpose}{letter.Id}/{today:yyyy-MM-dd}",
            letter.IsNoteVerbale ? SalutationOf(campaign, answer, language) : answer.To.Name,
            answer.To.Email!,
            $"[{letter.Reference}] {FillIn(words.Subject.In(language), campaign, letters, language)}",
            BodyFor(texts[language], campaign, letters, language).ReplaceLineEndings("\n").TrimEnd() + "\n"
        )
        {
            Files = answer.Successor is null ? [] : [.. letters.Answers.SelectMany(a => ReleaseCampaign.FilesOf(a.Letter))],
            Answers = [first.MessageId],
            DueAt = first.Due,
            KeepsOfficeHours = true,
            Country = first.Country,
        };
        var id = await outbox.RunAsync(first.Thread, text, cancellationToken);
        db.Reminders.AddRange(
            letters.Answers.Select(a => new Reminder
            {
                LetterId = a.Letter.Id,
                On = Clock.DayOf(first.Due),
                OutgoingMessageId = id,
            })
        );
    }

    /// <summary>The text as this addressee reads it; whoever follows in the office is told to whom the letter was written.</summary>
    public string BodyFor(string text, Campaign campaign, UnansweredLetters letters, string language)
    {
        var body = FillIn(text, campaign, letters, language);
        return letters.First.Successor is null || letters.First.Letter.IsNoteVerbale
            ? body
            : $"{body.TrimEnd()}\n\n{FillIn(words.ToSuccessor.In(language), campaign, letters, language)}";
    }

    private string FillIn(string text, Campaign campaign, UnansweredLetters letters, string language)
    {
        var letter = letters.First.Letter;
        return text.Replace("{salutation}", SalutationOf(campaign, letters.First, language), StringComparison.Ordinal)
            .Replace("{reference}", letters.References, StringComparison.Ordinal)
            .Replace("{date}", LetterLanguage.For(language).Write(letter.SignedOn!.Value), StringComparison.Ordinal)
            .Replace("{title}", cover.SubjectOf(campaign, letter), StringComparison.Ordinal)
            .Replace("{link}", cover.AnswerAt(letter), StringComparison.Ordinal)
            .Replace("{addressee}", letter.AddresseeName, StringComparison.Ordinal)
            .Replace("{mailbox}", cover.Mailbox, StringComparison.Ordinal)
            .Replace("{secretariat}", alliance.Secretariat.In(language), StringComparison.Ordinal);
    }

    /// <summary>As the letter has it, where it still can be put together, to its addressee in its language; else as the table has it now.</summary>
    private string SalutationOf(Campaign campaign, LetterAnswer answer, string language)
    {
        var (letter, partner) = (answer.Letter, partners[answer.PartnerId]);
        var isAsWritten = letter.Language == language && (letter.IsNoteVerbale || answer.Successor is null);
        if (isAsWritten && cover.SalutationOf(campaign, letter) is { Length: > 0 } written)
            return written;
        return letter.IsNoteVerbale
            ? greeting.InstitutionOf(partner, language)
            : greeting.For(partner, ReaderOf(answer, language), language);
    }

    /// <summary>The function that a letter names is in its language: it is said in no other one.</summary>
    private static Addressee ReaderOf(LetterAnswer answer, string language)
    {
        if (answer.Successor is { } successor)
            return Addressee.Of(successor, language);
        var addressee = Addressee.Of(answer.Letter);
        return answer.Letter.Language == language ? addressee : addressee with { Function = "" };
    }
}
