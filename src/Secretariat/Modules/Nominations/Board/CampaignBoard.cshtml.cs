using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations.Board;

/// <summary>Who was asked by a campaign, who has the letter, who has answered what, who was reminded and who is missing, as of a day.</summary>
public sealed class CampaignBoardModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public sealed record Row(LetterAnswer Answer, Partner Partner, IReadOnlyList<Word> Words);

    /// <summary>What a partner says to one strand of work, and whether somebody speaks for it there.</summary>
    public sealed record Word(Stance? Stance, bool HasContactPoint);

    public Campaign Campaign { get; private set; } = null!;

    public AsOf Day { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Answering? State { get; set; }

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IReadOnlyList<Row> All { get; private set; } = [];

    public IEnumerable<Row> Shown => All.Where(r => State is null || r.Answer.State == State);

    public IEnumerable<SelectListItem> States =>
        Enum.GetValues<Answering>().Select(s => new SelectListItem(t.Of(s.Name()), s.ToString()));

    /// <summary>Whose letter had left, or was refused when it should have.</summary>
    public int Asked => All.Count(r => r.Answer.State is not Answering.NotYetSent);

    public int Delivered => All.Count(r => r.Answer.IsDelivered);

    public int Reminded => All.Count(r => r.Answer.Reminders.Count > 0);

    public int In(Answering state) => All.Count(r => r.Answer.State == state);

    public async Task<IActionResult> OnGetAsync(Guid id, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return NotFound();
        (Campaign, Day) = (campaign, asOf ?? AsOf.Today(time));
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        All = await RowsAsync(cancellationToken);
        return Page();
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        var answers = await ReadAnswers.OfCampaignAsync(db, Campaign.Id, Day, cancellationToken);
        var asked = db.Letters.Where(l => l.CampaignId == Campaign.Id).Select(l => l.PartnerId);
        var partners = await db
            .Partners.AsNoTracking()
            .Where(p => asked.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var interests = await db
            .Interests.AsNoTracking()
            .At(Day)
            .Where(i => asked.Contains(i.PartnerId))
            .ToListAsync(cancellationToken);
        var contacts = await db
            .Mandates.AsNoTracking()
            .At(Day)
            .Where(m => m.Role == MandateRole.ContactPoint && asked.Contains(m.PartnerId))
            .ToListAsync(cancellationToken);
        var (said, speaking) = (interests.ToLookup(i => i.PartnerId), contacts.ToLookup(m => m.PartnerId));
        return [.. answers.Select(a => new Row(a, partners[a.Letter.PartnerId], WordsOf(a.PartnerId)))];

        IReadOnlyList<Word> WordsOf(Guid partner) =>
            [
                .. Strands.Select(s => new Word(
                    said[partner].FirstOrDefault(i => i.StrandCode == s.Code)?.Stance,
                    speaking[partner].Any(m => m.Covers(s.Code))
                )),
            ];
    }
}
