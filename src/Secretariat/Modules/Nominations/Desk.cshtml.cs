using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

public sealed class DeskModel(SecretariatDb db, Disclose disclose, Settings settings, TimeProvider time) : DeskPage(db)
{
    public Partner Partner { get; private set; } = null!;

    public MandateTimeline Mandates { get; private set; } = null!;

    /// <summary>The newest; the page of letters goes on from there.</summary>
    public ListPage<LetterLine, Guid> Letters { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText Strand, Interest Interest)> Interests { get; private set; } = [];

    public IReadOnlyList<NominationLine> Nominations { get; private set; } = [];

    public string Mailbox => settings.Mail.Mailbox;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Partner = await Db.Partners.AsNoTracking().Include(p => p.Domains).SingleAsync(p => p.Id == PartnerId, cancellationToken);
        Mandates = await MandateTimeline.OfAsync(Db, PartnerId, time.Today(), cancellationToken);
        Letters = await LettersAsync(default, cancellationToken);
        Interests = await InterestTimeline.OfAsync(Db, PartnerId, cancellationToken);
        Nominations = await NominationsAsync(cancellationToken);
        await disclose.SeenAsync("/desk", Mandates.Mandates.Select(m => m.PersonId), cancellationToken);
    }

    /// <summary>A message from an unknown sender says nothing about this partner until somebody has confirmed it.</summary>
    private async Task<IReadOnlyList<NominationLine>> NominationsAsync(CancellationToken cancellationToken)
    {
        var partnerId = PartnerId;
        var asked = NominationLine
            .In(Db, null, NominationLine.Naming)
            .Where(p =>
                Db.Messages.Any(m =>
                    m.Id == p.MessageId
                    && m.PartnerId == partnerId
                    && (m.Trust == Trust.Known || m.Trust == Trust.NotChecked || p.Status == ProposalStatus.Confirmed)
                )
            );
        return await NominationLine.Of(Db, asked.OrderByDescending(p => p.Id)).ToListAsync(cancellationToken);
    }
}
