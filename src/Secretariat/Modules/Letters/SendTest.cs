using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Sends a letter, as it would leave, to an officer and to nobody else. It changes nothing of the letter.</summary>
public sealed class SendTest(
    SecretariatDb db,
    PutInOutbox outbox,
    CoverMail cover,
    LetterMaker maker,
    ReplySheetMaker sheets,
    WriteLetterFiles files,
    TimeProvider time
)
{
    /// <param name="to">Name and address of the officer.</param>
    public async Task RunAsync(
        Campaign campaign,
        Letter letter,
        (string Name, string Address) to,
        CancellationToken cancellationToken
    )
    {
        await sheets.PrepareAsync(campaign, cancellationToken);
        var now = time.Now();
        var text = new OutgoingText(
            $"{OutgoingMessage.TestPurpose}{letter.Id}/{Guid.CreateVersion7()}",
            to.Name,
            to.Address,
            $"[Test] {cover.SubjectOf(campaign, letter)}",
            $"Test: {cover.RecipientOf(campaign, letter)}, {letter.AddresseeEmail}\n\n—\n\n{cover.BodyFor(campaign, letter, now)}"
        )
        {
            Files = letter.IsFrozen ? [.. ReleaseCampaign.FilesOf(letter)] : await MakeAsync(campaign, letter, cancellationToken),
            DueAt = now,
        };
        await outbox.RunAsync(null, text, cancellationToken);
        await db.SaveAsync(Text.Key("Send a letter as a test"), cancellationToken: cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingFile>> MakeAsync(
        Campaign campaign,
        Letter letter,
        CancellationToken cancellationToken
    )
    {
        var (docx, pdf) = await files.RunAsync(maker.Make(campaign, letter).Document!, cancellationToken);
        (string Name, string Type, string? Sha256)[] made =
        [
            ("test.pdf", "application/pdf", pdf),
            ("test.docx", ReleaseCampaign.Docx, docx),
            ("test-reply.docx", ReleaseCampaign.Docx, await files.PutAsync(sheets.Make(letter), cancellationToken)),
        ];
        return [.. made.Where(f => f.Sha256 is not null).Select(f => new OutgoingFile(f.Name, f.Type, f.Sha256!))];
    }
}
