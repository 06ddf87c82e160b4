using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Writes again to those who have not answered a letter, in its thread and its language.</summary>
public sealed class RemindAddressees(
    SecretariatDb db,
    PutInOutbox outbox,
    CoverMail cover,
    ReminderText words,
    AllianceWords alliance,
    TimeProvider time
)
{
    /// <param name="missing">Letters whose addressees can be reminded.</param>
    /// <param name="texts">What is written, by language, with the places of <see cref="ReminderText"/> to be filled in.</param>
    public async Task RunAsync(
        Campaign campaign,
        IReadOnlyList<LetterAnswer> missing,
        IReadOnlyDictionary<string, string> texts,
        CancellationToken cancellationToken
    )
    {
        await cover.PrepareAsync(campaign, cancellationToken);
        var ids = missing.Select(m => m.Letter.Id).ToList();
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
        foreach (var letter in missing.Select(m => m.Letter))
            await PostAsync(
                campaign,
                letter,
                (sent[letter.Id].Thread, sent[letter.Id].InternetMessageId),
                texts,
                cancellationToken
            );
        await db.SaveAsync(
            Text.Key("Remind those who have not answered"),
            Text.Key("The number of reminders was restated before they left."),
            cancellationToken
        );
    }

    private async Task PostAsync(
        Campaign campaign,
        Letter letter,
        (Guid Thread, string MessageId) first,
        IReadOnlyDictionary<string, string> texts,
        CancellationToken cancellationToken
    )
    {
        var today = time.Today();
        var language = words.LanguageFor(letter.Language);
        string Fill(string text) => FillIn(text, campaign, letter, language);
        var text = new OutgoingText(
            $"{OutgoingMessage.ReminderPurpose}{letter.Id}/{today:yyyy-MM-dd}",
            letter.AddresseeName!,
            letter.AddresseeEmail!,
            $"[{letter.Reference}] {Fill(words.Subject.In(language))}",
            Fill(texts[language]).ReplaceLineEndings("\n").TrimEnd() + "\n"
        )
        {
            Answers = [first.MessageId],
            DueAt = time.Now(),
        };
        db.Reminders.Add(
            new Reminder
            {
                LetterId = letter.Id,
                On = today,
                OutgoingMessageId = await outbox.RunAsync(first.Thread, text, cancellationToken),
            }
        );
    }

    /// <summary>The text as this addressee reads it.</summary>
    public string FillIn(string text, Campaign campaign, Letter letter, string language) =>
        text.Replace("{salutation}", cover.SalutationOf(campaign, letter), StringComparison.Ordinal)
            .Replace("{reference}", letter.Reference, StringComparison.Ordinal)
            .Replace("{date}", LetterLanguage.For(language).Write(letter.SignedOn!.Value), StringComparison.Ordinal)
            .Replace("{title}", cover.SubjectOf(campaign, letter), StringComparison.Ordinal)
            .Replace("{link}", cover.AnswerAt(letter), StringComparison.Ordinal)
            .Replace("{mailbox}", cover.Mailbox, StringComparison.Ordinal)
            .Replace("{secretariat}", alliance.Secretariat.In(language), StringComparison.Ordinal);
}
