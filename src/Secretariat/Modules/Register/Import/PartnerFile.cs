using Secretariat.Modules.Partners;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Partners as a file. The columns and their names are the same in every form and stay so: what goes out can come back in.</summary>
internal static class PartnerFile
{
    public static readonly IReadOnlyList<string> Columns = [.. F.All.Select(f => f.Column)];

    /// <param name="day">On which it is of that kind and listed so; all else is as it stands.</param>
    public static IReadOnlyList<string> Row(Partner partner, DateOnly day) =>
        [
            partner.Code,
            partner.KindOn(day),
            .. F.Texts.Select(t => t.Get(partner) ?? ""),
            partner.WorkingLanguage ?? "",
            $"{partner.PreferredForm}",
            partner.IsListedOn(day) ? "yes" : "no",
            string.Join(' ', partner.Domains.Select(d => d.Domain).Order(StringComparer.Ordinal)),
            Since(partner.KindsBefore.Select(k => k.Until), day),
            Since(partner.ListingsBefore.Select(l => l.Until), day),
        ];

    /// <summary>The last change up to the day; nothing where there was none.</summary>
    private static string Since(IEnumerable<DateOnly> changes, DateOnly day) =>
        changes.Where(c => c <= day).Order().Select(c => $"{c:yyyy-MM-dd}").LastOrDefault("");
}
