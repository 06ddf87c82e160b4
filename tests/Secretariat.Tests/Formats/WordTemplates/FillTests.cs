using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>Templates filled with the values of one letter.</summary>
public partial class FillTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Theory]
    [InlineData("Dear {title} {family.name},", """{"title":"Ms","family":{"name":"Berg"}}""", "Dear Ms Berg,")]
    [InlineData("{family.name}", """{"family.name":"Berg","family":{"name":"No"}}""", "Berg")]
    [InlineData("{n}|{yes}|{none}|", """{"n":12.50,"yes":true,"none":null}""", "12.50|true||")]
    [InlineData("{{a} {a}", """{"a":"{b}"}""", "{a} {b}")]
    [InlineData("{#a}{x}{/a}{^a}none{/a}", """{"a":[{"x":1},{"x":2}]}""", "12")]
    [InlineData("{#a}{x}{/}{^a}none{/}", """{"a":[]}""", "none")]
    [InlineData("{#a}yes{/a}", """{"a":true}""", "yes")]
    [InlineData("{#a}yes{/a}", """{"a":0}""", "")]
    [InlineData("{#a}yes{/a}", """{"a":""}""", "")]
    [InlineData("{#a}{x}{y}{/a}", """{"a":{"x":1},"y":2}""", "12")]
    [InlineData("{#a}{#b}{c}{d}{/b}{/a}", """{"a":[{"b":[{"c":1},{"c":2}]}],"d":"x"}""", "1x2x")]
    public void Fields_and_sections_take_their_values(string text, string values, string filled)
    {
        foreach (var length in new[] { 1, 3, 100 })
        {
            var runs = string.Concat(text.Chunk(length).Select(c => Runs(new string(c))));
            Assert.Equal($"[{filled}]¶", TextOf(Filled(Paragraph(Runs("[") + runs + Runs("]")), values)));
        }
    }

    [Fact]
    public void A_value_that_lacks_in_an_entry_is_told_with_that_entry()
    {
        var filled = Fill(Paragraph(Runs("{#events}{place.town}{/events}")), """{"events":[{"place":{}}],"place":{}}""");
        Assert.Null(filled.Document);
        Assert.Equal(
            [
                "Paragraph 1 of the document: “place.town” has no value in entry 1 of “events”; give one, or null where it is to stay empty.",
            ],
            filled.Problems
        );
    }

    [Theory]
    [InlineData("{name}", "Paragraph 1 of the document: “name” has no value; give one, or null where it is to stay empty.")]
    [InlineData(
        "{list}",
        "Paragraph 1 of the document: “list” is a list; write what is said of each entry between “{#list}” and “{/list}”."
    )]
    [InlineData("{part}", "Paragraph 1 of the document: “part” has parts; name the one that is meant.")]
    [InlineData("{half}", "Paragraph 1 of the document: The value of “half” holds half a character; write it anew.")]
    public void Values_that_cannot_be_written_are_told_and_nothing_is_made(string text, string problem)
    {
        var filled = Fill(Paragraph(Runs(text)), """{"list":[],"part":{},"half":"\ud800"}""");
        Assert.Null(filled.Document);
        Assert.Equal([problem], filled.Problems);
    }

    [Fact]
    public void A_section_that_no_value_knows_is_left_out_and_told()
    {
        var filled = Fill(Paragraph(Runs("a{#evnets}b{/evnets}")), "{}");
        Assert.Equal("a¶", TextOf(filled.Document!));
        Assert.Equal(
            ["Paragraph 1 of the document: “{#evnets}” is not among the values and was taken as empty."],
            filled.Notices
        );
    }

    [Fact]
    public void A_value_is_text_whatever_it_looks_like()
    {
        var values = JsonSerializer.Serialize(new { a = "<w:b/>&amp; \u0001=1+1\r\nnext\tcell {b} 😀\uD83D" });
        Assert.Equal("<w:b/>&amp; =1+1↵next→cell {b} 😀\uFFFD¶", TextOf(Filled(Paragraph(Runs("{a}")), values)));
    }

    [Theory]
    [InlineData("MERGEFIELD name", "Ann berg")]
    [InlineData("MERGEFIELD name \\* MERGEFORMAT", "Ann berg")]
    [InlineData("MERGEFIELD name \\* Upper", "ANN BERG")]
    [InlineData("MERGEFIELD name \\*Caps", "Ann Berg")]
    [InlineData("MERGEFIELD name \\b \"Dear \" \\f \", \\\"so\\\"\"", "Dear Ann berg, \"so\"")]
    [InlineData("MERGEFIELD none \\b \"Dear \" \\f x", "")]
    public void Merge_fields_take_their_values_with_their_switches(string code, string filled)
    {
        const string values = """{"name":"Ann berg","none":""}""";
        var escaped = code.Replace("\"", "&quot;", StringComparison.Ordinal);
        var simple = $"<w:fldSimple w:instr=\"{escaped}\"><w:r><w:rPr><w:b/></w:rPr><w:t>«old»</w:t></w:r></w:fldSimple>";
        Assert.Equal($"[{filled}]¶", TextOf(Filled(Paragraph(Runs("[") + simple + Runs("]")), values)));
        var complex = Begin + Code(code[..4]) + Code(code[4..]) + Separate + Runs("«old") + Runs("»") + End;
        Assert.Equal($"[{filled}]¶", TextOf(Filled(Paragraph(Runs("[") + complex + Runs("]")), values)));
        Assert.Equal($"[{filled}]¶", TextOf(Filled(Paragraph(Runs("[") + Begin + Code(code) + End + Runs("]")), values)));
    }

    [Fact]
    public void A_value_looks_like_what_was_shown_in_its_place()
    {
        var bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>«old»</w:t></w:r>";
        var document = XmlOf(Filled(Paragraph(Begin + Code("MERGEFIELD a") + Separate + bold + End), """{"a":"new"}"""));
        Assert.Contains(
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">new</w:t></w:r>",
            document,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("fldChar", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_fields_stay_as_they_are()
    {
        var page = Begin + Code("PAGE") + Separate + Runs("3") + End;
        Assert.Equal("PAGE3 x¶", TextOf(Filled(Paragraph(page + Runs(" {a}")), """{"a":"x"}""")));
    }

    [Theory]
    [InlineData(
        "MERGEFIELD a \\@ \"d MMMM\"",
        "the switch “\\@” of the merge field “a” is not followed; take it out and give the value as it is to be written."
    )]
    [InlineData(
        "HYPERLINK \"mailto:{a}\"",
        "“{a}” stands in the instruction of the field HYPERLINK, where nothing is filled; put it into the text."
    )]
    public void What_would_keep_its_old_value_is_told(string code, string problem) =>
        Assert.Equal(
            [$"Paragraph 1 of the document: {problem}"],
            Problems(Paragraph(Begin + Code(code) + Separate + Runs("old") + End))
        );

    [Fact]
    public void A_merge_field_that_another_field_would_work_out_is_told()
    {
        var inner = Begin + Code("MERGEFIELD sex") + Separate + Runs("m") + End;
        var outer = Begin + Code("IF ") + inner + Code(" = \"m\" \"Sir\" \"Madam\"") + Separate + Runs("Sir") + End;
        Assert.Equal(
            [
                "Paragraph 1 of the document: the merge field “sex” stands in the instruction of another field, which only Word works out; put it into the text, between “{#name}” and “{/name}” where it depends on something.",
                "Paragraph 1 of the document: the field IF would keep what it showed last, which may be meant for somebody else; put a text, “{name}” or a merge field in its place.",
            ],
            Problems(Paragraph(outer))
        );
    }

    [Fact]
    public void A_merge_field_over_several_paragraphs_is_told() =>
        Assert.Equal(
            ["Paragraph 1 of the document: the merge field “a” goes over several paragraphs: delete it and insert it anew."],
            Problems(Paragraph(Begin + Code("MERGEFIELD a") + Separate + Runs("old")) + Paragraph(Runs("one") + End))
        );

    [Fact]
    public void Sections_repeat_paragraphs_and_take_those_that_hold_nothing_else_with_them()
    {
        var body =
            Paragraph(Runs("{#list}"))
            + Paragraph(Runs("{name}:"))
            + Paragraph(Runs("ok"))
            + Paragraph(Runs("{/list}"))
            + Paragraph(Runs("end"));
        const string values = """{"list":[{"name":"a"},{"name":"b"}]}""";
        Assert.Equal("a:¶ok¶b:¶ok¶end¶", TextOf(Filled(body, values)));
        Assert.Equal("end¶", TextOf(Filled(body, """{"list":[]}""")));
    }

    [Fact]
    public void A_section_within_two_paragraphs_divides_them() =>
        Assert.Equal(
            "one¶a¶two¶b¶two¶three¶",
            TextOf(
                Filled(
                    Paragraph(Runs("one{#list}{name}")) + Paragraph(Runs("two{/list}three")),
                    """{"list":[{"name":"a"},{"name":"b"}]}"""
                )
            )
        );

    [Fact]
    public void A_paragraph_that_holds_only_what_is_not_said_goes() =>
        Assert.Equal(
            "a¶b¶",
            TextOf(Filled(Paragraph(Runs("a")) + Paragraph(Runs("{#ps}PS: {ps}{/ps}")) + Paragraph(Runs("b")), """{"ps":null}"""))
        );

    [Fact]
    public void A_row_repeats_over_a_list_and_a_table_without_rows_goes()
    {
        var table = Table(Row("{#list}{name}", "{value}{/list}"));
        Assert.Equal(
            "head¶a|1||b|2||end¶",
            TextOf(
                Filled(
                    Paragraph(Runs("head")) + table + Paragraph(Runs("end")),
                    """{"list":[{"name":"a","value":1},{"name":"b","value":2}]}"""
                )
            )
        );
        Assert.DoesNotContain("tbl>", XmlOf(Filled(table + Paragraph(Runs("end")), """{"list":[]}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_between_two_rows_of_nothing_but_tags_repeat_without_those() =>
        Assert.Equal(
            "Name|Value||a|1||b|2||¶",
            TextOf(
                Filled(
                    Table(Row("Name", "Value"), Row("{#list}", ""), Row("{name}", "{value}"), Row("", "{/list}")) + Paragraph(""),
                    """{"list":[{"name":"a","value":1},{"name":"b","value":2}]}"""
                )
            )
        );

    [Fact]
    public void A_cell_that_its_section_leaves_empty_still_ends_in_a_paragraph()
    {
        var cell =
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
            + Paragraph(Runs("{#a}"))
            + Paragraph(Runs("x"))
            + Paragraph(Runs("{/a}"))
            + "</w:tc></w:tr></w:tbl>";
        Assert.Contains("<w:tc><w:p/></w:tc>", XmlOf(Filled(cell + Paragraph(""), """{"a":false}""")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:hyperlink>", "{#a}x", "</w:hyperlink>", "{/a}")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p>", "{#a}x", "</w:p></w:tc></w:tr></w:tbl>", "{/a}")]
    public void A_section_does_not_reach_out_of_a_table_or_link(string begin, string inside, string end, string outside)
    {
        var inner = begin + Runs(inside) + end;
        var problems = Problems(
            begin.Contains("tbl", StringComparison.Ordinal) ? inner + Paragraph(Runs(outside)) : Paragraph(inner + Runs(outside))
        );
        Assert.Equal(
            "“{#a}” has no counterpart in the same table, link or content control; put both into it, or both outside.",
            problems[0].Values[2]!.ToString()
        );
    }

    [Fact]
    public void Names_and_numbers_of_one_place_are_not_repeated()
    {
        var paragraph =
            "<w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" w14:paraId=\"1\">"
            + "<w:bookmarkStart w:id=\"1\" w:name=\"here\"/><w:r><w:drawing><wp:inline><wp:docPr id=\"7\" name=\"p\"/></wp:inline></w:drawing></w:r><w:bookmarkEnd w:id=\"1\"/>"
            + "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>"
            + Runs("{x}")
            + "</w:sdtContent></w:sdt></w:p>";
        var xml = XmlOf(
            Filled(Paragraph(Runs("{#l}")) + paragraph + Paragraph(Runs("{/l}")), """{"l":[{"x":"1"},{"x":"2"},{"x":"3"}]}""")
        );
        Assert.Equal(3, Regex.Count(xml, "<w:drawing>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        foreach (var once in new[] { "paraId=\"1\"", "bookmarkStart ", "bookmarkEnd ", "docPr id=\"7\"", "<w:id w:val=\"5\"" })
            Assert.Equal(1, xml.Split(once).Length - 1);
        Assert.Contains("docPr id=\"1000001\"", xml, StringComparison.Ordinal);
        Assert.Contains("docPr id=\"1000002\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filled_control_is_freed_from_the_data_that_would_take_its_place()
    {
        string Control(string text) =>
            "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath=\"/a\" w:storeItemID=\"{1}\"/><w:text/></w:sdtPr><w:sdtContent>"
            + Runs(text)
            + "</w:sdtContent></w:sdt>";
        var xml = XmlOf(Filled(Paragraph(Control("{a}") + Control("stays")), """{"a":"x"}"""));
        Assert.Equal(1, xml.Split("dataBinding").Length - 1);
        Assert.Equal(1, xml.Split("showingPlcHdr").Length - 1);
    }

    [Fact]
    public void Every_story_is_filled_the_copies_of_drawings_too()
    {
        var box =
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>"
            + Paragraph(Runs("{a}"))
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + Paragraph(Runs("{a}"))
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>";
        var template = Packed.Document(
            Paragraph(box),
            (
                "word/_rels/document.xml.rels",
                Packed.Relationships(("r1", "header", "header1.xml"), ("r2", "footnotes", "footnotes.xml"))
            ),
            ("word/header1.xml", $"<w:hdr {Packed.Word}>{Paragraph(Runs("{b}"))}</w:hdr>"),
            ("word/footnotes.xml", $"<w:footnotes {Packed.Word}><w:footnote>{Paragraph(Runs("{c}"))}</w:footnote></w:footnotes>")
        );
        var filled = WordTemplate.Read(template).Fill(Json("""{"a":1,"b":2,"c":3}""")).Document!;
        Assert.Equal("1¶1¶¶", TextOf(filled));
        Assert.Equal("2¶", TextOf(filled, "word/header1.xml"));
        Assert.Equal("3¶", TextOf(filled, "word/footnotes.xml"));
    }

    [Fact]
    public void The_way_to_another_template_or_list_does_not_go_out_whatever_its_part_is_called()
    {
        var template = Packed.Zip(
            (
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/></Types>"
            ),
            ("word/document.xml", $"<w:document {Packed.Word}><w:body>{Paragraph(Runs("{a}"))}</w:body></w:document>"),
            ("word/_rels/document.xml.rels", Packed.Relationships(("r1", "settings", "odd.xml"))),
            (
                "word/odd.xml",
                $"<w:settings {Packed.Word}><w:zoom/><w:attachedTemplate/><w:mailMerge><w:query/></w:mailMerge></w:settings>"
            ),
            (
                "word/_rels/odd.xml.rels",
                Packed.Relationships(
                    ("r1", "attachedTemplate", "file:///C:/a.dotm"),
                    ("r2", "mailMergeSource", "file:///C:/a.xlsx")
                )
            )
        );
        var filled = WordTemplate.Read(template).Fill(Json("""{"a":1}""")).Document!;
        Assert.Contains("wordprocessingml.document.main+xml", XmlOf(filled, "[Content_Types].xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("file:", XmlOf(filled, "word/_rels/odd.xml.rels"), StringComparison.Ordinal);
        Assert.EndsWith("<w:zoom/></w:settings>", XmlOf(filled, "word/odd.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/vbaProject.bin", "x", "The document holds macros, which are never carried out: save it as .docx.")]
    [InlineData(
        "[Content_Types].xml",
        "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>",
        "The document holds macros, which are never carried out: save it as .docx."
    )]
    [InlineData(
        "word/_rels/document.xml.rels",
        "<R><Relationship Type=\"x/comments\" Target=\"comments.xml\"/></R>",
        "The document holds comments, which would go out with the letter: delete them."
    )]
    [InlineData(
        "word/_rels/document.xml.rels",
        "<R><Relationship Type=\"x/aFChunk\" Target=\"a.html\"/></R>",
        "The document holds a file of another kind in its text, which only Word takes in: put its text there."
    )]
    [InlineData(
        "word/_rels/document.xml.rels",
        "<R><Relationship Type=\"x/hyperlink\" Target=\"mailto:%7Bmail%7D\" TargetMode=\"External\"/></R>",
        "“{mail}” stands in the address of a link, where nothing is filled: put it into the text, without a link."
    )]
    public void What_must_not_go_out_with_a_letter_is_told(string part, string content, string problem) =>
        Assert.Equal([problem], WordTemplate.Read(Packed.Document(Paragraph(Runs("x")), (part, content))).Problems);

    [Theory]
    [InlineData("word/styles.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a/>")]
    [InlineData("word/theme.dat", "<!DOCTYPE a><a/>")]
    public void Entities_are_refused_in_every_part(string part, string content) =>
        Assert.Equal(
            "It declares a document type or entities, which are refused: save it anew.",
            WordTemplate.Read(Packed.Document(Paragraph(Runs("x")), (part, content))).UnreadableReason?.ToString()
        );

    [Fact]
    public void A_part_that_is_there_twice_is_refused() =>
        Assert.Equal(
            "It holds the part “word/header1.xml” twice: save it anew.",
            WordTemplate
                .Read(Packed.Document(Paragraph(Runs("x")), ("word/Header1.xml", "<a/>"), ("word/header1.xml", "<a/>")))
                .UnreadableReason?.ToString()
        );

    [Fact]
    public void Entries_that_multiply_are_refused_before_they_fill_the_memory()
    {
        var entries = string.Join(',', Enumerable.Repeat("{}", 1_000));
        var body = Paragraph(Runs("{#a}{#a}{#a}" + new string('x', 1_000) + "{/a}{/a}{/a}"));
        var filled = Fill(body, $$"""{"a":[{{entries}}]}""");
        Assert.Null(filled.Document);
        Assert.Equal(["The filled document would have more than 50000000 characters: give fewer entries."], filled.Problems);
    }

    [Fact]
    public void The_same_values_give_the_same_bytes_and_another_letter_takes_nothing_over()
    {
        var template = WordTemplate.Read(Packed.Document(Paragraph(Runs("{a}{#b}{c}{/b}"))));
        var (first, second) = (Json("""{"a":"one","b":[{"c":"x"}]}"""), Json("""{"a":"two","b":[]}"""));
        Assert.Equal("onex¶", TextOf(template.Fill(first).Document!));
        Assert.Equal("two¶", TextOf(template.Fill(second).Document!));
        Assert.Equal(template.Fill(first).Document!, template.Fill(first).Document!);
    }

    [Fact]
    public void A_filled_document_is_valid()
    {
        var body =
            Paragraph(Runs("Dear {name},"))
            + Paragraph(Runs("{#list}"))
            + Paragraph(Runs("• {x}"))
            + Paragraph(Runs("{/list}"))
            + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid>"
            + Row("{#list}{x}", "{/list}")
            + "</w:tbl>"
            + Paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"b\"/>" + Runs("{#list}"))
            + $"<w:sdt><w:sdtPr/><w:sdtContent>{Paragraph(Runs("{#x}{x}{/x}"))}</w:sdtContent></w:sdt>"
            + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid>"
            + $"<w:sdt><w:sdtPr/><w:sdtContent>{Row("{#x}{x}{/x}")}</w:sdtContent></w:sdt>"
            + "</w:tbl>"
            + Paragraph(Runs("{/list}") + "<w:bookmarkEnd w:id=\"1\"/>")
            + Paragraph("");
        var template = Packed.Zip(
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            ("_rels/.rels", Packed.Relationships(("r1", "officeDocument", "word/document.xml"))),
            ("word/document.xml", $"<w:document {Packed.Word}><w:body>{body}</w:body></w:document>")
        );
        foreach (var list in new[] { "[]", """[{"x":"a\nb"},{"x":"c"}]""" })
        {
            var filled = WordTemplate.Read(template).Fill(Json($$"""{"name":"Ann","list":{{list}}}""")).Document!;
            using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
            Assert.Empty(
                new OpenXmlValidator(FileFormatVersions.Office2019)
                    .Validate(document, TestContext.Current.CancellationToken)
                    .Select(error => $"{error.Path?.XPath}: {error.Description}")
            );
        }
    }

    private static string Paragraph(string runs) => $"<w:p>{runs}</w:p>";

    private static string Runs(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Code(string code) => $"<w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r>";

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell.Length > 0 ? Runs(cell) : "")}</w:tc>"))}</w:tr>";

    private static JsonElement Json(string values) => JsonDocument.Parse(values).RootElement;

    private static FilledTemplate Fill(string body, string values) => WordTemplate.Read(Packed.Document(body)).Fill(Json(values));

    private static byte[] Filled(string body, string values)
    {
        var filled = Fill(body, values);
        Assert.Empty(filled.Problems);
        return filled.Document!;
    }

    private static IReadOnlyList<Secretariat.Formats.Sentence> Problems(string body) =>
        WordTemplate.Read(Packed.Document(body)).Problems;

    private static string XmlOf(byte[] document, string part = "word/document.xml")
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Paragraphs end in ¶, lines in ↵, tabs are →, cells end in | and rows in another one.</summary>
    private static string TextOf(byte[] document, string part = "word/document.xml")
    {
        var xml = XmlOf(document, part)
            .Replace("<w:br/>", "↵", StringComparison.Ordinal)
            .Replace("<w:tab/>", "→", StringComparison.Ordinal)
            .Replace("</w:p></w:tc>", "|", StringComparison.Ordinal)
            .Replace("<w:p/></w:tc>", "|", StringComparison.Ordinal)
            .Replace("</w:tr>", "|", StringComparison.Ordinal)
            .Replace("</w:p>", "¶", StringComparison.Ordinal)
            .Replace("<w:p/>", "¶", StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(Markup().Replace(xml, "")).Trim('\n');
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();
}
