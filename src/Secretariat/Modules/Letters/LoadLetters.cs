using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The folder <c>letters</c>: templates as <c>code.language.md</c> or <c>code.note-verbale.language.md</c>, <c>salutations.json</c>, <c>asks.json</c>.</summary>
public sealed class LoadLetters : ILoad
{
    private sealed record AskRecord(string Code, List<string> Kinds, LocalizedText Text);

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        foreach (var file in Directory.EnumerateFiles(folder.PathOf("letters"), "*.*.md").Order(StringComparer.Ordinal))
            db.TemplateSources.Add(Template(file));
        db.AddRange(folder.Read<SalutationRule>("letters/salutations.json").Select(Form));
        db.AddRange(folder.Read<AskRecord>("letters/asks.json").Select(Ask));
    }

    private static TemplateSource Template(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Split('.');
        return new TemplateSource
        {
            Code = name[0],
            Language = name[^1],
            Form = name.Length > 2 ? FormOf(name[1]) : CorrespondenceForm.Letter,
            Markdown = File.ReadAllText(file),
        };
    }

    private static CorrespondenceForm FormOf(string word) =>
        Enum.Parse<CorrespondenceForm>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static FormOfAddress Form(SalutationRule r) =>
        new()
        {
            Rank = r.Rank,
            Language = r.Language,
            Scope = r.Scope,
            Salutation = r.Salutation,
            AddressLine = r.AddressLine,
            Close = r.Close,
        };

    private static Ask Ask(AskRecord r, int index) =>
        new()
        {
            Code = r.Code,
            Order = index + 1,
            Kinds = r.Kinds,
            Text = r.Text,
        };
}
