using System.CommandLine;
using System.Globalization;
using Secretariat.Formats.Procedures;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Legislation;

/// <summary>Procedures of the European Parliament on the command line.</summary>
public static class ProcedureVerb
{
    public static Command Inspect() =>
        Inspection.Of(
            "procedure",
            "Shows a legislative procedure (the European Parliament's open data, or its page in the Legislative Observatory).",
            ProcedureReader.MaxBytes,
            Describe
        );

    private static object Describe(string file, byte[] bytes)
    {
        var read = Read(file, bytes);
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            read.Reference,
            read.Titles,
            Events = read.Events.Select(e => new
            {
                Date = e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                e.Type,
                e.Actor,
                e.Documents,
            }),
            read.Notices,
        };
    }

    private static Procedure Read(string file, byte[] bytes)
    {
        try
        {
            return ProcedureReader.Read(bytes);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{file}: {problem.Message}", problem);
        }
    }
}
