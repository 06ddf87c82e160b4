using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Faults;

/// <summary>Draft → submit → sign off → number → freeze → release → send, killed: a campaign at a time, a letter to each of some ministers.</summary>
public sealed class LetterKillTests : SendKillTest
{
    private const string Kind = "partner-country";
    private const int Ministers = 4;

    [Fact]
    public async Task No_letter_leaves_without_its_record_and_none_leaves_again()
    {
        await GivenAsync((_, db) => AppointAsync(db));

        await KillAsync("letters", 7, 4, ToServer, _ => Task.CompletedTask, NothingAgainAsync);

        await AllIsSentAsync();
        var letters = await ReadAsync(db => db.Letters.AsNoTracking().ToListAsync(Cancelled));
        Assert.All(letters, l => Assert.Equal(LetterStatus.Sent, l.Status));
        await EachHasItsOwnAsync(letters);
        await AuditHoldsAsync();
        Say($"{letters.Count} letters, each with its number, file, thread and message");
    }

    /// <summary>Whatever has a number, a file or a message has all that comes before it, at any moment.</summary>
    protected override async Task NothingAgainAsync()
    {
        await base.NothingAgainAsync();
        var letters = await ReadAsync(db => db.Letters.AsNoTracking().Where(l => l.Reference != null).ToListAsync(Cancelled));
        GapFree(letters);
        var drafted = await ReadAsync(db => db.Campaigns.Select(c => db.Letters.Count(l => l.CampaignId == c.Id)).ToListAsync());
        Assert.All(drafted, count => Assert.Equal(Ministers, count));
        var posted = letters.Where(l => l.OutgoingMessageId is not null).ToList();
        Assert.All(posted, l => Assert.True(l.IsFrozen));
        var outbox = await ReadAsync(db => db.Outbox.Select(m => m.Id).ToListAsync(Cancelled));
        Assert.Equal(outbox.Order(), posted.Select(l => l.OutgoingMessageId!.Value).Order());
    }

    private static void GapFree(List<Letter> letters)
    {
        var numbers = letters.Select(l => int.Parse(l.Reference!.Split('-')[2], CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, letters.Count), numbers.Order());
    }

    private async Task EachHasItsOwnAsync(List<Letter> letters)
    {
        GapFree(letters);
        var threads = await ReadAsync(db => db.Threads.AsNoTracking().ToListAsync(Cancelled));
        Assert.Equal(
            letters.Select(l => (l.ThreadId!.Value, l.Reference)).Order(),
            threads.Select(t => (t.Id, t.Reference)).Order()
        );
        var outbox = await ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Cancelled));
        Assert.Equal(
            letters.Select(l => (l.OutgoingMessageId!.Value, $"{l.DocxSha256} {l.ReplySheetSha256}")).Order(),
            outbox.Select(m => (m.Id, string.Join(' ', m.Files.Select(f => f.Sha256)))).Order()
        );
        // The store itself refuses bytes that are not those of the hash.
        var files = Services.GetRequiredService<IFileStore>();
        foreach (var letter in letters)
            await files.GetAsync(letter.DocxSha256!, Cancelled);
    }

    private static async Task AppointAsync(SecretariatDb db)
    {
        var partners = await db.Partners.Where(p => p.KindCode == Kind).OrderBy(p => p.Code).Take(Ministers).ToListAsync();
        foreach (var partner in partners)
            db.Add(MinisterOf(partner));
        db.Senders.Add(
            new Sender
            {
                Name = "Astrid Kallemaa",
                Institution = LocalizedText.InEnglish("Secretariat of the Alliance"),
                Portfolio = LocalizedText.InEnglish("Member responsible for the Alliance"),
                Address = LocalizedText.InEnglish("Rue de l’Exemple 1, 1000 Brussels"),
                Place = LocalizedText.InEnglish("Brussels"),
            }
        );
    }

    private static Mandate MinisterOf(Partner partner)
    {
        var person = new Person { Name = $"Minister {partner.Code}", Email = $"minister@{partner.Code}.example" };
        return new Mandate
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = MandateRole.Principal,
            Function = "Minister of the Interior",
            Rank = "minister",
            From = new DateOnly(2023, 1, 1),
        };
    }
}
