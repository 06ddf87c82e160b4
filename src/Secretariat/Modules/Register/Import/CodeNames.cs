using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What codes of the record stand for, to be said in the reader’s language.</summary>
internal sealed class CodeNames
{
    private readonly Dictionary<string, LocalizedText> languages;
    private readonly Dictionary<string, LocalizedText> strands;
    private readonly Dictionary<string, LocalizedText> kinds;

    private CodeNames(
        Dictionary<string, LocalizedText> languages,
        Dictionary<string, LocalizedText> strands,
        Dictionary<string, LocalizedText> kinds
    ) => (this.languages, this.strands, this.kinds) = (languages, strands, kinds);

    public static async Task<CodeNames> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(
            await db.Languages.AsNoTracking().ToDictionaryAsync(l => l.Code, l => l.Name, cancellationToken),
            await db.Strands.AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Name, cancellationToken),
            await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Name, cancellationToken)
        );

    public object? Language(string? code) => Of(languages, code);

    public object? Kind(string? code) => Of(kinds, code);

    /// <summary>Those of a mandate; without any it is for all of them.</summary>
    public Reason Strands(IReadOnlyCollection<string> codes) =>
        codes.Count == 0 ? Text.Key("all strands") : ImportWords.Listed(codes.Select(c => Of(strands, c)));

    private static object? Of(Dictionary<string, LocalizedText> names, string? code) =>
        code is not null && names.TryGetValue(code, out var name) ? name : code;
}
