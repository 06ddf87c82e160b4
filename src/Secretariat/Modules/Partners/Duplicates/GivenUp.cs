using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What stands on the entry that goes otherwise than on the kept one, and is not taken over.</summary>
public static class GivenUp
{
    /// <param name="languages">What languages are called, by code.</param>
    public static IEnumerable<Reason> Of(Partner kept, Partner gone, IReadOnlyDictionary<string, LocalizedText> languages) =>
        Names(Text.Key("Name"), kept.Name, gone.Name, languages)
            .Concat(Names(Text.Key("Official name"), kept.OfficialName, gone.OfficialName, languages))
            .Concat(Names(Text.Key("Short name"), kept.ShortName, gone.ShortName, languages))
            .Concat(
                Filled(kept, gone, languages).Where(v => v.Own is not null).Concat(Kept(kept, gone)).Select(Said).OfType<Reason>()
            );

    /// <summary>What the kept entry takes over only where it has nothing.</summary>
    private static IEnumerable<(Reason Heading, object? Own, object? Other)> Filled(
        Partner kept,
        Partner gone,
        IReadOnlyDictionary<string, LocalizedText> languages
    ) =>
        [
            (Text.Key("In its own language"), kept.OwnName, gone.OwnName),
            (Text.Key("Code of the European Union"), kept.EuCode, gone.EuCode),
            (Text.Key("Country code"), kept.IsoAlpha2, gone.IsoAlpha2),
            (Text.Key("Country code"), kept.IsoAlpha3, gone.IsoAlpha3),
            (Text.Key("Footnote"), kept.Footnote, gone.Footnote),
            (Text.Key("Working language"), Called(kept.WorkingLanguage, languages), Called(gone.WorkingLanguage, languages)),
        ];

    /// <summary>What is never taken over.</summary>
    private static IEnumerable<(Reason Heading, object? Own, object? Other)> Kept(Partner kept, Partner gone) =>
        [
            (Text.Key("Preferred form"), (Reason)kept.PreferredForm.Name(), (Reason)gone.PreferredForm.Name()),
            (Text.Key("Place in the protocol order"), kept.ProtocolOrder, gone.ProtocolOrder),
            (Text.Key("Why it is not listed"), kept.WhyUnlisted, gone.WhyUnlisted),
        ];

    private static Reason? Said((Reason Heading, object? Own, object? Other) value) =>
        value.Other is null || Equals(value.Own?.ToString(), value.Other.ToString()) ? null
        : value.Own is null ? Text.Key("{0}: {1}", value.Heading, value.Other)
        : Text.Key("{0}: “{1}”, where the kept entry has “{2}”.", value.Heading, value.Other, value.Own);

    private static IEnumerable<Reason> Names(
        Reason heading,
        LocalizedText? own,
        LocalizedText? other,
        IReadOnlyDictionary<string, LocalizedText> languages
    ) =>
        (own?.Languages ?? [])
            .Intersect(other?.Languages ?? [], StringComparer.Ordinal)
            .Where(l => own!.In(l) != other!.In(l))
            .Select(l =>
                Text.Key(
                    "{0} ({1}): “{2}”, where the kept entry has “{3}”.",
                    heading,
                    Called(l, languages),
                    other!.In(l),
                    own!.In(l)
                )
            );

    private static object? Called(string? language, IReadOnlyDictionary<string, LocalizedText> languages) =>
        language is null ? null : languages.GetValueOrDefault(language) ?? (object)language;
}
