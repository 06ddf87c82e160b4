using System.Xml;

namespace Secretariat.Formats.Packages;

/// <summary>XML that is read element by element, within bounds on depth and on the number of names.</summary>
internal static class BoundedXml
{
    private const int Deepest = 500;
    private const int MostNames = 20_000;

    /// <summary>Readers keep every name and every open element in memory, so that both must be counted.</summary>
    public static XmlReaderSettings Settings(long maxCharacters) =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = maxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new BoundedNames(MostNames, OfficePackage.TooLarge),
        };

    /// <summary>The next node; false at the end.</summary>
    public static bool Next(this XmlReader xml)
    {
        if (!xml.Read())
            return false;
        return xml.Depth <= Deepest ? true : throw OfficePackage.TooLarge();
    }

    /// <summary>Leaves out an element with all that it holds; the reader stays at its end.</summary>
    public static void Pass(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth) { }
    }
}
