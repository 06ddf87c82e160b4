namespace Secretariat.Platform.Domain;

/// <summary>Text of one line, as it enters the record: what a form, a mail and a list give is the same, whatever signs stand in it unseen.</summary>
public static class OneLine
{
    /// <summary>With a space for each tab and line break, and without other signs that nobody sees.</summary>
    public static string Of(string text) => string.Concat(text.Where(c => !IsUnseen(c)).Select(c => c is '\t' or '\n' ? ' ' : c));

    /// <summary>Control characters but tabs and line breaks, soft hyphens and signs without width.</summary>
    public static bool IsUnseen(char c) =>
        char.IsControl(c) && c is not ('\n' or '\t') || c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';
}
