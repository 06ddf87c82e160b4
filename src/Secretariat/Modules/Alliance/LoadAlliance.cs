using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Alliance;

/// <summary><c>strands.json</c>, <c>routes.json</c>, <c>instruments.json</c>, <c>languages.json</c>.</summary>
public sealed class LoadAlliance : ILoad
{
    private sealed record StrandRecord(string Code, int Order, LocalizedText Name, LocalizedText Summary);

    private sealed record RouteRecord(string Code, int Order, LocalizedText Name, List<string>? Aliases);

    private sealed record InstrumentRecord(
        string Code,
        DateOnly Date,
        LocalizedText Title,
        LocalizedText Nature,
        LocalizedText TextStatus,
        List<string>? Source,
        List<VersionRecord>? Versions
    );

    private sealed record VersionRecord(DateOnly Date, LocalizedText Remark);

    private sealed record LanguageRecord(
        string Code,
        int Order,
        string NameOwn,
        string NameEn,
        string NameFr,
        string Direction,
        bool Official
    );

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        db.AddRange(folder.Read<StrandRecord>("strands.json").Select(Strand));
        db.AddRange(folder.Read<RouteRecord>("routes.json").Select(Route));
        var instruments = folder.Read<InstrumentRecord>("instruments.json");
        db.AddRange(instruments.Select(Instrument));
        db.AddRange(instruments.SelectMany(Versions));
        db.AddRange(folder.Read<LanguageRecord>("languages.json").Select(Language));
    }

    private static Strand Strand(StrandRecord r) =>
        new()
        {
            Code = r.Code,
            Order = r.Order,
            Name = r.Name,
            Summary = r.Summary,
        };

    private static MigrationRoute Route(RouteRecord r) =>
        new()
        {
            Code = r.Code,
            Order = r.Order,
            Name = r.Name,
            Aliases = r.Aliases ?? [],
        };

    private static Instrument Instrument(InstrumentRecord r) =>
        new()
        {
            Code = r.Code,
            On = r.Date,
            Title = r.Title,
            Nature = r.Nature,
            TextStatus = r.TextStatus,
            Sources = r.Source ?? [],
        };

    private static IEnumerable<TextVersion> Versions(InstrumentRecord r) =>
        (r.Versions ?? [])
            .OrderBy(v => v.Date)
            .Select(
                (v, place) =>
                    new TextVersion
                    {
                        InstrumentCode = r.Code,
                        Number = place + 1,
                        On = v.Date,
                        Remark = v.Remark,
                    }
            );

    private static CorrespondenceLanguage Language(LanguageRecord r) =>
        new()
        {
            Code = r.Code,
            Order = r.Order,
            OwnName = r.NameOwn,
            Name = new LocalizedText(new Dictionary<string, string> { ["en"] = r.NameEn, ["fr"] = r.NameFr }),
            IsRightToLeft = r.Direction == "rtl",
            IsOfficial = r.Official,
        };
}
