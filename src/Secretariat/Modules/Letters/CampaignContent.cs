using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>What a campaign's letters take from the record, as it stood when it was taken over: later changes never enter it.</summary>
public sealed record CampaignContent
{
    public static readonly CampaignContent Empty = new();

    public IReadOnlyList<StrandContent> Strands { get; init; } = [];
    public IReadOnlyList<FileContent> Files { get; init; } = [];

    /// <summary>When the next conference is foreseen, as exactly as it was announced.</summary>
    public LocalizedText? Conference { get; init; }
    public LocalizedText? Council { get; init; }
    public CountContent? Participants { get; init; }
    public CountContent? Commitment { get; init; }
    public LocalizedText? AnnexTitle { get; init; }
    public IReadOnlyList<AnnexRow> AnnexRows { get; init; } = [];

    /// <summary>Who stood on the public list, by kind; empty for what was taken over before letters listed partners.</summary>
    public IReadOnlyList<PartnersOfKind> Partners { get; init; } = [];

    /// <summary>Of the event that the drafter chose; null where none was chosen.</summary>
    public ProgrammeContent? Programme { get; init; }

    /// <summary>What the list of partners says.</summary>
    public IEnumerable<LocalizedText?> PartnerTexts() =>
        Partners.SelectMany(k => k.Partners.SelectMany(p => new[] { p.Name, p.Footnote }).Prepend(k.Heading));

    /// <summary>What the programme says.</summary>
    public IEnumerable<LocalizedText?> ProgrammeTexts() =>
        Programme is { } p ? [p.Title, p.Dates, p.Place, .. p.Rows.SelectMany(r => new[] { r.Title, r.Speakers })] : [];

    /// <summary>
    /// Texts that are not written in the language: they would stand in another one in the letter. Not those of a programme, which stand in
    /// the languages of its event: a letter does not change its own for that, it marks them.
    /// </summary>
    /// <param name="listsPartners">Whether the letter lists them.</param>
    public IEnumerable<string> MissingIn(string language, bool listsPartners) =>
        Texts()
            .Concat(listsPartners ? PartnerTexts() : [])
            .Where(t => t is not null && t.Get(language).LanguageUsed != language)
            .Select(t => t!.ToString());

    private IEnumerable<LocalizedText?> Texts() =>
        [
            .. Strands.SelectMany(s => s.Events.SelectMany(e => new[] { e.Date, e.Title, e.Venue }).Prepend(s.Name)),
            .. Files.Select(f => f.Title),
            .. AnnexRows.SelectMany(r => new[] { r.Date, r.Event, r.Venue }),
            .. new[] { Participants, Commitment }
                .OfType<CountContent>()
                .SelectMany(c => new[] { c.Phrase, c.Date, c.Definition }),
            Conference,
            Council,
            AnnexTitle,
        ];
}

public sealed record StrandContent(string Code, LocalizedText Name, IReadOnlyList<EventContent> Events);

public sealed record EventContent(LocalizedText Date, LocalizedText Title, LocalizedText? Venue);

public sealed record FileContent(string Reference, LocalizedText Title);

/// <summary>A count in words, with the day it speaks of and what it counts.</summary>
public sealed record CountContent(LocalizedText Phrase, LocalizedText Date, LocalizedText Definition);

/// <summary>One line of the annex, as announced: date, event, venue. What the source does not give stays empty.</summary>
public sealed record AnnexRow(LocalizedText Date, LocalizedText? Event, LocalizedText? Venue);
