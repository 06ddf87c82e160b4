using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Nominations;

/// <summary>A reminder is in one language throughout, be it another one than that of its letter, which keeps its own name.</summary>
[Trait("Needs", "Database")]
public sealed class ReminderLanguageTests : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly ReminderText English = new(
        LocalizedText.InEnglish("Reminder: {title}"),
        LocalizedText
            .InEnglish("{salutation}\n\nWe wrote to you on {date}.\n")
            .With("fr", "{salutation}\n\nNous vous avons écrit.\n")
    );

    private readonly TestApp app = new() { Replace = s => s.AddSingleton(English) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void A_language_counts_in_which_subject_text_and_addition_are_written()
    {
        var subject = LocalizedText.InEnglish("Reminder").With("fr", "Rappel");
        var text = LocalizedText.InEnglish("Text").With("fr", "Texte");
        Assert.Equal("fr", new ReminderText(subject, text).LanguageFor("fr"));
        Assert.Equal("en", English.LanguageFor("fr"));
        Assert.Equal(
            "en",
            (new ReminderText(subject, text) with { ToSuccessor = LocalizedText.InEnglish("To") }).LanguageFor("fr")
        );
    }

    [Fact]
    public async Task Subject_and_opening_are_in_the_language_of_the_words_and_the_letter_keeps_its_name()
    {
        var reminder = await RemindedAsync(CorrespondenceForm.Letter);

        Assert.Equal($"[{reminder.Reference}] Reminder: {reminder.Title}", reminder.Message.Subject);
        Assert.StartsWith("Suites de la conférence", reminder.Title, Ordinal);
        Assert.StartsWith("Dear Minister,\n\nWe wrote to you on", reminder.Message.Body, Ordinal);
    }

    [Fact]
    public async Task A_note_verbale_is_reminded_under_the_name_that_the_institution_has_in_that_language()
    {
        var reminder = await RemindedAsync(CorrespondenceForm.NoteVerbale);
        const string Institution = "Permanent Representation of Belgium to the European Union";

        Assert.StartsWith($"[{reminder.Reference}] Reminder: ", reminder.Message.Subject, Ordinal);
        Assert.StartsWith($"{Institution}\n\nWe wrote to you on", reminder.Message.Body, Ordinal);
        Assert.Equal(Institution, reminder.Message.ToName);
    }

    [Theory]
    [InlineData(CorrespondenceForm.Letter, "Minister MS-BE,\n\nWe wrote to you on")]
    [InlineData(CorrespondenceForm.NoteVerbale, "Belgium\n\nWe wrote to you on")]
    public async Task Where_the_table_has_no_words_the_bare_name_stands_and_no_empty_line(CorrespondenceForm form, string opening)
    {
        var reminder = await RemindedAsync(
            form,
            async db => await db.FormsOfAddress.Where(f => f.Language == "en").ExecuteDeleteAsync(Cancelled)
        );

        Assert.StartsWith(opening, reminder.Message.Body, Ordinal);
    }

    private sealed record Reminded(OutgoingMessage Message, string Reference, string Title);

    /// <summary>Of a letter in French, for which there are no whole words in French.</summary>
    private async Task<Reminded> RemindedAsync(CorrespondenceForm form, Func<SecretariatDb, Task>? meanwhile = null)
    {
        await app.HasMinistersAsync(1);
        await app.GivenAsync(async db =>
        {
            var minister = await db.Mandates.SingleAsync(Cancelled);
            minister.Language = "fr";
            (await db.Partners.SingleAsync(p => p.Id == minister.PartnerId, Cancelled)).PreferredForm = form;
        });
        var officer = await app.AsAsync(Role.Officer);
        var letter = await SentAsync(officer);
        Assert.Equal(("fr", form), (letter.Language, letter.WrittenAs));
        if (meanwhile is not null)
            await app.GivenAsync(meanwhile);

        var remind = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/remind");
        Assert.Equal("en", remind.Document.QuerySelector("details blockquote")!.GetAttribute("lang"));
        await remind.Form("remind").With("Count", "1").SubmitAsync("Send the reminders");

        var messages = await app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Cancelled));
        var sent = messages.Single(m => m.Id == letter.OutgoingMessageId);
        return new(
            messages.Single(m => m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose, Ordinal)),
            letter.Reference!,
            sent.Subject[(sent.Subject.IndexOf(']', Ordinal) + 2)..]
        );
    }

    /// <summary>A letter that left eight days ago.</summary>
    private async Task<Letter> SentAsync(TestBrowser officer)
    {
        await app.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var frozen = await app.FreezeAsync(draft, await app.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", "1").SubmitAsync();
        await app.GivenAsync(async db =>
            (await db.Letters.SingleAsync(Cancelled)).MarkSent(TimeProvider.System.Now().AddDays(-8))
        );
        return await app.ReadAsync(db => db.Letters.SingleAsync(Cancelled));
    }
}
