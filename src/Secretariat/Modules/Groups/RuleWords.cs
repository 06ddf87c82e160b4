using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>The names of what a rule can speak of, and a rule in words.</summary>
public sealed record RuleWords(
    IReadOnlyDictionary<string, LocalizedText> Kinds,
    IReadOnlyDictionary<string, LocalizedText> Strands,
    IReadOnlyDictionary<string, LocalizedText> Instruments,
    IReadOnlyDictionary<string, LocalizedText> Routes
)
{
    public static async Task<RuleWords> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(
            await db
                .PartnerKinds.AsNoTracking()
                .OrderBy(k => k.Order)
                .ToDictionaryAsync(k => k.Code, k => k.Heading, cancellationToken),
            await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToDictionaryAsync(s => s.Code, s => s.Name, cancellationToken),
            await db.Instruments.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Title, cancellationToken),
            await db.Routes.AsNoTracking().OrderBy(r => r.Order).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken)
        );

    /// <summary>What a rule says, one sentence each.</summary>
    public IEnumerable<string> Of(GroupRule rule, Text t)
    {
        string In(IReadOnlyDictionary<string, LocalizedText> names, string code) =>
            names.GetValueOrDefault(code)?.In(t.Language.Code) ?? code;
        if (rule.Kinds.Count > 0)
            yield return t.Of("Kind: {0}", string.Join(", ", rule.Kinds.Select(k => In(Kinds, k))));
        if (rule.Strand is { } strand)
            yield return t.Of("Takes interest in: {0}", In(Strands, strand));
        if (rule.Instrument is { } instrument)
            yield return t.Of("Endorses: {0}", In(Instruments, instrument));
        if (rule.Route is { } route)
            yield return t.Of("Lies on: {0}", In(Routes, route));
        if (rule.WithoutContactPoint)
            yield return rule.Strand is null ? t.Of("Has no contact point") : t.Of("Has no contact point for this strand");
    }
}
