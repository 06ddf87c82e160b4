using System.Globalization;
using System.Text;
using Secretariat.Formats;

namespace Secretariat.Platform.Domain;

/// <summary>Text without case and accents, so that both databases find the same.</summary>
public static class Fold
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// As words in capitals are, which tell no ß from ss, no ς from σ and no ı from i. For what is compared at once: texts that were kept by
    /// <see cref="Of"/> would not be found by it.
    /// </summary>
    public static string AsCapitals(string text) =>
        Of(text).Replace("ß", "ss", StringComparison.Ordinal).Replace('ς', 'σ').Replace('ı', 'i');
}
