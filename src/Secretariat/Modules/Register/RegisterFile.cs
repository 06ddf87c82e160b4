using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Secretariat.Formats.Tables;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register;

/// <summary>A list of the register as a file, with the same columns in every form.</summary>
public static class RegisterFile
{
    /// <summary>The forms, each with its media type.</summary>
    public static readonly IReadOnlyDictionary<string, string> Forms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["csv"] = "text/csv; charset=utf-8",
        ["tsv"] = "text/tab-separated-values; charset=utf-8",
        ["json"] = "application/json",
    };

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="name">What the list is called in JSON, such as “contacts”.</param>
    public static async Task<byte[]> WriteAsync(
        string form,
        string name,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string>> rows,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        if (form is "json")
        {
            var records = rows.Select(r => columns.Zip(r).ToDictionary(cell => cell.First, cell => cell.Second));
            var content = new Dictionary<string, object> { ["asOf"] = asOf.ToString(), [name] = records };
            return JsonSerializer.SerializeToUtf8Bytes(content, Json);
        }

        var table = form switch
        {
            "csv" => TableForm.Csv,
            "tsv" => TableForm.Tsv,
            _ => TableForm.Xlsx,
        };
        using var file = new MemoryStream();
        await TableWriter.WriteAsync(file, table, columns, rows.ToAsyncEnumerable(), cancellationToken);
        return file.ToArray();
    }
}
