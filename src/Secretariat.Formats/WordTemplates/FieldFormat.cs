using System.Globalization;
using System.Text;

namespace Secretariat.Formats.WordTemplates;

/// <summary>How a merge field writes its value: the switches of its instruction (ECMA-376 part 1, sections 17.16.4.3 and 17.16.5.35).</summary>
/// <param name="Case">The general formatting switch that changes capitals, in capitals; empty without one.</param>
/// <param name="Before">Text in front of a value that is not empty.</param>
/// <param name="After">Text behind a value that is not empty.</param>
internal sealed record FieldFormat(string Case = "", string Before = "", string After = "")
{
    public static readonly FieldFormat Plain = new();

    /// <summary>The value as it stands in the text; nothing is put around one that is empty.</summary>
    public string Write(string value) => value.Length is 0 ? "" : Before + InCase(value) + After;

    private string InCase(string value) =>
        Case switch
        {
            "UPPER" => value.ToUpperInvariant(),
            "LOWER" => value.ToLowerInvariant(),
            "FIRSTCAP" => Capital(value),
            "CAPS" => string.Join(' ', value.Split(' ').Select(Capital)),
            _ => value,
        };

    /// <summary>The first character in capitals, which can be two UTF-16 units long.</summary>
    private static string Capital(string word) =>
        Rune.DecodeFromUtf16(word, out var first, out var length) is System.Buffers.OperationStatus.Done
            ? Rune.ToUpper(first, CultureInfo.InvariantCulture) + word[length..]
            : word;
}
