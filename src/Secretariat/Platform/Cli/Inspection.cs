using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Secretariat.Platform.Cli;

/// <summary><c>inspect KIND FILE…</c>: one JSON object a line, written out as soon as its file is done.</summary>
public static class Inspection
{
    /// <summary>
    /// A reader that hangs would hold up the files behind it. Longer than a hostile file takes to be refused by its own limits, since a busy
    /// machine must not refuse a large honest one.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private static readonly byte[] LineEnd = [(byte)'\n'];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="describe">What is understood from a file of that name and content; throws with a sentence when nothing is.</param>
    public static Command Of(string kind, string description, int maxBytes, Func<string, byte[], object> describe) =>
        Of(kind, description, maxBytes, [], (_, file, bytes) => describe(file, bytes));

    /// <param name="options">What else can be said on the command line.</param>
    /// <param name="describe">The same, with what was said.</param>
    public static Command Of(
        string kind,
        string description,
        int maxBytes,
        Option[] options,
        Func<ParseResult, string, byte[], object> describe
    )
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to read", Arity = ArgumentArity.OneOrMore };
        var command = new Command(kind, description) { files };
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var output = Console.OpenStandardOutput();
                foreach (var file in parsed.GetValue(files)!)
                {
                    var line = await LineAsync(file, maxBytes, (name, bytes) => describe(parsed, name, bytes), ct);
                    await line.WriteToAsync(output, ct);
                    await output.WriteAsync(LineEnd, ct);
                    await output.FlushAsync(ct);
                }

                return 0;
            }
        );
        return command;
    }

    private static async Task<LineBuffer> LineAsync(
        string file,
        int maxBytes,
        Func<string, byte[], object> describe,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var work = Task.Run(
                async () => Line(describe(file, await InputFile.ReadAsync(file, maxBytes, cancellationToken))),
                cancellationToken
            );
            return await work.WaitAsync(Longest, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return Line(
                new
                {
                    file,
                    ok = false,
                    error = Sentence(file, problem),
                }
            );
        }
    }

    private static LineBuffer Line(object described)
    {
        var line = new LineBuffer();
        JsonSerializer.Serialize(line, described, described.GetType(), Json);
        return line;
    }

    private static string Sentence(string file, Exception problem) =>
        problem switch
        {
            TimeoutException => $"{file} takes too long to read: give a smaller one.",
            OutOfMemoryException => $"{file} takes too much memory to read: give a smaller one.",
            _ => problem.Message,
        };
}
