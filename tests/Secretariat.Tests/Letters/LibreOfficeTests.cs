using Secretariat.Platform.Pdf;
using Secretariat.Tests.Formats;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Letters;

/// <summary>What LibreOffice says while it renders, and whose fault it is when it does not.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private const string Made = "for last; do :; done; echo made > \"$(dirname \"$last\")/document.pdf\"\n";

    private readonly TemporaryFolder folder = new();

    public LibreOfficeTests() => folder.Keep("letter.docx", Packed.Document("<w:p><w:r><w:t>Dear Minister</w:t></w:r></w:p>"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_program_that_says_much_is_listened_to()
    {
        Programs.SkipWithout("unshare");
        var pdf = await RenderAsync($"head -c 1000000 /dev/zero >&2\nhead -c 1000000 /dev/zero\n{Made}");
        Assert.Equal("made\n"u8.ToArray(), pdf);
    }

    [Fact]
    public async Task A_program_that_fails_is_quoted_with_its_code_also_where_it_made_something()
    {
        Programs.SkipWithout("unshare");
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RenderAsync($"{Made}echo 'no room left' >&2\necho more >&2\nexit 3\n")
        );
        Assert.Equal(
            "LibreOffice ended with code 3 (“no room left”): open the document in Word and save it anew.",
            problem.Message
        );
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_named_not_the_document()
    {
        Programs.SkipWithout("unshare");
        var renderer = new LibreOfficePdf(
            new() { LibreOffice = folder.Keep("soffice", "text"u8.ToArray()) },
            TimeProvider.System
        );
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            renderer.RenderAsync("x"u8.ToArray(), TestContext.Current.CancellationToken)
        );
        Assert.StartsWith(
            "LibreOffice cannot be started (“unshare: failed to execute ",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_machine_without_the_program_that_takes_the_network_away_is_told() =>
        Assert.Equal(
            (
                1,
                "",
                "letter.docx: There is no “unshare” on this machine, which keeps LibreOffice from the network: install the package “util-linux”.\n"
            ),
            await RunAsync()
        );

    [Fact]
    public async Task A_machine_that_forbids_namespaces_is_told()
    {
        folder.KeepScript("unshare", "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n");
        Assert.Equal(
            (
                1,
                "",
                "letter.docx: This machine lets no program run without a network (“unshare: unshare failed: Operation not permitted”): allow user namespaces to the one who runs this.\n"
            ),
            await RunAsync()
        );
    }

    [Theory]
    [InlineData("image", "https://example.org/a.png")]
    [InlineData("attachedTemplate", "file:///C:/a.dotm")]
    [InlineData("oleObject", "file:///C:/a.xlsx")]
    public async Task A_document_that_takes_in_what_lies_outside_is_refused(string kind, string target)
    {
        folder.Keep(
            "letter.docx",
            Packed.Document("<w:p/>", ("word/_rels/document.xml.rels", Packed.Relationships(("r1", kind, target))))
        );
        Assert.Equal(
            (
                1,
                "",
                $"letter.docx: The document takes in “{target}” from outside itself, which is never loaded: put it into the document.\n"
            ),
            await RunAsync()
        );
    }

    [Fact]
    public async Task A_document_that_takes_in_a_file_by_a_field_is_refused_and_other_fields_are_not()
    {
        Programs.SkipWithout("unshare");
        const string Field = "<w:fldSimple w:instr=\"REF a\"/>";
        folder.Keep("letter.docx", Packed.Document($"<w:p>{Field}<w:fldSimple w:instr=\"INCLUDETEXT a.docx\"/></w:p>"));
        Assert.Equal(
            (
                1,
                "",
                "letter.docx: Paragraph 1 of the document: the field INCLUDETEXT takes in content from outside, which is never loaded; put the content in its place.\n"
            ),
            await RunAsync()
        );
        folder.Keep(
            "letter.docx",
            Packed.Document(
                $"<w:p>{Field}</w:p>",
                ("word/_rels/document.xml.rels", Packed.Relationships(("r1", "hyperlink", "https://example.org/")))
            )
        );
        Assert.Equal((0, "", ""), await RunAsync(Environment.GetEnvironmentVariable("PATH")!));
    }

    private Task<byte[]> RenderAsync(string script) =>
        new LibreOfficePdf(
            new() { LibreOffice = folder.KeepScript("soffice", $"#!/bin/sh\n{script}") },
            TimeProvider.System
        ).RenderAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);

    /// <summary>With a program in place of LibreOffice, and no others but those of the folder.</summary>
    private Task<(int Code, string Output, string Errors)> RunAsync(string? path = null)
    {
        Dictionary<string, string> settings = new()
        {
            ["Pdf__LibreOffice"] = folder.KeepScript("soffice", $"#!/bin/sh\n{Made}"),
            ["PATH"] = path ?? folder.FullName,
        };
        return Verb.RunAsync(folder.FullName, settings, ["letter", "pdf", "letter.docx", "out.pdf"]);
    }
}
