using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// The text of a Word document (ECMA-376 part 1, section 17): paragraphs as lines, the cells of a row between tabs, the runs of a
/// paragraph joined. Deleted text, field codes, properties and the fall-back copy of drawings are left out.
/// </summary>
public static class DocxText
{
    /// <summary>Characters of text that are read; what follows is cut.</summary>
    public const int MaxCharacters = 200_000;

    private const long MaxXmlBytes = 20_000_000;

    /// <summary>Reads the main document part. Takes time linear in its size, at most <c>20 MB</c> of XML.</summary>
    /// <exception cref="InvalidDataException">It is no Word document, is enciphered, damaged, or larger than the limits; the message is a sentence.</exception>
    public static string Read(ReadOnlyMemory<byte> file) => ReadForm(file).Text;

    /// <summary>The same with the content controls that stand in the text; within the same bounds, and with the same errors.</summary>
    internal static DocxForm ReadForm(ReadOnlyMemory<byte> file)
    {
        try
        {
            return OfficePackage.Read(file, Read);
        }
        catch (UnreadableException refused)
        {
            throw new InvalidDataException(refused.Message, refused);
        }
    }

    private static DocxForm Read(OfficePackage package)
    {
        using var xml = package.Open(WordXml.MainPart(package), MaxXmlBytes, (int)MaxXmlBytes);
        return xml?.MoveToContent() is XmlNodeType.Element && xml.IsWord()
            ? new Reading().Read(xml)
            : throw new UnreadableException("It is no Word document: save it as .docx.");
    }

    private sealed class Reading
    {
        private readonly StringBuilder text = new();
        private readonly char[] buffer = new char[4096];
        private readonly OpenControls controls = new();
        private int cells;

        public DocxForm Read(XmlReader xml)
        {
            do
            {
                if (xml.IsLeftOut())
                    xml.Pass();
                else if (xml.IsWord())
                    Take(xml);
                controls.Take(xml, text.Length);
            } while (text.Length < MaxCharacters && xml.Next());
            // A pair of units that the limit divides.
            if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
                text.Length--;
            return new DocxForm(text.ToString(), controls.ToList(text.Length));
        }

        /// <summary>In pieces, since one run can hold as much as the whole file.</summary>
        private void TakeText(XmlReader xml)
        {
            if (!xml.CanReadValueChunk || !xml.HasValue)
                return;
            int count;
            while (text.Length < MaxCharacters && (count = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
                text.Append(buffer, 0, Math.Min(count, MaxCharacters - text.Length));
        }

        private void Take(XmlReader xml)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "t"):
                    // Leaves the reader at the end of the element, which is none of the cases below.
                    while (
                        !xml.IsEmptyElement
                        && text.Length < MaxCharacters
                        && xml.Next()
                        && xml.NodeType is not XmlNodeType.EndElement
                    )
                        TakeText(xml);
                    break;
                case (XmlNodeType.Element, "tab"):
                    text.Append('\t');
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                    text.Append('\n');
                    break;
                case (XmlNodeType.Element, "noBreakHyphen"):
                    text.Append('\u2011');
                    break;
                case (XmlNodeType.Element, "tc") when !xml.IsEmptyElement:
                    cells++;
                    break;
                case (XmlNodeType.EndElement, "tc"):
                    cells--;
                    text.Append('\t');
                    break;
                case (XmlNodeType.EndElement, "tr"):
                    text.Append('\n');
                    break;
                case (XmlNodeType.EndElement, "p"):
                    text.Append(cells > 0 ? ' ' : '\n');
                    break;
            }
        }
    }
}
