using System.Collections.Frozen;

namespace Secretariat.Formats.WordTemplates;

/// <summary>What becomes of a field of Word in a filled document.</summary>
internal enum FieldUse
{
    /// <summary>It shows what somebody put there last, which may be meant for another addressee.</summary>
    Refused,

    /// <summary>It stays: a place, a number or a list that Word works out from this document alone, or what the document holds itself.</summary>
    Kept,

    /// <summary>A value takes its place.</summary>
    Filled,

    /// <summary>It stands for values in Word's own mail merge.</summary>
    OfMailMerge,

    /// <summary>It takes in what lies outside the document.</summary>
    FromOutside,

    /// <summary>It shows the day on which somebody opens, prints or saves the document.</summary>
    OfDay,
}

/// <summary>The fields of Word (ECMA-376 part 1, section 17.16.5): none may keep what it showed last but those that are listed as kept.</summary>
internal static class WordFields
{
    private static readonly FrozenDictionary<string, FieldUse> Uses = Listed(
            FieldUse.Kept,
            ["PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "NOTEREF", "NUMWORDS", "NUMCHARS"]
        )
        .Concat(Listed(FieldUse.Kept, ["SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"]))
        .Concat(Listed(FieldUse.Kept, ["TOC", "TC", "INDEX", "XE", "TOA", "TA"]))
        .Concat(Listed(FieldUse.Kept, ["HYPERLINK", "SYMBOL", "EQ", "ADVANCE", "BIDIOUTLINE", "EMBED", "SHAPE"]))
        .Concat(Listed(FieldUse.Filled, ["MERGEFIELD"]))
        .Concat(
            Listed(
                FieldUse.OfMailMerge,
                ["ADDRESSBLOCK", "GREETINGLINE", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "MERGEBARCODE"]
            )
        )
        .Concat(
            Listed(
                FieldUse.FromOutside,
                ["INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "DATABASE", "LINK", "RD"]
            )
        )
        .Concat(Listed(FieldUse.OfDay, ["DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"]))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="keyword">In capitals.</param>
    public static FieldUse UseOf(string keyword) => Uses.GetValueOrDefault(keyword, FieldUse.Refused);

    /// <summary>Why a field may not stay as it is; null where it may.</summary>
    public static Sentence? WhyNot(string keyword) =>
        UseOf(keyword) switch
        {
            FieldUse.Kept or FieldUse.Filled => null,
            FieldUse.OfMailMerge => Sentence.Of(
                "the field {0} is filled by Word's mail merge alone; put the fields that it stands for in its place.",
                keyword
            ),
            FieldUse.FromOutside => Sentence.Of(
                "the field {0} takes in content from outside, which is never loaded; put the content in its place.",
                keyword
            ),
            FieldUse.OfDay => Sentence.Of(
                "the field {0} shows another day than that of the letter; put “{1}” in its place and give the day as it is to be written.",
                keyword,
                "{date}"
            ),
            _ when keyword.Length is 0 => Sentence.Of("a field of Word has no instruction: delete it and insert it anew."),
            _ => Sentence.Of(
                "the field {0} would keep what it showed last, which may be meant for somebody else; put a text, “{1}” or a merge field in its place.",
                Flow.Short(keyword),
                "{name}"
            ),
        };

    private static IEnumerable<KeyValuePair<string, FieldUse>> Listed(FieldUse use, IEnumerable<string> keywords) =>
        keywords.Select(keyword => KeyValuePair.Create(keyword, use));
}
