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

    /// <summary>The one that the partner lacks, or null.</summary>
    public LocalizedText? MissingOf(Partner partner) => partner.Footnote is null ? Of(partner.IsoAlpha2) : null;

    /// <summary>The one that follows from its code, where nothing else was said.</summary>
    public void Complete(Partner partner) => partner.Footnote ??= Of(partner.IsoAlpha2);
}
