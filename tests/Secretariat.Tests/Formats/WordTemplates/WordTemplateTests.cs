using System.Text;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>The fields of Word templates, however Word wrote them down.</summary>
public class WordTemplateTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Theory]
    [InlineData("Dear {salutation} {family.name},", "salutation", "family.name")]
    [InlineData("{a}|{ b }|{a}", "a", "b")]
    [InlineData("{{no}", new string[0])]
    [InlineData("${price}", "price")]
    [InlineData("{Überschrift} {δοκιμή}", "Überschrift", "δοκιμή")]
    public void Names_in_braces_are_fields_in_the_order_of_first_appearance(string text, params string[] fields) =>
        Assert.Equal(fields, Read(Paragraph(Runs(text))).Fields);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Words_runs_may_cut_a_field_anywhere(int length)
    {
        var pieces = "Dear {first.name} and {#guests}{last}{/guests}".Chunk(length).Select(c => Runs(new string(c)));
        var read = Read(
            Paragraph(string.Join("<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"0\" w:name=\"x\"/>", pieces))
        );
        Assert.Equal(["first.name", "last"], read.Fields);
        Assert.Equal(["guests"], read.Sections);
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData(" MERGEFIELD  Name  \\* MERGEFORMAT ", "Name")]
    [InlineData("mergefield \"First name\" \\b \"Dear \"", "First name")]
    [InlineData("MERGEFIELD ${partner.name}", "partner.name")]
    [InlineData("MERGEFIELD $name", "name")]
    [InlineData("MERGEFIELD «name»", "name")]
    [InlineData("MERGEFIELD 2nd_name", "2nd_name")]
    public void Merge_fields_are_read_simple_and_complex(string code, string name)
    {
        var escaped = code.Replace("\"", "&quot;", StringComparison.Ordinal);
        var complex =
            Begin
            + string.Concat(
                code.Chunk(4).Select(c => $"<w:r><w:instrText xml:space=\"preserve\">{new string(c)}</w:instrText></w:r>")
            );
        Assert.Equal([name], Read(Paragraph($"<w:fldSimple w:instr=\"{escaped}\">{Runs("«{shown}»")}</w:fldSimple>")).Fields);
        Assert.Equal([name], Read(Paragraph(complex + Separate + Runs("«{shown}»") + End)).Fields);
        Assert.Equal([name], Read(Paragraph(complex + End)).Fields);
    }

    [Fact]
    public void A_merge_field_within_another_field_is_found_and_the_result_of_that_one_is_text()
    {
        var inner = Begin + Code("MERGEFIELD rank") + Separate + Runs("x") + End;
        Assert.Equal(["rank"], Read(Paragraph(Begin + Code("IF ") + inner + Code(" = \"a\" \"b\" \"{c}\"") + End)).Fields);
        Assert.Equal(
            ["c"],
            Read(Paragraph(Begin + Code("HYPERLINK \"https://example.org/{no}\"") + Separate + Runs("{c}") + End)).Fields
        );
    }

    [Fact]
    public void Tables_text_boxes_headers_footers_notes_and_copies_are_read_and_deletions_are_not()
    {
        var body =
            "<w:tbl><w:tr><w:tc>"
            + Paragraph(Runs("{#list}{cell}"))
            + "</w:tc><w:tc>"
            + Paragraph(Runs("{other}{/list}"))
            + "</w:tc></w:tr></w:tbl>"
            + Paragraph(
                Runs("{bo")
                    + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>"
                    + Paragraph(Runs("{box}"))
                    + "</w:txbxContent></mc:Choice>"
                    + "<mc:Fallback><w:txbxContent>"
                    + Paragraph(Runs("{copy}"))
                    + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
                    + Runs("dy}")
            )
            + Paragraph("<w:del><w:r><w:delText>{gone}</w:delText></w:r></w:del><w:ins>" + Runs("{new}") + "</w:ins>");
        var file = Packed.Document(
            body,
            (
                "word/_rels/document.xml.rels",
                Packed.Relationships(
                    ("r1", "footer", "footer1.xml"),
                    ("r2", "header", "header1.xml"),
                    ("r3", "footnotes", "footnotes.xml")
                )
            ),
            ("word/header1.xml", $"<w:hdr {Packed.Word}>{Paragraph(Runs("{head}"))}</w:hdr>"),
            ("word/footer1.xml", $"<w:ftr {Packed.Word}>{Paragraph(Runs("{foot"))}</w:ftr>"),
            (
                "word/footnotes.xml",
                $"<w:footnotes {Packed.Word}><w:footnote>{Paragraph(Runs("{note}"))}</w:footnote></w:footnotes>"
            )
        );
        var read = WordTemplate.Read(file);
        Assert.Equal(["cell", "other", "box", "copy", "body", "new", "head", "note"], read.Fields);
        Assert.Equal(
            [
                "In the document: changes are tracked, which would go out with the letter; accept or reject them.",
                "Paragraph 1 of footer1.xml: the brace in “{foot” opens no field; write a name and “}” after it, or “{{” for a brace.",
            ],
            read.Problems
        );
    }

    [Theory]
    [InlineData("{#a}x", "Paragraph 1 of the document: “{#a}” is never closed; “{/a}” is missing.")]
    [InlineData("{^a}x{/b}{/a}", "Paragraph 1 of the document: “{/b}” closes a section that is not open.")]
    [InlineData("{#a}{#b}{/a}", "Paragraph 1 of the document: “{#b}” is not closed before “{/a}”.")]
    [InlineData(
        "x {} y",
        "Paragraph 1 of the document: the brace in “{} y” opens no field; write a name and “}” after it, or “{{” for a brace."
    )]
    [InlineData("{{name}}", "Paragraph 1 of the document: “{{name}}” is a brace and text; write “{name}” for the field.")]
    public void What_must_be_corrected_is_told_with_its_place(string text, string problem) =>
        Assert.Equal([problem], Read(Paragraph(Runs(text))).Problems);

    [Theory]
    [InlineData(
        "MERGEFIELD \"[#list a as b]\"",
        "Paragraph 1 of the document: the merge field “MERGEFIELD \"[#list a as b]\"” names no field; write MERGEFIELD and a name."
    )]
    [InlineData(
        "ADDRESSBLOCK \\f x",
        "Paragraph 1 of the document: the field ADDRESSBLOCK is filled by Word's mail merge alone; put the fields that it stands for in its place."
    )]
    [InlineData(
        "INCLUDETEXT \"C:\\\\a.docx\"",
        "Paragraph 1 of the document: the field INCLUDETEXT takes in content from outside, which is never loaded; put the content in its place."
    )]
    public void Fields_that_cannot_be_filled_are_told(string code, string problem)
    {
        var read = Read(Paragraph(Begin + Code(code) + End));
        Assert.Empty(read.Fields);
        Assert.Equal([problem], read.Problems);
    }

    [Fact]
    public void A_field_that_never_ends_is_told() =>
        Assert.Equal(
            ["In the document: a field of Word begins and never ends: delete it and insert it anew."],
            Read(Paragraph(Begin)).Problems
        );

    [Fact]
    public void Macros_and_what_lies_outside_are_told_and_links_are_not()
    {
        var read = WordTemplate.Read(
            Packed.Document(
                Paragraph(Runs("{a}")),
                ("word/vbaProject.bin", "x"),
                (
                    "word/_rels/document.xml.rels",
                    Packed.Relationships(
                        ("r1", "hyperlink", "https://example.org/"),
                        ("r2", "image", "https://example.org/a.png")
                    )
                ),
                ("word/_rels/settings.xml.rels", Packed.Relationships(("r1", "attachedTemplate", "file:///C:/a.dotm")))
            )
        );
        Assert.Equal(
            [
                "The document holds macros, which are never carried out: save it as .docx.",
                "The document takes in “https://example.org/a.png” from outside itself, which is never loaded: put it into the document.",
            ],
            read.Problems
        );
    }

    [Fact]
    public void Stray_braces_take_no_more_room_than_is_quoted_of_them()
    {
        var file = Packed.Document(Paragraph(Runs(string.Concat(Enumerable.Repeat("{ ", 20_000)))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(WordTemplate.MaxProblems, WordTemplate.Read(file).Problems.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void A_long_way_to_a_story_is_cut_and_takes_no_room()
    {
        var way = string.Concat(Enumerable.Repeat("./", 200_000));
        var file = Packed.Document(
            Paragraph(Runs("{a}")),
            ("word/_rels/document.xml.rels", Packed.Relationships(("r1", "header", way + "header1.xml"))),
            (
                "word/header1.xml",
                $"<w:hdr {Packed.Word}>{string.Concat(Enumerable.Repeat(Paragraph(Runs("x")), 1_000))}{Paragraph(Runs("{"))}</w:hdr>"
            )
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith(
            $"Paragraph 1001 of {way[..80]}: ",
            Assert.Single(WordTemplate.Read(file).Problems).ToString(),
            StringComparison.Ordinal
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void Problems_beyond_those_that_are_told_take_no_room()
    {
        var file = Packed.Document(
            string.Concat(Enumerable.Repeat(Paragraph(Runs(new string('}', 100) + "{ {{a}} {/a}")), 20_000))
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(WordTemplate.MaxProblems, WordTemplate.Read(file).Problems.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024 * 1024);
    }

    [Fact]
    public void Text_of_all_stories_together_is_bounded()
    {
        var header =
            $"<w:hdr {Packed.Word}>{string.Concat(Enumerable.Repeat(Paragraph(Runs(new string('x', 100_000))), 25))}</w:hdr>";
        var headers = Enumerable.Range(1, 2).Select(i => ($"r{i}", "header", $"header{i}.xml"));
        var file = Packed.Document(
            Paragraph(Runs("{a}")),
            ("word/_rels/document.xml.rels", Packed.Relationships([.. headers])),
            ("word/header1.xml", header),
            ("word/header2.xml", header)
        );
        Refused("It holds more than 4000000 characters of text: make the template shorter.", file);
    }

    [Fact]
    public void What_lies_outside_is_read_no_further_than_it_is_told()
    {
        var links = Enumerable.Range(0, 5_000).Select(i => ($"r{i}", "image", $"https://example.org/{i}.png"));
        var relationships = Packed.Relationships([.. links]);
        var parts = Enumerable.Range(0, 20).Select(i => ($"word/_rels/a{i}.xml.rels", relationships));
        var file = Packed.Document(Paragraph(Runs("{a}")), [.. parts]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(WordTemplate.MaxProblems, WordTemplate.Read(file).Problems.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void What_is_no_word_document_is_refused()
    {
        Refused("There is nothing in it: save the template again.", []);
        Refused("It is no zip archive, as every document of this kind is: save it anew.", "{name}"u8.ToArray());
        Refused("It is no Word document: save the template as .docx.", Packed.Workbook("<row/>"));
        Refused("It is no Word document: save the template as .docx.", Packed.Zip(("word/document.xml", "<html/>")));
        Refused(
            "It declares a document type or entities, which are refused: save it anew.",
            Packed.Zip(("word/document.xml", "<!DOCTYPE a><a/>"))
        );
        Refused(
            "Its part “word/document.xml” is damaged at line 2, character 2: save it anew.",
            Packed.Zip(("word/document.xml", "<a>\n<<"))
        );
        Refused(
            "It is too large when unpacked: give a smaller one.",
            Packed.Document(new StringBuilder().Insert(0, "<w:p>", 5_000).ToString())
        );
    }

    private static void Refused(string reason, byte[] file) => Assert.Equal(reason, WordTemplate.Read(file).UnreadableReason);

    private static string Paragraph(string runs) => $"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{runs}</w:p>";

    private static string Runs(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Code(string code) => $"<w:r><w:instrText>{code}</w:instrText></w:r>";

    private static WordTemplate Read(string body) => WordTemplate.Read(Packed.Document(body));
}
