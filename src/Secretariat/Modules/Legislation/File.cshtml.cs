using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Legislation;

public sealed class FileModel(SecretariatDb db, TimeProvider time) : PublicPage(time)
{
    public LegislativeFile Legislation { get; private set; } = null!;

    public IReadOnlyList<LegislativeStep> Steps { get; private set; } = [];

    /// <summary>The state, the title and most references are known for the day of the state, not for each day before it.</summary>
    public bool IsStateKnown => Legislation.StateOn <= AsOf.Day;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var file = await db
            .LegislativeFiles.AsNoTracking()
            .Include(f => f.Steps)
            .FirstOrDefaultAsync(f => f.Code == code, Cancelled);
        if (file is null)
            return NotFound();

        Legislation = file;
        Steps = [.. file.Steps.Where(IsKnown).OrderBy(s => s.When.SortKey).ThenBy(s => s.When.Latest).ThenBy(s => s.Order)];
        return Page();
    }

    public static string NameOf(FileReference reference) =>
        reference.Scheme switch
        {
            "COM" => Text.Key("Commission document"),
            "CELEX" => Text.Key("CELEX number"),
            "OEIL-summary" => Text.Key("Summary in Parliament’s Legislative Observatory"),
            "EP-referral" => Text.Key("Referral to Parliament"),
            "EP-report" => Text.Key("Report of Parliament"),
            "act" => Text.Key("Adopted act"),
            "OJ-EESC-opinion" => Text.Key("Opinion of the Economic and Social Committee, Official Journal"),
            _ => reference.Scheme,
        };

    // A step without any date can be said of today alone.
    private bool IsKnown(LegislativeStep step) =>
        (step.When.Latest ?? step.When.SortKey) <= AsOf.Day || (HasNoDate(step.When) && AsOf.IsToday);

    private static bool HasNoDate(Timing timing) => timing is { Earliest: null, Latest: null };
}
