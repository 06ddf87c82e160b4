using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Letters;

/// <summary>What a letter is made of: a text of ours, or a Word file of the house.</summary>
public sealed record Writing(LetterTemplate? Text, WordTemplate? Word)
{
    public bool Asks => Repeats("asks");

    /// <summary>It has a place for the timetable, behind the letter or in it.</summary>
    public bool HasTimetable => Text is { NamesAnnex: true } || Word?.Sections.Contains("annex") is true;

    public bool ListsPartners => Text is { AnnexesPartners: true } || Repeats("partners");

    public bool HasProgramme => Annexes.Contains(AnnexKind.Programme) || Repeats("programme");

    public IReadOnlyList<AnnexKind> Annexes => Text?.Annexes ?? [];

    private bool Repeats(string list) => Word?.Sections.Contains(list) ?? Text!.Fields.Contains(list);
}

/// <summary>A template in all the forms and languages in which it is written.</summary>
public sealed class Writings(IReadOnlyDictionary<(CorrespondenceForm Form, string Language), Writing> all)
{
    /// <summary>Whether it asks for something, in one of them at least.</summary>
    public bool AnyAsks => all.Values.Any(writing => writing.Asks);

    /// <summary>Its forms; an e-mail takes the words of the letter where it has none of its own.</summary>
    public IReadOnlyList<CorrespondenceForm> Forms => [.. Enum.GetValues<CorrespondenceForm>().Where(f => LanguagesOf(f).Any())];

    /// <summary>Its languages in that form.</summary>
    public IEnumerable<string> LanguagesOf(CorrespondenceForm form) =>
        all
            .Keys.Select(key => key.Language)
            .Distinct()
            .Where(language => Find(form, language) is not null)
            .Order(StringComparer.Ordinal);

    public Writing? Find(CorrespondenceForm form, string language) =>
        all.GetValueOrDefault((form, language))
        ?? (form is CorrespondenceForm.Mail ? all.GetValueOrDefault((CorrespondenceForm.Letter, language)) : null);

    public static async Task<Writings> ReadAsync(CampaignWording wording, IFileStore files, CancellationToken cancellationToken)
    {
        var all = new Dictionary<(CorrespondenceForm, string), Writing>();
        foreach (var template in wording.InAllForms())
            all[(template.Form, template.Language)] = template.WordSha256 is { } sha256
                ? new Writing(null, WordTemplate.Read(await files.GetAsync(sha256, cancellationToken)))
                : new Writing(LetterTemplate.Parse(template.Markdown), null);
        return new(all);
    }
}
