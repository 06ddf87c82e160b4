using System.Text;
using System.Xml.Linq;
using Secretariat.Formats.Atom;

namespace Secretariat.Tests.Formats.Atom;

public sealed class AtomWriterTests
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2005/Atom";

    private static readonly DateTimeOffset Noon = new(2024, 2, 20, 13, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_feed_has_what_the_standard_requires_in_its_own_words()
    {
        var written = AtomWriter.Write(
            Feed(new AtomEntry("urn:uuid:1", "Estonia", "Contact point", "https://x.example/en", Noon))
        );

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">
              <id>https://x.example/feed.atom</id>
              <title>News</title>
              <updated>2024-02-20T12:00:00Z</updated>
              <author>
                <name>Secretariat</name>
              </author>
              <link rel="self" href="https://x.example/feed.atom" />
              <link rel="alternate" href="https://x.example/en" />
              <entry>
                <id>urn:uuid:1</id>
                <title>Estonia</title>
                <updated>2024-02-20T12:00:00Z</updated>
                <link rel="alternate" href="https://x.example/en" />
                <summary>Contact point</summary>
              </entry>
            </feed>
            """,
            Encoding.UTF8.GetString(written)
        );
    }

    [Theory]
    [InlineData("<b>&amp;]]>\"'", "<b>&amp;]]>\"'")]
    [InlineData("a\0\u0001\uFFFEb", "ab")]
    [InlineData("\uD83D\uDE00 \u202B", "\uD83D\uDE00 \u202B")]
    public void Any_text_is_kept_as_text_without_what_XML_cannot_hold(string given, string read)
    {
        var written = AtomWriter.Write(Feed(new AtomEntry("urn:uuid:1", given, given, "https://x.example/en", Noon)));

        var entry = XDocument.Load(new MemoryStream(written)).Root!.Element(Namespace + "entry")!;
        Assert.Equal((read, read), (entry.Element(Namespace + "title")!.Value, entry.Element(Namespace + "summary")!.Value));
    }

    private static AtomFeed Feed(params AtomEntry[] entries) =>
        new(
            "https://x.example/feed.atom",
            "News",
            "Secretariat",
            "en",
            "https://x.example/feed.atom",
            "https://x.example/en",
            Noon,
            entries
        );
}
