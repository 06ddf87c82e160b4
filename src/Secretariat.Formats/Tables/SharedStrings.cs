using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>The texts of a workbook, each written once (ECMA-376 part 1, section 18.4).</summary>
internal static class SharedStrings
{
    private const long MaxBytes = 48_000_000;
    private const int MaxStrings = 1_000_000;

    public static IReadOnlyList<string> Read(OfficePackage package, string? part)
    {
        var strings = new List<string>();
        using var xml = part is null ? null : package.Open(part, MaxBytes);
        var text = new CellText();
        var characters = 0L;
        while (xml?.Next() is true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var read = text.ReadRich(xml);
            characters += read.Length;
            if (strings.Count == MaxStrings || characters > TableReader.MaxCharacters)
                throw OfficePackage.TooLarge();
            strings.Add(read);
        }

        return strings;
    }
}
