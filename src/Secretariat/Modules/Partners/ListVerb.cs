using System.CommandLine;
using Secretariat.Formats.Tables;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Partners;

/// <summary>Lists of people and partners, on the command line.</summary>
public static class ListVerb
{
    private static readonly Option<int?> Rows = new("--rows")
    {
        HelpName = "N",
        Description = "Show the first N rows only",
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<int?>() is < 0 or > TableReader.MaxRows)
                    result.AddError($"--rows takes a number from 0 to {TableReader.MaxRows}.");
            },
        },
    };
    private static readonly Option<string?> Sheet = new("--sheet")
    {
        HelpName = "NAME",
        Description = "Sheet of a workbook; the first one when not given",
    };

    public static Command Inspect() =>
        Inspection.Of(
            "list",
            "Shows the rows of lists of people or partners (.csv, .tsv, .xlsx) and what their columns hold.",
            TableReader.MaxBytes,
            [Rows, Sheet],
            (said, file, bytes) => Describe(file, bytes, said.GetValue(Sheet), said.GetValue(Rows))
        );

    private static object Describe(string file, byte[] bytes, string? sheet, int? rows)
    {
        var list = TableReader.Read(bytes, sheet, IsWorkbook(file));
        if (list.UnreadableReason is { } reason)
            throw new InvalidDataException($"{file}: {reason}");
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            list.Encoding,
            list.Delimiter,
            list.Sheet,
            list.HeaderRow,
            list.Header,
            Rows = list.Rows.Take(rows ?? int.MaxValue).Select(r => r.Cells),
            list.Mapping,
            Problems = list.Problems.Select(p => new
            {
                p.Row,
                p.Column,
                p.Message,
            }),
        };
    }

    private static bool IsWorkbook(string file) => Path.GetExtension(file).ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xltx";
}
