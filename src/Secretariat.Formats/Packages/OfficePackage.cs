using System.IO.Compression;
using System.Xml;

namespace Secretariat.Formats.Packages;

/// <summary>
/// A Word or Excel file: parts in a zip archive that refer to each other (Open Packaging Conventions, ECMA-376 part 2). Every part is
/// read as a bounded stream; document types and entities are refused (section 6.1.5 forbids them).
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>Bytes of one part that are unpacked.</summary>
    public const int MaxPartBytes = 20_000_000;

    /// <summary>Units of text between two elements: a longer one fits no cell and no paragraph.</summary>
    public const int LongestPiece = 1024 * 1024;

    private const string RelationshipSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int MaxParts = 2_000;
    private const long MaxRelationshipBytes = 1_000_000;
    private const int LongestName = 80;

    /// <summary>Bytes of all parts together that are unpacked.</summary>
    private const long MaxUnpacked = 120_000_000;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long allLeft = MaxUnpacked;

    private OfficePackage(ZipArchive zip)
    {
        this.zip = zip;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!parts.TryAdd(name, entry))
                Double ??= WellFormed.Cut(name, LongestName);
        }
    }

    /// <summary>A part that is there more than once, of which others may read another one; null where each is there once.</summary>
    public string? Double { get; }

    /// <summary>The names of all parts, without a leading slash.</summary>
    public IReadOnlyCollection<string> Names => parts.Keys;

    /// <summary>The part that is the document itself (ECMA-376 part 1, section 8.2); null where the package does not say.</summary>
    /// <exception cref="UnreadableException">It says so of several parts, of which others may read another one, or of none of its own.</exception>
    public string? MainPart
    {
        get
        {
            var said = RelationshipsOf("").Where(r => r.Is("officeDocument")).ToList();
            if (said.Count > 1)
                throw new UnreadableException(
                    Sentence.Of(
                        "It names {0} parts as the document, and programs may read different ones: save it anew.",
                        said.Count
                    )
                );
            if (said is [{ IsExternal: true }])
                throw new UnreadableException(
                    Sentence.Of("It names a document outside itself, which is never loaded: save it anew.")
                );
            return said is [var one] ? one.Part : null;
        }
    }

    /// <summary>Opens a package and reads from it.</summary>
    /// <exception cref="UnreadableException">It is no package, or damaged, or larger than the limits; the message is a sentence.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> file, Func<OfficePackage, T> read)
    {
        if (file.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableException(
                Sentence.Of("It is protected by a password or of the format before 2007: save it anew without one.")
            );
        if (!file.Span.StartsWith("PK"u8))
            throw new UnreadableException(Sentence.Of("It is no zip archive, as every document of this kind is: save it anew."));
        // Before the archive is opened, which builds whatever it lists: each part has one of these (APPNOTE 6.3.10, section 4.3.12).
        if (file.Span.Count("PK\u0001\u0002"u8) > MaxParts)
            throw new UnreadableException(Sentence.Of("It has more than {0} parts: save it anew.", MaxParts));
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            using var package = new OfficePackage(archive);
            return read(package);
        }
        catch (XmlException problem)
        {
            throw new UnreadableException(SentenceFor(problem), problem);
        }
        catch (Exception problem)
            when (problem
                    is InvalidDataException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
                        or IOException
            )
        {
            throw new UnreadableException(Sentence.Of("The archive is damaged or of an unusual kind: save it anew."), problem);
        }
    }

    public static UnreadableException TooLarge() => new(Sentence.Of("It is too large when unpacked: give a smaller one."));

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part as XML, or null where there is none of that name.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="maxBytes">Bytes that are unpacked of it.</param>
    /// <param name="longestPiece">Bytes between two elements, attributes included: the pictures of a document can stand in one.</param>
    public XmlReader? Open(string part, long maxBytes, int longestPiece = LongestPiece)
    {
        if (!parts.TryGetValue(part, out var entry))
            return null;
        // What the archive admits needs no unpacking; what it hides meets the bounded stream.
        if (entry.Length > maxBytes)
            throw TooLarge();
        return XmlReader.Create(
            new BoundedStream(entry.Open(), SpendUpTo(maxBytes), longestPiece),
            BoundedXml.Settings(maxBytes),
            part
        );
    }

    /// <summary>A part that was unpacked before, as XML.</summary>
    public static XmlReader Open(string part, byte[] bytes) =>
        XmlReader.Create(
            new BoundedStream(new MemoryStream(bytes), _ => { }, MaxPartBytes),
            BoundedXml.Settings(MaxPartBytes),
            part
        );

    /// <summary>All bytes of a part that is there.</summary>
    public byte[] Bytes(string part)
    {
        var entry = parts[part];
        if (entry.Length > MaxPartBytes)
            throw TooLarge();
        var spend = SpendUpTo(MaxPartBytes);
        using var source = entry.Open();
        using var bytes = new MemoryStream((int)entry.Length);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            spend(read);
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private Action<int> SpendUpTo(long maxBytes)
    {
        var left = maxBytes;
        return read =>
        {
            (left, allLeft) = (left - read, allLeft - read);
            if (left < 0 || allLeft < 0)
                throw TooLarge();
        };
    }

    /// <summary>What a part refers to; of the package itself with an empty name.</summary>
    public IReadOnlyList<PackageRelationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return [.. RelationshipsIn($"{part[..slash]}_rels/{part[slash..]}.rels")];
    }

    public void Dispose() => zip.Dispose();

    private IEnumerable<PackageRelationship> RelationshipsIn(string name)
    {
        using var xml = Open(name, MaxRelationshipBytes);
        var folder = name.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? name[..at] : "";
        while (xml?.Next() is true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship", NamespaceURI: RelationshipSpace })
                yield return new(
                    xml.GetAttribute("Id") ?? "",
                    xml.GetAttribute("Type") ?? "",
                    xml.GetAttribute("Target") ?? "",
                    xml.GetAttribute("TargetMode") is "External",
                    folder
                );
        }
    }

    private static Sentence SentenceFor(XmlException problem) =>
        problem.Message.Contains("DTD", StringComparison.Ordinal)
            ? Sentence.Of("It declares a document type or entities, which are refused: save it anew.")
            : Sentence.Of(
                "Its part “{0}” is damaged at line {1}, character {2}: save it anew.",
                WellFormed.Cut(problem.SourceUri ?? "", LongestName),
                problem.LineNumber,
                problem.LinePosition
            );
}

/// <summary>A reference from one part to another (ECMA-376 part 2, section 6.5).</summary>
/// <param name="Id">By which the part refers to it.</param>
/// <param name="Type">What it is; ends in a word such as <c>/worksheet</c> in both the transitional and the strict form.</param>
/// <param name="Target">As written.</param>
/// <param name="IsExternal">Whether it leads out of the package.</param>
/// <param name="Folder">Of the part that refers, with its slash.</param>
internal sealed record PackageRelationship(string Id, string Type, string Target, bool IsExternal, string Folder)
{
    public bool Is(string kind) => Type.EndsWith($"/{kind}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the part it leads to.</summary>
    public string Part
    {
        get
        {
            var target = Target.Replace('\\', '/');
            var steps = new List<string>();
            foreach (var step in (target.StartsWith('/') ? target : Folder + target).Split('/'))
            {
                if (step is ".." && steps.Count > 0)
                    steps.RemoveAt(steps.Count - 1);
                else if (step is not ("" or "." or ".."))
                    steps.Add(step);
            }

            return string.Join('/', steps);
        }
    }
}
