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
}
