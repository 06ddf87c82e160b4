namespace Secretariat.Formats.WordTemplates;

/// <summary>A place of a Word document that is filled in: a structured document tag (ECMA-376 part 1, section 17.5.2).</summary>
/// <param name="Tag">By which programs know it (section 17.5.2.42); null where it has none, cut after <see cref="DocxForm.MaxName"/> characters.</param>
/// <param name="Bookmark">The bookmark that begins right before or within it; programs that lose tags may keep bookmarks.</param>
/// <param name="IsPlaceholder">What it shows invites to fill it in, and nobody has (section 17.5.2.39).</param>
/// <param name="IsChecked">Of a check box (<c>w14:checkbox</c>, [MS-DOCX] section 2.6.1.3), whether it is ticked; null for all others.</param>
/// <param name="Start">Where it begins in the text of the document, in UTF-16 units.</param>
/// <param name="Length">Of what it shows, controls within it included.</param>
public sealed record ContentControl(string? Tag, string? Bookmark, bool IsPlaceholder, bool? IsChecked, int Start, int Length);

/// <summary>
/// The text of a Word document as <see cref="DocxText"/> reads it, and the content controls in it, in the order in which they begin: of
/// blocks, rows, cells and runs alike, one within another included.
/// </summary>
public sealed record DocxForm(string Text, IReadOnlyList<ContentControl> Controls)
{
    /// <summary>Controls that are read; those that begin after them are left out, their text is not.</summary>
    public const int MaxControls = 1_000;

    /// <summary>Characters of a tag or of the name of a bookmark; Word takes no more than 64 and 40.</summary>
    public const int MaxName = 128;

    /// <summary>Reads the main document part in time linear in its size, within the bounds of <see cref="DocxText"/>.</summary>
    /// <exception cref="InvalidDataException">It is no Word document, is enciphered, damaged, or larger than the limits; the message is a sentence.</exception>
    public static DocxForm Read(ReadOnlyMemory<byte> file) => DocxText.ReadForm(file);

    /// <summary>What a control of this document shows, without the space around it.</summary>
    public string ValueOf(ContentControl control) => Text.Substring(control.Start, control.Length).Trim();

    /// <summary>The lines in which a control stands, with whatever is written beside it.</summary>
    public string LineOf(ContentControl control)
    {
        var start = control.Start == 0 ? 0 : Text.LastIndexOf('\n', control.Start - 1) + 1;
        // A control of whole paragraphs ends with the end of its last line.
        var last = Math.Max(control.Start, control.Start + control.Length - 1);
        var end = last < Text.Length ? Text.IndexOf('\n', last) : -1;
        return Text[start..(end < 0 ? Text.Length : end)].Trim();
    }
}
