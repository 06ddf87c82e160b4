using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Figures;

public sealed class FiguresModel(SecretariatDb db, TimeProvider time) : PublicPage(time)
{
    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var figures = await db.Figures.AsNoTracking().ToListAsync(Cancelled);
        // Codes begin with what is measured, so that versions of one figure stand together.
        Figures = [.. figures.Where(f => f.IsKnownOn(AsOf)).OrderBy(f => f.Code, StringComparer.Ordinal)];
    }

    /// <summary>The value as the source puts it: “more than 90”, “between 3 and 6”.</summary>
    public static string? Value(Figure figure, Text t) =>
        figure switch
        {
            { Low: { } low, High: { } high } => t.Of("between {0} and {1}", low, high),
            { Value: null } => null,
            { Value: { } value, Comparator: ">" } => t.Of("more than {0}", value),
            { Value: { } value, Comparator: "<" } => t.Of("less than {0}", value),
            { Value: { } value, Comparator: "almost" } => t.Of("almost {0}", value),
            { Value: { } value, Comparator: "about" } => t.Of("about {0}", value),
            { Value: { } value } => t.Number(value),
        };
}
