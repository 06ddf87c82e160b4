using System.CommandLine;
using Secretariat.Formats.WordTemplates;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Letters;

/// <summary>A house's own Word templates, on the command line.</summary>
public static class TemplateVerbs
{
    public static Command Inspect() =>
        Inspection.Of(
            "letter",
            "Shows the fields of Word templates (.docx) and what must be corrected in them.",
            WordTemplate.MaxBytes,
            Describe
        );

    /// <param name="pdf">How documents are rendered, asked for once it is needed.</param>
    public static Command Letter(Func<PdfOptions> pdf) =>
        new("letter", "Makes documents from Word templates.") { Merge(), Pdf(pdf) };

    private static Command Merge()
    {
        var template = new Argument<string>("TEMPLATE.docx") { Description = "Template with {name} or merge fields" };
        var data = new Argument<string>("DATA.json") { Description = "The values by name, as one JSON object in UTF-8" };
        var output = new Argument<string>("OUT.docx") { Description = "Document to write; what was there is replaced" };
        var command = new Command("merge", "Fills a Word template.") { template, data, output };
        command.SetAction(
            async (parsed, ct) =>
                await MergeAsync(
                    parsed.GetRequiredValue(template),
                    parsed.GetRequiredValue(data),
                    parsed.GetRequiredValue(output),
                    ct
                )
        );
        return command;
    }

    private static Command Pdf(Func<PdfOptions> options)
    {
        var input = new Argument<string>("IN.docx") { Description = "Word document to render" };
        var output = new Argument<string>("OUT.pdf") { Description = "Tagged PDF to write; what was there is replaced" };
        var command = new Command("pdf", "Renders a Word document through LibreOffice, without a network.") { input, output };
        command.SetAction(
            async (parsed, ct) =>
                await RenderAsync(options(), parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), ct)
        );
        return command;
    }

    private static async Task<int> RenderAsync(
        PdfOptions options,
        string input,
        string output,
        CancellationToken cancellationToken
    )
    {
        var renderer = new LibreOfficePdf(options, TimeProvider.System);
        if (options.WhyNoLibreOffice() is { } missing)
            throw new RefusedException(missing.ToString());
        var document = await InputFile.ReadAsync(input, WordTemplate.MaxBytes, cancellationToken);
        // What is damaged or grows without end is refused before another program opens it.
        var read = WordTemplate.Read(document);
        if (read.UnreadableReason is { } reason)
            throw new RefusedException($"{input}: {reason}");
        if (read.FromOutside.Count > 0)
            return await SayAsync(input, read.FromOutside, 1);
        try
        {
            var pdf = await renderer.RenderAsync(document, cancellationToken);
            await InputFile.ReplaceAsync(output, pdf, [input], cancellationToken);
            return 0;
        }
        catch (InvalidOperationException problem)
        {
            throw new RefusedException($"{input}: {problem.Message}");
        }
    }

    private static async Task<int> MergeAsync(string template, string data, string output, CancellationToken cancellationToken)
    {
        var read = WordTemplate.Read(await InputFile.ReadAsync(template, WordTemplate.MaxBytes, cancellationToken));
        if (read.UnreadableReason is { } reason)
            throw new RefusedException($"{template}: {reason}");
        if (read.Problems.Count > 0)
            return await SayAsync(template, read.Problems, 1);
        using var values = await LetterValues.ReadAsync(data, cancellationToken);
        var filled = read.Fill(values.RootElement);
        await SayAsync(template, filled.Notices, 0);
        if (filled.Document is not { } document)
            return await SayAsync($"{data} for {template}", filled.Problems, 1);
        await InputFile.ReplaceAsync(output, document, [template, data], cancellationToken);
        return 0;
    }

    private static async Task<int> SayAsync(string file, IReadOnlyList<Formats.Sentence> sentences, int code)
    {
        foreach (var sentence in sentences)
            await Console.Error.WriteLineAsync($"{file}: {sentence}");
        return code;
    }

    private static object Describe(string file, byte[] bytes)
    {
        var template = WordTemplate.Read(bytes);
        if (template.UnreadableReason is { } reason)
            throw new InvalidDataException($"{file}: {reason}");
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            template.Fields,
            template.Sections,
            problems = template.Problems.Select(problem => problem.ToString()),
        };
    }
}
