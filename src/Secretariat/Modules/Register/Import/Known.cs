using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Words by which lists name what there is to choose from: codes and names, in any language.</summary>
internal static class Known
{
    private static readonly Catalogue Catalogue = new();

    public static readonly IReadOnlyDictionary<string, string> Roles = Words<MandateRole>(r => r.Name());

    public static readonly IReadOnlyDictionary<string, string> Forms = Words<CorrespondenceForm>(f => f.Name());

    public static readonly IReadOnlyDictionary<string, string> YesOrNo = Words([
        ("yes", InEveryLanguage(Text.Key("yes")).Concat(["true", "1", "x"])),
        ("no", InEveryLanguage(Text.Key("no")).Concat(["false", "0"])),
    ]);

    /// <summary>What the pages say for the English words, in each of their languages.</summary>
    public static IEnumerable<string> InEveryLanguage(string english) =>
        Catalogue.Languages.Select(l => Catalogue.For(l.Code).Of(english));

    public static bool IsRole(string cell) => Roles.ContainsKey(Key(cell));

    public static bool IsKey(string cell) => Guid.TryParse(cell, out _);

    public static MandateRole RoleOf(string name) => Enum.Parse<MandateRole>(name);

    public static object NameOfForm(string name) => new Reason(Enum.Parse<CorrespondenceForm>(name).Name());

    public static object NameOfRole(string name) => new Reason(RoleOf(name).Name());

    /// <summary>Without case, accents and punctuation.</summary>
    public static string Key(string text)
    {
        var letters = Fold.Plain(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Listed(IEnumerable<string> values) => string.Join(", ", values.Distinct().Take(20));

    public static async Task<IReadOnlyDictionary<string, string>> LanguagesAsync(SecretariatDb db, CancellationToken ct) =>
        Words(
            from l in await db.Languages.AsNoTracking().OrderBy(l => l.Order).ToListAsync(ct)
            select (l.Code, Names(l.Name).Append(l.OwnName))
        );

    public static async Task<IReadOnlyDictionary<string, string>> StrandsAsync(SecretariatDb db, CancellationToken ct) =>
        Words(from s in await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(ct) select (s.Code, Names(s.Name)));

    public static async Task<IReadOnlyDictionary<string, string>> KindsAsync(SecretariatDb db, CancellationToken ct) =>
        Words(
            from k in await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(ct)
            select (k.Code, Names(k.Name).Concat(Names(k.Heading)))
        );

    public static IEnumerable<string> Names(LocalizedText text) => text.Languages.Select(text.In);

    private static Dictionary<string, string> Words<T>(Func<T, string> name)
        where T : struct, Enum => Words(Enum.GetValues<T>().Select(value => ($"{value}", InEveryLanguage(name(value)))));

    private static Dictionary<string, string> Words(IEnumerable<(string Code, IEnumerable<string> Names)> all)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = all.ToList();
        foreach (var (code, _) in known)
            words.TryAdd(Key(code), code);
        foreach (var (code, names) in known)
        foreach (var name in names)
            words.TryAdd(Key(name), code);
        return words;
    }
}
