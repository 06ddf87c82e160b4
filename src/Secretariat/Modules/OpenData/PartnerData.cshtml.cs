using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Register;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.OpenData;

/// <summary>The public list as a file, for programs: the same partners and the same facts as on the page, as of any day.</summary>
public sealed class PartnerDataModel(SecretariatDb db, Catalogue catalogue, TimeProvider time) : PublicPage(time)
{
    private IReadOnlyList<string> Columns =>
        [
            "code",
            "kind",
            .. catalogue.Languages.Select(l => $"name {l.Code}"),
            "short name",
            "protocol order",
            "listed through",
            "endorsed",
            "contact points",
            "footnote",
        ];

    public async Task<IActionResult> OnGetAsync(string form)
    {
        var rows = (await db.ReadInOrderAsync(AsOf, Cancelled)).Select(Row);
        var bytes = await RegisterFile.WriteAsync(form, "partners", Columns, rows, AsOf, Cancelled);
        return File(bytes, RegisterFile.Forms[form], $"partners-{AsOf}.{form}");
    }

    private IReadOnlyList<string> Row(ListedPartner partner) =>
        [
            partner.Code,
            partner.KindCode,
            .. catalogue.Languages.Select(l => partner.Name.In(l.Code)),
            partner.ShortName?.In(Catalogue.English) ?? "",
            partner.ProtocolOrder?.ToString(CultureInfo.InvariantCulture) ?? "",
            Joined(partner.Relations.Select(r => Words(r.Kind.ToString(), r.Of, Day(r.On)))),
            Joined(partner.Endorsed.Select(e => Words(e.InstrumentCode, e.TextVersion is { } v ? $"v{v}" : null, Day(e.From)))),
            Joined(partner.Contacts.Select(c => Words(c.Name is { } name ? $"{name}," : null, $"{c.Function},", Day(c.From)))),
            partner.Footnote?.In(Catalogue.English) ?? "",
        ];

    private static string Joined(IEnumerable<string> several) => string.Join("; ", several);

    private static string Words(params string?[] words) => string.Join(' ', words.OfType<string>());

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
