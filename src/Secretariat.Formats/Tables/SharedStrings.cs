using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>The texts of a workbook, each written once (ECMA-376 part 1, section 18.4).</summary>
internal sealed class SharedStrings
{
    private const long MaxBytes = 48_000_000;
    private const int MaxStrings = 1_000_000;

    private readonly List<string> strings = [];
    private readonly HashSet<int> cut = [];

    /// <summary>The text of that number; null where there is none.</summary>
    public string? this[int index] => index >= 0 && index < strings.Count ? strings[index] : null;

    /// <summary>Whether the text of that number was longer than a cell is.</summary>
    public bool IsCut(int index) => cut.Contains(index);

    public static SharedStrings Read(OfficePackage package, string? part)
    {
        var shared = new SharedStrings();
        using var xml = part is null ? null : package.Open(part, MaxBytes);
        var text = new CellText();
        var characters = 0L;
        while (xml?.Next() is true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var read = text.ReadRich(xml);
            characters += read.Length;
            if (shared.strings.Count == MaxStrings || characters > TableReader.MaxCharacters)
                throw OfficePackage.TooLarge();
            if (text.IsCut)
                shared.cut.Add(shared.strings.Count);
            shared.strings.Add(read);
        }

        return shared;
    }
}
