using System.CommandLine;

namespace Secretariat.Platform.Cli;

public static class CommandLine
{
    /// <summary>Of every verb that works on the record.</summary>
    public static readonly Option<string?> Data = new("--data")
    {
        HelpName = "DIR",
        Description = "Folder that the platform is served from; ./var when not given",
    };

    /// <summary>A verb that works on the record.</summary>
    public static Command Verb(
        this InApp inApp,
        string name,
        string description,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> act
    )
    {
        var command = new Command(name, description) { Data };
        command.SetAction((parsed, ct) => inApp(parsed, services => act(parsed, services, ct), ct));
        return command;
    }

    /// <summary>Runs a verb; 0 done, 1 refused or found wrong, 2 wrong usage.</summary>
    public static async Task<int> RunAsync(string[] args, IEnumerable<Command> verbs)
    {
        var root = new RootCommand("Secretariat, the working platform of an alliance.");
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Never a stack trace: one sentence, and the details where they are asked for.
            await Console.Error.WriteLineAsync(problem.Message);
            if (problem is not RefusedException && Environment.GetEnvironmentVariable("SECRETARIAT_TRACE") is not null)
                await Console.Error.WriteLineAsync(problem.ToString());
            return 1;
        }
    }
}

/// <summary>A verb cannot be done; the message names the file, the place and the remedy.</summary>
public sealed class RefusedException(string message) : Exception(message);

/// <summary>
/// Does something with the application's services, in a scope of its own, in the name of the command line; refuses where there
/// is no record to do it with.
/// </summary>
public delegate Task<int> InApp(ParseResult parsed, Func<IServiceProvider, Task<int>> act, CancellationToken cancellationToken);
