using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Series;

/// <summary>What an officer chooses from for an event: the series that there are, and the countries that are partners, or were chosen before.</summary>
public sealed record SeriesChoices(IReadOnlyList<SelectListItem> Series, IReadOnlyList<SelectListItem> Countries)
{
    public static async Task<SeriesChoices> ReadAsync(SecretariatDb db, Text t, CancellationToken cancellationToken)
    {
        var series = await db.EventSeries.AsNoTracking().ToListAsync(cancellationToken);
        var states = await db
            .CurrentPartners.Where(p => p.IsoAlpha2 != null)
            .Select(p => p.IsoAlpha2!)
            .Union(db.Events.Where(e => e.PartnerCountry != null).Select(e => e.PartnerCountry!))
            .ToListAsync(cancellationToken);
        return new(
            Sorted(t, series.Select(s => (s.Title.In(t.Language.Code), s.Id.ToString()))),
            Sorted(t, states.Select(s => (CountryNames.In(t.Language.Code, s) ?? s, s)))
        );
    }

    /// <summary>Says at its field what cannot be chosen.</summary>
    public void Check((string Field, Guid? Id) series, (string Field, string? Code) country, ModelStateDictionary state, Text t)
    {
        if (series.Id is { } id && Series.All(o => o.Value != id.ToString()))
            state.AddModelError(series.Field, t.Of("Choose a series, or leave it empty."));
        if (country.Code is { } code && Countries.All(o => o.Value != code))
            state.AddModelError(country.Field, t.Of("Choose a country, or leave it empty."));
    }

    private static List<SelectListItem> Sorted(Text t, IEnumerable<(string Name, string Value)> options) =>
        [
            .. options
                .OrderBy(o => o.Name, StringComparer.Create(t.Language.Culture, ignoreCase: true))
                .Select(o => new SelectListItem(o.Name, o.Value)),
        ];
}
