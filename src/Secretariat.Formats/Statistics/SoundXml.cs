using System.Runtime.InteropServices;
using System.Xml;
using Secretariat.Formats.Mime;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Statistics;

/// <summary>XML without a document type, and without tags so long that telling their attributes apart takes seconds.</summary>
internal static class SoundXml
{
    /// <summary>Names of elements and attributes, of which SDMX has some dozens; codes are none.</summary>
    private const int MostNames = 20_000;

    /// <summary>A reader of UTF-8, or of UTF-16 that begins with its mark (XML 1.0, section 4.3.3).</summary>
    /// <exception cref="InvalidDataException">It is in another encoding, a tag or text is too long, or, while it is read, it has too many names.</exception>
    public static XmlReader Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var text = Charsets.Decode(bytes.Span, null, out _);
            CheckMarkup<char>(text, '<', '!', '?');
            return XmlReader.Create(new StringReader(text), Settings());
        }
        if (bytes.Span[..Math.Min(4, bytes.Length)].Contains((byte)0))
            throw new InvalidDataException("It is XML neither in UTF-8 nor in UTF-16 with its mark: save it in UTF-8.");
        CheckMarkup(bytes.Span, (byte)'<', (byte)'!', (byte)'?');
        return XmlReader.Create(
            MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false),
            Settings()
        );
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
            NameTable = new BoundedNames(
                MostNames,
                () =>
                    new InvalidDataException(
                        $"It has more than {MostNames} names of elements and attributes, as none of SDMX has: fetch it again from its source."
                    )
            ),
        };

    /// <summary>No attribute holds a bare less-than sign, so that from one to the next lies at most a tag and the text behind it.</summary>
    private static void CheckMarkup<T>(ReadOnlySpan<T> xml, T open, T declaration, T instruction)
        where T : unmanaged, IEquatable<T>
    {
        for (var at = xml.IndexOf(open); at >= 0 && at + 1 < xml.Length; )
        {
            var next = xml[(at + 1)..].IndexOf(open);
            var length = next < 0 ? xml.Length - at : next;
            if (length > StatisticsReader.MaxMarkup && !xml[at + 1].Equals(declaration) && !xml[at + 1].Equals(instruction))
                throw new InvalidDataException(
                    $"A tag or text at {at} is longer than {StatisticsReader.MaxMarkup}, as none of SDMX is: fetch the file again from its source."
                );
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
