using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Commitments;

/// <summary>What had been promised by a day, entered last first.</summary>
public sealed class CommitmentListModel(SecretariatDb db, TimeProvider time) : PageModel
{
    private const int PageSize = 30;

    public sealed record Row(Commitment Commitment, string Code, LocalizedText Partner, LocalizedText? Footnote) : IPlaced<Guid>
    {
        Guid IPlaced<Guid>.Place => Commitment.Id;
    }

    public AsOf Day { get; private set; }

    public ListPage<Row, Guid> Shown { get; private set; } = null!;

    /// <summary>Where the list goes on.</summary>
    public string? At(string side, Guid? place) =>
        place is null ? null : $"/office/commitments?{(Day.IsToday ? "" : $"asOf={Day}&")}{side}={place}";

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        var day = Day.Day;
        Shown = await db
            .Commitments.AsNoTracking()
            .Include(c => c.Progress)
            .Where(c => c.On <= day)
            .PageByKeyAsync(Rows, (before, after), PageSize, cancellationToken);
        return Page();
    }

    private IQueryable<Row> Rows(IQueryable<Commitment> commitments) =>
        from commitment in commitments
        join partner in db.Partners on commitment.PartnerId equals partner.Id
        select new Row(commitment, partner.Code, partner.Name, partner.Footnote);
}
