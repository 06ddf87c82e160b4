using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>A campaign with its letters, what they lack and whom it leaves out.</summary>
public sealed record CampaignView(Campaign Campaign, IReadOnlyList<LetterRow> Rows, IReadOnlyList<LeftOutRow> LeftOut)
{
    /// <summary>What the letters are made with as they are shown.</summary>
    public required CampaignWording Wording { get; init; }

    public required DateTimeOffset Now { get; init; }

    public DateOnly Today => Clock.DayOf(Now);

    public IReadOnlyList<LetterRow> Leaving { get; } = [.. Rows.Where(r => !r.Letter.IsVoided)];

    public IReadOnlyDictionary<Guid, Partner> Partners => Rows.ToDictionary(r => r.Partner.Id, r => r.Partner);

    /// <summary>Letters are being made, or leave at this moment.</summary>
    public bool IsUnderWay =>
        Leaving.Any(r =>
            (r.Letter.Status is LetterStatus.Numbered && r.Letter.NotMadeBecause is null)
            || (r.Letter.Status is LetterStatus.InOutbox && !(Campaign.LeavesAt > Now))
        );

    /// <summary>What their addressees are called, and their mailboxes.</summary>
    public IEnumerable<string?> Addressees => Rows.SelectMany(r => r.Letter.Called);

    /// <summary>Whether a letter lists the partners, as an annex or in its text.</summary>
    public required bool ListsPartners { get; init; }

    /// <summary>Whether a letter has the programme that was chosen, as an annex or in its text.</summary>
    public required bool HasProgramme { get; init; }

    public bool HasProblems => Leaving.Any(r => r.Made.Problems.Count > 0);

    /// <summary>Words that stand in another language than their letter, each once, with the letters that have them.</summary>
    public IEnumerable<IGrouping<OtherWords, LetterRow>> OtherWords =>
        Leaving
            .Where(r => r.Made.Document is not null)
            .SelectMany(r => Documents.OtherWords.In(r.Made.Document!).Select(words => (Row: r, Words: words)))
            .GroupBy(p => p.Words, p => p.Row);

    /// <summary>What is lacking, each sentence once, with the letters that lack it.</summary>
    public IEnumerable<IGrouping<string, LetterRow>> Problems(Text t) =>
        Leaving.SelectMany(r => r.Made.Problems.Select(p => (Row: r, Sentence: t.Of(p)))).GroupBy(p => p.Sentence, p => p.Row);
}

public sealed record LetterRow(Letter Letter, Partner Partner, Reason? ServerWords)
{
    public MadeLetter Made { get; init; } = new(null, []);

    /// <summary>The language of its addressee, where the letter is in another one.</summary>
    public string? AddresseeLanguage { get; init; }

    /// <summary>How its partner wishes to be written to, where the letter is in another form.</summary>
    public Reason? PreferredForm => Partner.PreferredForm == Letter.WrittenAs ? null : Partner.PreferredForm.Name();

    /// <summary>To whom it is addressed: of a note verbale, the institution.</summary>
    public string? Addressee => Letter.IsNoteVerbale ? Made.Document?.AddresseeLines[0] : Letter.AddresseeName;

    /// <summary>The words with which it turns to a person; a note verbale has none.</summary>
    public string? Salutation => Letter.IsNoteVerbale ? null : Made.Document?.Salutation;

    /// <summary>Its addressee has left the office, which changes nothing of a letter that is signed off.</summary>
    public bool WasSignedForSomebodyWhoLeft { get; init; }
}

/// <summary>A partner of the campaign's kinds that gets no letter.</summary>
public sealed record LeftOutRow(
    Guid PartnerId,
    string Code,
    LocalizedText Partner,
    LocalizedText? Footnote,
    bool HasPrincipalNow,
    DateOnly? LastUntil
)
{
    public Reason Why =>
        (HasPrincipalNow, LastUntil) switch
        {
            (true, _) => Text.Key("Its principal was recorded after the letters were made."),
            (_, { } until) => Text.Key("The mandate of its last principal ended on {0}.", until.AddDays(-1)),
            _ => Text.Key("No principal is recorded to whom a letter could be addressed."),
        };
}

/// <summary>Gathers what the pages of a campaign show, by the same few queries for any number of letters.</summary>
public sealed class ReadCampaign(SecretariatDb db, LetterMaker maker, TimeProvider time)
{
    public async Task<CampaignView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return null;
        await maker.PrepareAsync(campaign, cancellationToken);
        var rows = await RowsAsync(id, cancellationToken);
        var today = time.Today();
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var hindrances = await Hindrances.ReadAsync(db, campaign, rows.Select(r => r.Letter), entries, today, cancellationToken);
        return new CampaignView(
            campaign,
            [
                .. rows.Select(r =>
                    r with
                    {
                        Made = hindrances.AddTo(maker.Make(campaign, r.Letter), r.Letter),
                        AddresseeLanguage = hindrances.OtherLanguageOf(r.Letter),
                        WasSignedForSomebodyWhoLeft = hindrances.WasSignedForSomebodyWhoLeft(r.Letter),
                    }
                ),
            ],
            await LeftOutAsync(campaign, entries, today, cancellationToken)
        )
        {
            Wording = maker.Wording,
            HasProgramme =
                campaign.Content.Programme is not null && rows.Exists(r => !r.Letter.IsVoided && maker.HasProgramme(r.Letter)),
            ListsPartners = rows.Exists(r => !r.Letter.IsVoided && maker.ListsPartners(r.Letter)),
            Now = time.Now(),
        };
    }

    private Task<List<LetterRow>> RowsAsync(Guid id, CancellationToken cancellationToken) =>
        (
            from letter in db.Letters.AsNoTracking()
            where letter.CampaignId == id
            join partner in db.Partners.AsNoTracking() on letter.PartnerId equals partner.Id
            join message in db.Outbox on letter.OutgoingMessageId equals message.Id into messages
            from message in messages.DefaultIfEmpty()
            orderby letter.Order
            select new LetterRow(letter, partner, message.ServerWords)
        ).ToListAsync(cancellationToken);

    private async Task<List<LeftOutRow>> LeftOutAsync(
        Campaign campaign,
        MergedEntries entries,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var principals = db.Mandates.Where(m => m.Role == MandateRole.Principal);
        return await db
            .Partners.AsNoTracking()
            .Where(campaign.GoesTo(entries))
            .Where(p => !db.Letters.Any(l => l.CampaignId == campaign.Id && l.PartnerId == p.Id))
            .OrderBy(p => db.PartnerKinds.Where(k => k.Code == p.KindCode).Select(k => k.Order).First())
            .ThenBy(p => p.KindCode == PartnerKind.MemberState ? p.ProtocolOrder ?? int.MaxValue : int.MaxValue)
            .ThenBy(p => p.Code)
            .Select(p => new LeftOutRow(
                p.Id,
                p.Code,
                p.Name,
                p.Footnote,
                principals.Any(m => m.PartnerId == p.Id && m.From <= today && (m.To == null || m.To > today)),
                principals.Where(m => m.PartnerId == p.Id).Max(m => m.To)
            ))
            .ToListAsync(cancellationToken);
    }
}
