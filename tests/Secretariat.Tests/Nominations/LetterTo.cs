using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Nominations;

internal static class LetterTo
{
    /// <summary>A frozen letter in a campaign of its own.</summary>
    public static async Task<Letter> PartnerAsync(
        SecretariatDb db,
        string partner,
        string reference,
        string docx = "",
        bool isSent = true,
        DateTimeOffset? sentAt = null
    )
    {
        var partnerId = await db
            .Partners.Where(p => p.Code == partner)
            .Select(p => p.Id)
            .SingleAsync(TestContext.Current.CancellationToken);
        var now = sentAt ?? new DateTimeOffset(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var campaign = new Campaign
        {
            Title = "Follow-up",
            TemplateCode = "follow-up",
            AnnexAsOf = new DateOnly(2024, 2, 20),
        };
        var thread = new Thread
        {
            PartnerId = partnerId,
            Subject = "Follow-up",
            Reference = reference,
        };
        var outgoing = new OutgoingMessage
        {
            Purpose = reference,
            ToName = "Minister",
            ToAddress = "minister@interior.example",
            Subject = reference,
            Body = "",
            InternetMessageId = $"{reference}@secretariat.example",
            ThreadId = thread.Id,
            DueAt = now,
        };
        var letter = new Letter
        {
            CampaignId = campaign.Id,
            PartnerId = partnerId,
            Order = 1,
            Language = "en",
            Rank = "minister",
            Form = AddressForm.Unknown,
        };
        letter.Address("A Minister", "Minister", "minister@interior.example");
        campaign.Submit([letter], new CampaignWording(), Guid.CreateVersion7());
        campaign.SignOff([letter], [reference], now, Guid.CreateVersion7());
        letter.Freeze(docx, null, now);
        letter.PutInOutbox(outgoing.Id, thread.Id);
        if (isSent)
            letter.MarkSent(now);
        db.AddRange(campaign, thread, outgoing, letter);
        return letter;
    }
}
