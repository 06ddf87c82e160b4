using System.Globalization;
using System.Text.RegularExpressions;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

public sealed record Registration(Letter Letter, string Number, DateOnly On);

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
        TimeProvider time
    )
    {
        var (entries, mistakes) = (new List<Registration>(), new List<LineMistake>());
        foreach (var (index, line) in list.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (entry, mistake) = ReadLine(line, letters, partners, time.Today());
            mistake ??= entry is null ? null : WhyTwice(entry, entries, letters);
            if (mistake is not null)
                mistakes.Add(new LineMistake(index + 1, mistake));
            else
                entries.Add(entry!);
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
        IReadOnlyDictionary<Guid, Partner> partners,
        DateOnly today
    )
    {
        var parts = Separators().Split(line).Where(p => p is not ("" or "-" or "–" or "Ref.")).ToList();
        if (parts.Count != 3)
            return (null, Text.Key("A line has a reference, an Ares number and a date."));
        var (key, number, day) = (parts[0].Trim('[', ']'), parts[1], parts[2]);
        if (letters.FirstOrDefault(l => IsMeant(key, l, partners[l.PartnerId])) is not { } letter)
            return (null, Text.Key("“{0}” is no letter of this campaign.", key));
        if (letter.WhyNotRegister(number) is { } reason)
            return (null, reason);
        if (!DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            return (null, Text.Key("“{0}” is not a date such as 20/02/2024.", day));
        return on > today
            ? (null, Text.Key("The day of registration lies in the future."))
            : (new Registration(letter, number, on), null);
    }

    private static bool IsMeant(string key, Letter letter, Partner partner) =>
        string.Equals(key, letter.Reference, StringComparison.OrdinalIgnoreCase)
        || string.Equals(key, partner.Code, StringComparison.OrdinalIgnoreCase);

    private static Reason? WhyTwice(Registration entry, List<Registration> before, IEnumerable<Letter> letters)
    {
        if (before.Exists(b => b.Letter == entry.Letter))
            return Text.Key("{0} stands twice in the list.", entry.Letter.Reference);
        var isTaken =
            before.Exists(b => b.Number == entry.Number) || letters.Any(l => l != entry.Letter && l.AresNumber == entry.Number);
        return isTaken ? Text.Key("{0} is already the number of another letter.", entry.Number) : null;
    }

    [GeneratedRegex(@"[\s;]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
