using System.Globalization;
using System.Text.RegularExpressions;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

public sealed record LineMistake(int Line, Reason Reason);

/// <summary>
/// A pasted list of Ares numbers, a line each: our reference or the partner's code, the number, the day. Columns are
/// separated by blanks, tabs or semicolons; the register's own form <c>Ref. Ares(2024)123 - 20/02/2024</c> is read too.
/// </summary>
public sealed partial record RegistrationList(IReadOnlyList<Registration> Entries, IReadOnlyList<LineMistake> Mistakes)
{
    private static readonly string[] DateForms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    public static RegistrationList Read(
        string list,
        IReadOnlyList<Letter> letters,
        IReadOnlyDictionary<Guid, Partner> partners,
        RegisteredNumbers taken,
        DateOnly today
    )
    {
        var (entries, mistakes) = (new List<Registration>(), new List<LineMistake>());
        foreach (var (index, line) in list.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (entry, mistake) = ReadLine(line, letters, partners);
            mistake ??= entry is null ? null : WhyTwice(entry, entries) ?? entry.WhyNot(today, taken);
            if (mistake is not null)
            {
                mistakes.Add(new LineMistake(index + 1, mistake));
                continue;
            }

            entries.Add(entry!);
            taken.Add(entry!);
        }

        if (entries.Count + mistakes.Count == 0)
            mistakes.Add(
                new LineMistake(1, Text.Key("There is nothing here. A line has a reference, an Ares number and a date.")!)
            );
        return new RegistrationList(entries, mistakes);
    }

    private static (Registration? Entry, Reason? Mistake) ReadLine(
        string line,
        IEnumerable<Letter> letters,
        IReadOnlyDictionary<Guid, Partner> partners
    )
    {
        var parts = Separators().Split(line).Where(p => p is not ("" or "-" or "–" or "Ref.")).ToList();
        if (parts.Count != 3)
            return (null, Text.Key("A line has a reference, an Ares number and a date."));
        var (key, number, day) = (parts[0].Trim('[', ']'), parts[1], parts[2]);
        if (letters.FirstOrDefault(l => IsMeant(key, l, partners[l.PartnerId])) is not { } letter)
            return (null, Text.Key("“{0}” is no letter of this campaign.", key));
        return DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? (new Registration(letter, number, on), null)
            : (null, Text.Key("“{0}” is not a date such as 20/02/2024.", day));
    }

    private static bool IsMeant(string key, Letter letter, Partner partner) =>
        string.Equals(key, letter.Reference, StringComparison.OrdinalIgnoreCase)
        || string.Equals(key, partner.Code, StringComparison.OrdinalIgnoreCase);

    private static Reason? WhyTwice(Registration entry, List<Registration> before) =>
        before.Exists(b => b.Letter == entry.Letter) ? Text.Key("{0} stands twice in the list.", entry.Letter.Reference) : null;

    internal static IReadOnlyList<string> NumbersIn(string list) =>
        [.. Separators().Split(list).Where(p => p.StartsWith("Ares", StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex(@"[\s;]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
