using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>What the letters take from the record for their text now and did not take then, and the other way round.</summary>
public sealed record ContentDifference(IReadOnlyList<ContentLine> Added, IReadOnlyList<ContentLine> Gone)
{
    public static ContentDifference Of(CampaignContent now, CampaignContent then) => new(Only(now, then), Only(then, now));

    private static List<ContentLine> Only(CampaignContent one, CampaignContent other) =>
        [.. Lines(one).ExceptBy(Lines(other).Select(l => l.Key), l => l.Key)];

    private static IEnumerable<ContentLine> Lines(CampaignContent content) =>
        [
            .. Count(Text.Key("Count of participants"), content.Participants),
            .. Count(Text.Key("Count of commitments"), content.Commitment),
            .. content.Strands.Select(s => Line(Text.Key("Strand of work"), s.Name)),
            .. content.Strands.SelectMany(s => s.Events.Select(e => Line(Text.Key("Event"), s.Name, e.Date, e.Title, e.Venue))),
            .. content.Files.Select(f => Line(Text.Key("Legislative file {0}", f.Reference), f.Title)),
            .. content.Programme is { Title: { } title } programme
                ? [Line(Text.Key("Programme of"), title, programme.Dates, programme.Place)]
                : Array.Empty<ContentLine>(),
            .. Day(Text.Key("Next conference"), content.Conference),
            .. Day(Text.Key("Debate of the Council"), content.Council),
        ];

    private static IEnumerable<ContentLine> Count(Reason what, CountContent? count) =>
        count is null ? [] : [Line(what, count.Phrase, count.Date, count.Definition)];

    private static IEnumerable<ContentLine> Day(Reason what, LocalizedText? day) => day is null ? [] : [Line(what, day)];

    private static ContentLine Line(Reason what, params LocalizedText?[] texts) => new(what, [.. texts.OfType<LocalizedText>()]);
}

public sealed record ContentLine(Reason What, IReadOnlyList<LocalizedText> Texts)
{
    /// <summary>Two lines with the same key say the same.</summary>
    public string Key => string.Join('\n', Texts.Select(t => t.ToJson()).Prepend($"{What}"));
}
