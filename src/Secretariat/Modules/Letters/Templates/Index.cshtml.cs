using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Templates;

/// <summary>The templates of letters, whole: there are a few dozen.</summary>
public sealed class IndexPage(SecretariatDb db) : PageModel
{
    public IReadOnlyList<TemplateRow> Rows { get; private set; } = [];

    /// <summary>Languages in which others are written, and one is not in this form.</summary>
    public IReadOnlyList<TemplateGap> Gaps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var sources = await db.TemplateSources.AsNoTracking().ToListAsync(cancellationToken);
        var groups = sources
            .GroupBy(s => (s.Code, s.Form))
            .OrderBy(g => g.Key.Code, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Form)
            .Select(g => g.OrderBy(s => s.Language, StringComparer.Ordinal).ToList())
            .ToList();
        Rows = [.. groups.SelectMany(TemplateRow.Of)];
        var languages = sources.Select(s => s.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        Gaps = [.. groups.SelectMany(g => languages.Except(g.Select(s => s.Language)).Select(l => new TemplateGap(g[0], l)))];
    }
}

/// <param name="Problems">Why no letter can be made of it.</param>
/// <param name="LacksFields">What the same template says in other languages only.</param>
public sealed record TemplateRow(TemplateSource Source, IReadOnlyList<Reason> Problems, IReadOnlyList<string> LacksFields)
{
    /// <param name="group">One template in its languages, in one form.</param>
    internal static IEnumerable<TemplateRow> Of(IReadOnlyList<TemplateSource> group)
    {
        // One in Word was looked at when it was uploaded.
        var parsed = group.Where(s => !s.IsWord).Select(s => (Source: s, Template: LetterTemplate.Parse(s.Markdown))).ToList();
        var all = parsed.SelectMany(p => p.Template.Fields).Distinct(StringComparer.Ordinal).ToList();
        return parsed
            .Select(p => new TemplateRow(p.Source, p.Template.Problems, [.. all.Except(p.Template.Fields)]))
            .Concat(group.Where(s => s.IsWord).Select(s => new TemplateRow(s, [], [])));
    }
}

public sealed record TemplateGap(TemplateSource Like, string Language);
