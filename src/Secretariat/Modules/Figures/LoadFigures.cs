using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Figures;

/// <summary><c>figures.json</c> and <c>counts.json</c>.</summary>
public sealed class LoadFigures : ILoad
{
    private sealed record FigureRecord(
        string Code,
        LocalizedText Summary,
        string? Wording,
        decimal? Value,
        decimal? Low,
        decimal? High,
        string? Comparator,
        LocalizedText UnitName,
        LocalizedText Scope,
        LocalizedText Period,
        LocalizedText Publisher,
        string? Vintage,
        LocalizedText? Caveat,
        string Confidence,
        List<string>? Source
    );

    private sealed record DefinitionRecord(string Code, LocalizedText Text);

    private sealed record PartRecord(string Kind, string? Comparator, long Value, LocalizedText? Name);

    private sealed record CountRecord(
        string Code,
        string AsOf,
        LocalizedText AsOfText,
        LocalizedText InWords,
        string Definition,
        string? Comparator,
        long? Value,
        string? Scope,
        string? Quoted,
        List<PartRecord>? Parts,
        List<string>? Source,
        string Confidence
    );

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        db.AddRange(folder.Read<FigureRecord>("figures.json").Select(Figure));
        var definitions = folder.ReadByCode<DefinitionRecord>("counts.json", d => d.Code, "definitions");
        db.AddRange(folder.Read<CountRecord>("counts.json").Select(r => Count(r, definitions[r.Definition].Text)));
    }

    private static Figure Figure(FigureRecord r) =>
        new()
        {
            Code = r.Code,
            Summary = r.Summary,
            Wording = r.Wording,
            Value = r.Value,
            Low = r.Low,
            High = r.High,
            Comparator = r.Comparator,
            Unit = r.UnitName,
            Scope = r.Scope,
            Period = r.Period,
            Publisher = r.Publisher,
            Vintage = r.Vintage,
            Caveat = r.Caveat,
            Confidence = r.Confidence,
            Sources = r.Source ?? [],
        };

    private static QuotedCount Count(CountRecord r, LocalizedText definition)
    {
        var (on, isMonthOnly) = PartialDate.Read(r.AsOf);
        return new QuotedCount
        {
            Code = r.Code,
            Definition = r.Definition,
            DefinitionText = definition,
            On = on,
            IsMonthOnly = isMonthOnly,
            OnInWords = r.AsOfText,
            InWords = r.InWords,
            Comparator = r.Comparator,
            Value = r.Value,
            Scope = r.Scope,
            Quoted = r.Quoted,
            Parts = [.. (r.Parts ?? []).Select(p => new CountPart(p.Kind, p.Comparator, p.Value, p.Name))],
            Sources = r.Source ?? [],
            Confidence = r.Confidence,
        };
    }
}
