using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>What mandates are told with: the names of strands and of languages, by code.</summary>
public sealed record MandateWords(
    IReadOnlyDictionary<string, LocalizedText> Strands,
    IReadOnlyDictionary<string, LocalizedText> Languages
)
{
    public static readonly MandateWords None = new(
        new Dictionary<string, LocalizedText>(),
        new Dictionary<string, LocalizedText>()
    );

    public static async Task<MandateWords> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(
            await db.Strands.AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Name, cancellationToken),
            await db.Languages.AsNoTracking().ToDictionaryAsync(l => l.Code, l => l.Name, cancellationToken)
        );

    /// <summary>The strands that it covers; nothing for a role that has no part in them.</summary>
    public string StrandsOf(Mandate mandate, Text t) => StrandsOf(mandate.Role, mandate.Strands, t);

    public string StrandsOf(MandateRole role, IReadOnlyList<string> strands, Text t) =>
        strands.Count > 0 ? string.Join(", ", strands.Select(s => Named(Strands, s, t)))
        : role is MandateRole.ContactPoint or MandateRole.Alternate or MandateRole.Expert ? t.Of("all strands")
        : "";

    /// <summary>In which its holder is written to.</summary>
    public string LanguageOf(Mandate mandate, Text t) => Named(Languages, mandate.Language, t);

    private static string Named(IReadOnlyDictionary<string, LocalizedText> names, string code, Text t) =>
        names.GetValueOrDefault(code)?.In(t.Language.Code) ?? code;
}
