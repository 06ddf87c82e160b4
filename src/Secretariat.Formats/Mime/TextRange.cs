using System.Runtime.InteropServices;

namespace Secretariat.Formats.Mime;

/// <summary>A stretch of a text, in UTF-16 characters.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Where it ends: the first place behind it.</summary>
    public int End => Start + Length;

    /// <summary>The stretch itself, verbatim.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}
