using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Audit;

/// <summary>What happened to a record, newest first: <c>&lt;vc:history subject-id="@id" /&gt;</c>.</summary>
public sealed class History(SecretariatDb db) : ViewComponent
{
    private const int Most = 100;

    /// <param name="also">Records whose history belongs to this one’s.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid subjectId, IEnumerable<Guid>? also = null)
    {
        Guid[] subjects = [subjectId, .. also ?? []];
        var entries = await db
            .AuditEntries.AsNoTracking()
            .Where(e => subjects.Contains(e.SubjectId))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(HttpContext.RequestAborted);
        return View("/Modules/Audit/History.cshtml", entries.Select(e => new AuditRow(e, AuditPayload.Of(e))).ToList());
    }
}

/// <summary>An entry with its words and values, as far as they have not been erased.</summary>
public sealed record AuditRow(AuditEntry Entry, AuditPayload? Payload)
{
    private const int Longest = 160;

    public IEnumerable<Change> Changes =>
        Payload is null
            ? []
            : Payload.Values.Select(v => new Change(
                FieldNames.Of(v.Key),
                Show(v.Value[0]),
                v.Value.Length > 1 ? Show(v.Value[1]) : null,
                v.Value.Length > 1
            ));

    /// <summary>Long values are cut; of a key to another record, the part that tells records apart.</summary>
    private static string? Show(string? value) =>
        value is null ? null
        : Guid.TryParseExact(value, "D", out var id) ? $"…{id.ToString("N")[^8..]}"
        : value is ['[', .., ']'] && ListIn(value) is { } list ? list
        : value.Length > Longest ? string.Concat(value.AsSpan(0, Longest), "…")
        : value;

    /// <summary>A list of words, such as strands, as people write one.</summary>
    private static string? ListIn(string json)
    {
        try
        {
            return string.Join(", ", JsonSerializer.Deserialize<List<string>>(json)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="HasBefore">Whether there was a value before; else the record was made with the first.</param>
    public sealed record Change(string Field, string? First, string? Second, bool HasBefore);
}
