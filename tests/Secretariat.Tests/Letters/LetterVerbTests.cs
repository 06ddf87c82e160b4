using System.Text;
using Secretariat.Platform.Pdf;
using Secretariat.Tests.Formats;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Letters;

/// <summary>A house's own Word templates on the command line, as a program of its own.</summary>
public sealed class LetterVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LetterVerbTests() => folder.Keep("template.docx", Packed.Document("<w:p><w:r><w:t>Dear {name}</w:t></w:r></w:p>"));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task A_template_is_filled_with_the_values_of_a_file(string mark)
    {
        folder.Keep("data.json", Encoding.UTF8.GetBytes(mark + """{"name":"Ms Őry"}"""));

        Assert.Equal((0, "", ""), await RunAsync("letter", "merge", "template.docx", "data.json", "out.docx"));

        Assert.Equal("Dear Ms Őry\n", Secretariat.Formats.WordTemplates.DocxText.Read(await ReadAsync("out.docx")));
    }

    [Theory]
    [InlineData(
        "{}",
        "data.json for template.docx: Paragraph 1 of the document: “name” has no value; give one, or null where it is to stay empty."
    )]
    [InlineData("[]", "data.json holds no object: write the values as {\"name\": \"value\", …}.")]
    [InlineData("{\"name\":\n}", "data.json is no JSON from line 2, byte 1 on: mend it there.")]
    [InlineData("{\"name\":\"\u00ff\"}", "data.json is not in UTF-8: save it in that encoding.")]
    public async Task Values_that_cannot_be_used_are_refused_and_what_was_there_stays(string values, string sentence)
    {
        folder.Keep("data.json", Encoding.Latin1.GetBytes(values));
        folder.Keep("out.docx", "before"u8.ToArray());

        Assert.Equal((1, "", sentence + "\n"), await RunAsync("letter", "merge", "template.docx", "data.json", "out.docx"));

        Assert.Equal("before"u8.ToArray(), await ReadAsync("out.docx"));
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.FullName).Length);
    }

    [Theory]
    [InlineData("EFBBBF7B226E616D65223A22FF227D", "data.json is not in UTF-8: save it in that encoding.")]
    [InlineData(
        "FFFE7B00220061002200 3A00220000D822007D00",
        "data.json is not in the encoding that its first bytes say: save it in UTF-8."
    )]
    public async Task Values_whose_bytes_are_no_text_are_refused_behind_a_mark_too(string bytes, string sentence)
    {
        folder.Keep("data.json", Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        Assert.Equal((1, "", sentence + "\n"), await RunAsync("letter", "merge", "template.docx", "data.json", "out.docx"));
    }

    [Fact]
    public async Task Values_in_another_encoding_of_Unicode_with_its_mark_are_read()
    {
        folder.Keep("data.json", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("""{"name":"Ms Őry"}""")]);

        Assert.Equal((0, "", ""), await RunAsync("letter", "merge", "template.docx", "data.json", "out.docx"));
    }

    [Fact]
    public async Task A_name_that_is_half_a_character_is_told_with_its_place()
    {
        folder.Keep("data.json", """{"name":"x","a":{"\ud800":1}}"""u8.ToArray());

        Assert.Equal(
            (1, "", "data.json for template.docx: One of the names in “a” holds half a character; write it anew.\n"),
            await RunAsync("letter", "merge", "template.docx", "data.json", "out.docx")
        );
    }

    [Theory]
    [InlineData("template.docx", "missing.json", "out.docx", "missing.json is no file: check its name.")]
    [InlineData(
        "template.docx",
        "data.json",
        "template.docx",
        "template.docx is one of the files that it would be made from: give another name."
    )]
    [InlineData("template.docx", "data.json", "no/out.docx", "no/out.docx cannot be written: check its folder and its rights.")]
    [InlineData(
        "data.json",
        "data.json",
        "out.docx",
        "data.json: It is no zip archive, as every document of this kind is: save it anew."
    )]
    public async Task Files_that_cannot_be_used_are_named(string template, string data, string output, string sentence)
    {
        folder.Keep("data.json", """{"name":"x"}"""u8.ToArray());

        Assert.Equal((1, "", sentence + "\n"), await RunAsync("letter", "merge", template, data, output));
    }

    [Fact]
    public async Task What_is_wrong_with_a_template_is_told_sentence_by_sentence()
    {
        folder.Keep("data.json", "{}"u8.ToArray());
        folder.Keep("bad.docx", Packed.Document("<w:p><w:r><w:t>{#a}</w:t></w:r></w:p><w:p><w:r><w:t>{/b}</w:t></w:r></w:p>"));

        var (code, output, errors) = await RunAsync("letter", "merge", "bad.docx", "data.json", "out.docx");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal(
            "bad.docx: Paragraph 1 of the document: “{#a}” is never closed; “{/a}” is missing.\n"
                + "bad.docx: Paragraph 2 of the document: “{/b}” closes a section that is not open.\n",
            errors
        );
    }

    [Fact]
    public async Task A_document_becomes_a_tagged_PDF_through_LibreOffice()
    {
        Programs.SkipWithout("soffice", "pdfinfo", "pdftotext", "unshare");
        var letter = Path.Combine(folder.FullName, "letter.docx");
        await File.WriteAllBytesAsync(letter, LetterFile(), TestContext.Current.CancellationToken);

        Assert.Equal((0, "", ""), await RunAsync("letter", "pdf", "letter.docx", "letter.pdf"));

        var pdf = Path.Combine(folder.FullName, "letter.pdf");
        Assert.Matches("Tagged: +yes", await Programs.RunAsync("pdfinfo", pdf));
        Assert.Contains("Dear Minister", await Programs.RunAsync("pdftotext", pdf, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_LibreOffice_it_is_said_how_to_get_it()
    {
        Dictionary<string, string> settings = new() { ["Pdf__LibreOffice"] = "/no/soffice" };

        Assert.Equal(
            (
                1,
                "",
                "Pdf:LibreOffice names “/no/soffice”, where there is no file; correct the path, or leave it empty to search.\n"
            ),
            await Verb.RunAsync(folder.FullName, settings, ["letter", "pdf", "template.docx", "out.pdf"])
        );
    }

    [Fact]
    public async Task A_program_that_takes_no_end_is_ended()
    {
        Programs.SkipWithout("unshare");
        var clock = new HandClock();
        var renderer = new LibreOfficePdf(new() { LibreOffice = folder.KeepScript("soffice", "#!/bin/sh\nsleep 600\n") }, clock);
        var rendering = renderer.RenderAsync(LetterFile(), TestContext.Current.CancellationToken);

        await clock.PassAsync(new PdfOptions().DocumentLimit, rendering);

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => rendering);
        Assert.Equal("LibreOffice did not finish within 60 seconds: give a shorter document.", problem.Message);
    }

    private static byte[] LetterFile() => Secretariat.Modules.Letters.Documents.LetterDocx.Write(FollowUp.Letter("en"));

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Verb.RunAsync(folder.FullName, arguments);

    private Task<byte[]> ReadAsync(string name) =>
        File.ReadAllBytesAsync(Path.Combine(folder.FullName, name), TestContext.Current.CancellationToken);
}
