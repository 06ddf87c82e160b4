using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>What has to stand with the name of a country by official usage: <c>footnotes.json</c>, by its code of ISO 3166-1.</summary>
public sealed class OfficialFootnotes(AllianceFolder folder)
{
    private const string File = "footnotes.json";

    private sealed record FootnoteRecord(string IsoAlpha2, LocalizedText Footnote);

    private IReadOnlyDictionary<string, FootnoteRecord> All =>
        field ??= folder.Has(File)
            ? folder.ReadByCode<FootnoteRecord>(File, f => f.IsoAlpha2)
            : new Dictionary<string, FootnoteRecord>();

    public LocalizedText? Of(string? isoAlpha2) => isoAlpha2 is null ? null : All.GetValueOrDefault(isoAlpha2)?.Footnote;

    /// <summary>The one that the partner lacks, in whole or in some of its languages, or null.</summary>
    public LocalizedText? MissingOf(Partner partner) =>
        Of(partner.IsoAlpha2) is { } official && !official.Equals(partner.Footnote) && IsPart(partner.Footnote, official)
            ? official
            : null;

    /// <summary>The one that follows from its code, where nothing else was said.</summary>
    public void Complete(Partner partner) => partner.Footnote = MissingOf(partner) ?? partner.Footnote;

    /// <summary>The code is another one: what came with the former does not stay.</summary>
    public void Follow(Partner partner, string? former)
    {
        if (Of(former) is { } official && IsPart(partner.Footnote, official))
            partner.Footnote = null;
        Complete(partner);
    }

    private static bool IsPart(LocalizedText? footnote, LocalizedText official) =>
        footnote is null || footnote.Languages.All(l => official.Languages.Contains(l) && official.In(l) == footnote.In(l));
}
