using System.Globalization;
using System.Text;
using System.Xml;

namespace Secretariat.Formats.Atom;

/// <summary>Writes Atom feeds (RFC 4287) in UTF-8. What XML cannot hold of a text is left out.</summary>
public static class AtomWriter
{
    /// <summary>Section 7.</summary>
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>The feed with its entries, in their order.</summary>
    public static byte[] Write(AtomFeed feed)
    {
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, Form))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, feed.Language);
            Say(xml, "id", feed.Id);
            Say(xml, "title", feed.Title);
            Say(xml, "updated", Instant(feed.Updated));
            xml.WriteStartElement("author", Atom);
            Say(xml, "name", feed.Author);
            xml.WriteEndElement();
            Link(xml, "self", feed.Self);
            Link(xml, "alternate", feed.Alternate);
            foreach (var entry in feed.Entries)
                Write(xml, entry);
            xml.WriteEndElement();
        }

        return written.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Say(xml, "id", entry.Id);
        Say(xml, "title", entry.Title);
        Say(xml, "updated", Instant(entry.Updated));
        Link(xml, "alternate", entry.Alternate);
        Say(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    private static void Say(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    /// <summary>RFC 3339, in UTC.</summary>
    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString())
        );
}
