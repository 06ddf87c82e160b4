using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Rows of one file that are about the same, or say different things of one person: none of them goes before the others.</summary>
internal static class ContactAgreement
{
    public static void Check(IReadOnlyCollection<ContactRow> rows, DateOnly today)
    {
        foreach (var same in Groups(rows.Where(r => r.Outcome.IsRight && r.JoinedTo is null), r => MandateOf(r, today)))
            TellAll(same, Text.Key("Rows {0} are about the same mandate: leave one of them.", Numbers(same)));
        foreach (var ofOne in Groups(rows.Where(r => r.Person is not null), r => r.Person!))
        {
            CheckField(ofOne, F.Email, r => r.Email?.ToUpperInvariant());
            CheckField(ofOne, F.Phone, r => r.Phone);
            CheckField(ofOne, F.Name, r => r.IsByKey ? r.Name : null);
        }
    }

    private static object MandateOf(ContactRow row, DateOnly today) =>
        row.Mandate is { } known
            ? known.Id
            : (row.Partner!.Id, row.Person!.Id, row.Role, row.From ?? today, string.Join(' ', (row.Strands ?? []).Order()));

    private static void CheckField(List<ContactRow> rows, Field field, Func<ContactRow, string?> said)
    {
        var saying = rows.FindAll(r => said(r) is not null);
        if (saying.Select(said).Distinct(StringComparer.Ordinal).Count() < 2)
            return;
        var reason = Text.Key("Rows {0} say different things of the same person. Correct one of them.", Numbers(saying));
        saying.ForEach(r => r.Cells.Tell(field, reason));
    }

    private static IEnumerable<List<ContactRow>> Groups(IEnumerable<ContactRow> rows, Func<ContactRow, object> key) =>
        rows.GroupBy(key).Select(g => g.ToList()).Where(g => g.Count > 1);

    private static void TellAll(List<ContactRow> rows, Reason reason) => rows.ForEach(r => r.Outcome.Tell(reason));

    private static Reason Numbers(List<ContactRow> rows) => RowNumbers.Of(rows.ConvertAll(r => r.Outcome));
}
