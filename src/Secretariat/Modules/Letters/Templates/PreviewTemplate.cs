using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Templates;

/// <summary>What a template still lacks, how a letter made of it reads, and what each of its fields would say.</summary>
public sealed record TemplatePreview(IReadOnlyList<Reason> Problems, MadeLetter Made, IReadOnlyList<FieldRow> Fields);

public sealed record FieldRow(TemplateField Field, string? Example);

/// <summary>Makes the invented letter out of a text that perhaps nobody has saved.</summary>
public sealed class PreviewTemplate(LetterMaker maker)
{
    public async Task<TemplatePreview> MakeAsync(string code, TemplateWording template, CancellationToken cancellationToken)
    {
        var parsed = LetterTemplate.Parse(template.Markdown);
        IReadOnlyList<Reason> problems = template.WordSha256 is null ? parsed.Problems : [];
        var campaign = LetterExample.Campaign(code, hasAnnex: false);
        var letter = LetterExample.Letter(campaign, template);
        var partner = (letter.PartnerId, LetterExample.PartnerIn(template.Language));
        await maker.PrepareAsync(campaign, template, partner, cancellationToken);
        if (maker.Writings.Find(template.Form, template.Language) is { HasTimetable: true })
            campaign = LetterExample.Campaign(code, hasAnnex: true);
        var values = maker.ValuesOf(campaign, letter) ?? [];
        return new(
            problems,
            problems.Count > 0 ? new(null, []) : maker.Make(campaign, letter),
            [.. LetterFields.All.Select(field => new FieldRow(field, LetterExample.ValueOf(field, values)))]
        );
    }
}
