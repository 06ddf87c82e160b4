using System.Text;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>How much of a Word document is read.</summary>
public class SizeTests
{
    private const string TooLarge = "It is too large when unpacked: give a smaller one.";

    [Fact]
    public void A_picture_that_stands_in_an_attribute_is_kept()
    {
        var shape =
            $"<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" o:gfxdata=\"{new string('A', 3_000_000)}\"/></w:pict><w:t>x</w:t></w:r>";
        var file = Packed.Document($"<w:p>{shape}</w:p>");
        Assert.Null(WordTemplate.Read(file).UnreadableReason);
        Assert.Equal("x\n", DocxText.Read(file));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('<')]
    public void A_text_of_more_than_a_mebibyte_is_refused_however_it_is_written(char letter) =>
        AssertTooLarge(Packed.Document($"<w:p/><w:x><![CDATA[{new string(letter, 1_200_000)}]]></w:x>"));

    [Fact]
    public void Text_and_attributes_of_all_stories_are_bounded_together()
    {
        var pieces = string.Concat(
            Enumerable.Repeat($"<w:p w:x=\"{new string('x', 600_000)}\"/><w:x>{new string('x', 600_000)}</w:x>", 9)
        );
        AssertTooLarge(
            Packed.Document(
                pieces,
                ("word/_rels/document.xml.rels", Packed.Relationships(("r1", "header", "header1.xml"))),
                ("word/header1.xml", $"<w:hdr {Packed.Word}>{pieces}</w:hdr>")
            )
        );
    }

    [Theory]
    [InlineData("parts that are there", true)]
    [InlineData("parts that are only listed", false)]
    public void An_archive_of_too_many_parts_is_refused_before_they_are_listed(string _, bool isSound)
    {
        var file = isSound ? Packed.Zip([.. Parts(2_001)]) : [.. Packed.Zip([.. Parts(1)]), .. Headers(400_000)];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("It has more than 2000 parts: save it anew.", WordTemplate.Read(file).UnreadableReason?.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void What_is_cut_from_a_long_text_ends_with_a_whole_character()
    {
        var text = new StringBuilder("x").Insert(1, "😀", DocxText.MaxCharacters).ToString();
        var read = DocxText.Read(Packed.Document($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));
        Assert.Equal(DocxText.MaxCharacters - 1, read.Length);
        Assert.EndsWith("😀", read, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Parts(int count) => Enumerable.Range(0, count).Select(i => ($"{i}.xml", "<a/>"));

    /// <summary>The beginning of the header of a part, which an archive lists at its end.</summary>
    private static byte[] Headers(int count) =>
        [.. Enumerable.Repeat("PK\u0001\u0002"u8.ToArray(), count).SelectMany(header => header), .. new byte[42]];

    private static void AssertTooLarge(byte[] file) =>
        Assert.Equal(TooLarge, WordTemplate.Read(file).UnreadableReason?.ToString());
}
