using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Partners, from a list.</summary>
public sealed class PartnerImport(SecretariatDb db, OfficialFootnotes footnotes, TimeProvider time) : ImportRules
{
    public override ImportKind Kind => ImportKind.Partners;

    public override IReadOnlyList<Field> Fields => F.All;

    public override string DefaultLabel => Text.Key("Kind of the new partners that name none");

    public override string Process => Text.Key("Import partners");

    public override async Task<IReadOnlyList<SelectListItem>> DefaultsAsync(Text t, CancellationToken cancellationToken)
    {
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        return [.. kinds.Select(k => new SelectListItem(k.Name.In(t.Language.Code), k.Code))];
    }

    private protected override async Task EnterAsync(
        IReadOnlyList<RowCells> rows,
        ImportChoice choice,
        CancellationToken cancellationToken
    )
    {
        var words = new PartnerWords(
            await Known.KindsAsync(db, cancellationToken),
            await Known.LanguagesAsync(db, cancellationToken),
            await CodeNames.ReadAsync(db, cancellationToken)
        );
        var all = await db
            .Partners.Include(p => p.Domains)
            .Include(p => p.KindsBefore)
            .Include(p => p.ListingsBefore)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var partners = new KnownPartners(all, await db.PartnerKinds.AsNoTracking().ToListAsync(cancellationToken));
        var given = rows.Select(r => PartnerRow.Read(r, words)).ToList();
        given.ForEach(r => r.Match(partners));
        CheckTwice(given);
        new CheckDomains(new DomainOwners(all)).Check(given.FindAll(r => r.Outcome.IsRight));
        var enter = new EnterPartners(db, partners, words, choice, time.Today()) { Footnotes = footnotes };
        given.FindAll(r => r.Outcome.IsRight).ForEach(enter.Enter);
    }

    /// <summary>Rows that mean one partner, or new ones that share a code or a name: none of them goes before the others.</summary>
    private static void CheckTwice(List<PartnerRow> rows)
    {
        var keys =
            from row in rows
            where row.Outcome.IsRight
            from key in row.Partner is { } known ? [$"{known.Id}"] : KeysOf(row)
            group row by key into same
            where same.Count() > 1
            select same.ToList();
        foreach (var same in keys.DistinctBy(s => string.Join(' ', s.Select(r => r.Outcome.Row))).ToList())
        {
            var numbers = RowNumbers.Of(same.ConvertAll(r => r.Outcome));
            var reason = Text.Key("Rows {0} are about the same partner: leave one of them.", numbers);
            same.ForEach(r => r.Outcome.Tell(reason));
        }
    }

    private static IEnumerable<string> KeysOf(PartnerRow row) =>
        row
            .Names.Concat(row.Letters)
            .Append(row.Code ?? "")
            .Select(Known.Key)
            .Where(k => k.Length > 0)
            .Distinct(StringComparer.Ordinal);
}
