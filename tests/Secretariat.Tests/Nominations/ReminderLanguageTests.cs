using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Nominations;

/// <summary>A reminder is in one language throughout, be it another one than that of its letter.</summary>
[Trait("Needs", "Database")]
public sealed class ReminderLanguageTests : IAsyncLifetime
{
    private static readonly ReminderText English = new(
        LocalizedText.InEnglish("Reminder: {title}"),
        LocalizedText.InEnglish("{salutation}\n\nWe wrote to you on {date}.\n")
    );

    private readonly TestApp app = new() { Replace = s => s.AddSingleton(English) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Where_there_are_no_words_in_the_language_of_the_letter_the_salutation_is_in_that_of_the_words()
    {
        await app.HasMinistersAsync(1);
        await app.GivenAsync(async db => (await db.Mandates.SingleAsync(Cancelled)).Language = "fr");
        var officer = await app.AsAsync(Role.Officer);
        var letter = await SentAsync(officer);
        Assert.Equal("fr", letter.Language);

        var remind = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/remind");
        await remind.Form("remind").With("Count", "1").SubmitAsync("Send the reminders");

        var reminder = await app.ReadAsync(db =>
            db.Outbox.SingleAsync(m => m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose), Cancelled)
        );
        Assert.StartsWith("Dear Minister,\n\nWe wrote to you on", reminder.Body, StringComparison.Ordinal);
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
